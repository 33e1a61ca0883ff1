"""Archives: members are read as files are, one after the other, within bounds."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from loading import only, outcomes, problem, write

from lorbeer.flow import Release
from lorbeer.load import load

MEMBERS = {
    "a.html": b"<html><p>Eins",
    "tief/b.txt": "Größe".encode("cp1252"),
    "bild.png": b"\x89PNG",
    "stil.css": b"p {}",
    "tief/.c.txt": b"verborgen",
    "__MACOSX/._a.html": b"\0\0",
}
READ = [("/a.html", "<html><p>Eins"), ("/tief/b.txt", "Größe")]


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(members: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, data in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.zip", zipped(MEMBERS, zipfile.ZIP_STORED)),
        ("a.zip", zipped(MEMBERS, zipfile.ZIP_LZMA)),
        ("a.bin", zipped(MEMBERS)),
        ("a.zip.gz", gzip.compress(zipped(MEMBERS))),
        ("a.tar", tarred(MEMBERS)),
        ("a.tar", tarred(MEMBERS, tarfile.GNU_FORMAT)),
        ("a", tarred(MEMBERS)),
        ("a.tar.gz", gzip.compress(tarred(MEMBERS))),
        ("a.tgz", gzip.compress(tarred(MEMBERS))),
        ("a.tar.bz2", bz2.compress(tarred(MEMBERS))),
        ("a.tar.xz", lzma.compress(tarred(MEMBERS))),
        ("a", lzma.compress(tarred(MEMBERS))),
    ],
)
def test_members_are_read_like_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    assert outcomes(write(tmp_path / name, data)) == READ
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert outcomes("-") == READ


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_keeps_its_name(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    suffix = {gzip.compress: "gz", bz2.compress: "bz2", lzma.compress: "xz"}[pack]
    page = only(write(tmp_path / f"a.htm.{suffix}", pack(b"Nur Text")))
    assert (page.source, page.markup) == (f"{tmp_path}/a.htm.{suffix}", "html")
    rows = pack(b'{"id": 1, "text": "Eins"}\n{"id": 2, "text": "Zwei"}')
    assert outcomes(write(tmp_path / f"a.jsonl.{suffix}", rows)) == [("#1", "Eins"), ("#2", "Zwei")]


def test_archives_in_archives_are_opened_one_level_deep(tmp_path: Path) -> None:
    inner = {"innen.zip": zipped(MEMBERS), "innen.tgz": gzip.compress(tarred(MEMBERS))}
    path = write(tmp_path / "a.zip", zipped(inner))
    assert outcomes(path) == [(f"/{name}{source}", text) for name in inner for source, text in READ]
    deep = write(tmp_path / "b.tar", tarred({"a.zip": zipped(inner), "z.txt": b"Text"}))
    assert [source for source, _ in outcomes(deep)] == [
        "/a.zip/innen.zip",
        "/a.zip/innen.tgz",
        "/z.txt",
    ]
    assert "in an archive; unpack it" in outcomes(deep)[0][1]


def test_packed_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt.gz.gz", gzip.compress(gzip.compress(b"Text")))
    assert problem(path) == "packed twice; unpack it"


@pytest.mark.parametrize("build", [zipped, tarred])
def test_tables_in_an_archive(tmp_path: Path, build: Callable[..., bytes]) -> None:
    rows = json.dumps({"text": "Eins"}).encode()
    write(tmp_path / "a.zip", build({"rows.jsonl": rows, "b.txt": b"Text"}))
    assert outcomes(tmp_path / "a.zip") == [("/rows.jsonl#1", "Eins"), ("/b.txt", "Text")]
    assert outcomes(tmp_path) == [("/a.zip/b.txt", "Text")]


@pytest.mark.parametrize("build", [zipped, tarred])
def test_a_bad_member_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, build: Callable[..., bytes]
) -> None:
    path = write(tmp_path / "a.zip", build({"a.txt": b"", "b.html": b"x\0y", "c.txt": b"Text"}))
    assert outcomes(path) == [
        ("/a.txt", "! the file is empty; give a file with text"),
        ("/b.html", "! a binary file, not text; save it as text or HTML"),
        ("/c.txt", "Text"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.zip", zipped(MEMBERS)[:100], "a broken or cut off ZIP archive"),
        ("a.zip", b"PK\x03\x04 and more", "a broken or cut off ZIP archive"),
        (
            "a.zip",
            zipped(MEMBERS).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"),
            "ZIP",
        ),
        ("a.zip", zipped({"bild.png": b"x"}), "no readable file in this archive"),
        ("a.zip", zipped({}), "no readable file in this archive"),
        ("a.tar", tarred({"bild.png": b"x"}), "no readable file in this archive"),
        ("a.tar", tarred({"a.txt": b"x" * 2000})[:1500], "a broken or cut off tar archive"),
        ("a.tgz", gzip.compress(tarred({"a.txt": b"x"}))[:20], "broken or cut off"),
        ("a.txt.gz", gzip.compress(b"Text")[:12], "broken or cut off"),
        ("a.txt.gz", gzip.compress(b"Text")[:-6] + b"123456", "broken or cut off (crc check"),
        ("a.txt.bz2", bz2.compress(b"Text")[:20], "broken or cut off"),
        ("a.txt.bz2", b"BZh9 und mehr Text", "broken or cut off"),
        ("a.txt.xz", lzma.compress(b"Text")[:30], "broken or cut off"),
        ("a.txt.gz", gzip.compress(b""), "the file is empty"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7-Zip is not supported"),
    ],
)
def test_broken_archives(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert expected in problem(write(tmp_path / name, data))


def damaged(data: bytes, after: bytes) -> bytes:
    """The data with the bytes behind a place in it overwritten."""
    place = data.index(after) + len(after) + 5
    return data[:place] + bytes(byte ^ 255 for byte in data[place : place + 8]) + data[place + 8 :]


def test_a_damaged_member_does_not_spoil_a_zip(tmp_path: Path) -> None:
    data = damaged(
        zipped({"a.txt": b"Eins" * 50, "b.txt": b"Zwei"}, zipfile.ZIP_STORED), after=b"a.txt"
    )
    (bad, told), good = outcomes(write(tmp_path / "a.zip", data))
    assert (bad, good) == ("/a.txt", ("/b.txt", "Zwei"))
    assert told.startswith("! broken in the archive")


def test_a_damaged_header_ends_a_tar(tmp_path: Path) -> None:
    data = damaged(tarred({"a.txt": b"Eins", "b.txt": b"Zwei"}), after=b"b.txt")
    good, bad = outcomes(write(tmp_path / "a.tar", data))
    assert good == ("/a.txt", "Eins")
    assert bad == ("", "! a broken or cut off tar archive; get the file again")


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    members = {f"{n}.txt": random.Random(n).randbytes(5000).hex().encode() for n in range(9)}
    whole = gzip.compress(tarred(members))
    found = outcomes(write(tmp_path / "a.tgz", whole[: len(whole) // 2]))
    assert [source for source, _ in found][:4] == ["/0.txt", "/1.txt", "/2.txt", "/3.txt"]
    assert [outcome[:19] for _, outcome in found][4:] == ["! broken or cut off"]


def test_an_encrypted_member_is_one_line(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"Eins", "b.txt": b"Zwei"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert outcomes(write(tmp_path / "a.zip", bytes(data))) == [
        ("/a.txt", "! encrypted; unpack the archive with its password"),
        ("/b.txt", "Zwei"),
    ]


def test_bombs_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lorbeer.load.streams.LARGEST", 1024 * 1024)
    spaces = b"Text " * 4_000_000
    write(tmp_path / "a.zip", zipped({"a.txt": spaces, "b.txt": b"Text"}))
    write(tmp_path / "b.tgz", gzip.compress(tarred({"a.txt": spaces, "b.txt": b"Text"})))
    write(tmp_path / "c.txt.gz", gzip.compress(spaces))
    del spaces
    tracemalloc.start()
    assert outcomes(tmp_path) == [
        ("/a.zip/a.txt", "! larger than 1 MB; no release is, give a part of it"),
        ("/a.zip/b.txt", "Text"),
        ("/b.tgz/a.txt", "! larger than 1 MB; no release is, give a part of it"),
        ("/b.tgz/b.txt", "Text"),
        ("/c.txt.gz", "! larger than 1 MB; no release is, give a part of it"),
    ]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_name_without_end_in_a_tar(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 32
    data = gzip.compress(header.tobuf(tarfile.GNU_FORMAT) + b"x" * 100_000)
    assert "broken or cut off tar" in problem(write(tmp_path / "a.tgz", data))


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.zip"])
def test_memory_does_not_grow_with_the_archive(tmp_path: Path, name: str) -> None:
    words = random.Random(1).randbytes(50_000).hex().encode()
    members = {f"{number}.txt": words for number in range(400)}
    data = zipped(members) if name == "a.zip" else tarred(members)
    path = write(tmp_path / name, gzip.compress(data, 1) if name.endswith("gz") else data)
    del data
    tracemalloc.start()
    found = sum(isinstance(one, Release) for one in load([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == 400
    assert peak < 4_000_000
