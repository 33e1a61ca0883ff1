"""WARC: the pages of a web archive, with address and the day they were fetched."""

import gzip
import io
import tracemalloc
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from loading import outcomes, problem, write
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lorbeer.clean import clean
from lorbeer.flow import Release
from lorbeer.load import load
from lorbeer.load.web.archive import open_archive
from lorbeer.load.web.page import Page

PAGE = "<html><p>Größe"


def record(
    url: str = "https://example.org/1",
    data: bytes = PAGE.encode(),
    *,
    status: str = "200 OK",
    content_type: str = "text/html",
    kind: str = "response",
    packed: bool = False,
    **headers: str,
) -> bytes:
    """One record of a WARC file."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed, warc_version="1.0")
    fields = [("Content-Type", content_type), *headers.items()]
    http = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
    warc = {"WARC-Date": "2024-05-12T08:00:00Z"}
    writer.write_record(
        writer.create_warc_record(url, kind, io.BytesIO(data), len(data), "", warc, None, http)
    )
    return file.getvalue()


def two(*, packed: bool) -> bytes:
    return record(packed=packed) + record("https://example.org/2", b"<p>Zwei", packed=packed)


BOTH = [("#https://example.org/1", PAGE), ("#https://example.org/2", "<p>Zwei")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", two(packed=False)),
        ("a.warc.gz", two(packed=True)),
        ("a.warc.gz", gzip.compress(two(packed=False))),
        ("a", two(packed=True)),
    ],
)
def test_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes) -> None:
    assert outcomes(write(tmp_path / name, data)) == BOTH
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert outcomes("-") == BOTH
    if "." in name:
        assert [text for _, text in outcomes(tmp_path)] == [text for _, text in BOTH]


def test_address_and_day(tmp_path: Path) -> None:
    (found,) = load([str(write(tmp_path / "a.warc", record()))])
    assert isinstance(found, Release)
    assert (found.markup, found.url) == ("html", "https://example.org/1")
    assert found.metadata == {"fetched": "2024-05-12T08:00:00Z"}
    assert clean(found).published is None


@pytest.mark.parametrize(
    "more",
    [
        record(status="404 Not Found"),
        record(status="301 Moved"),
        record(content_type="image/png"),
        record(content_type="application/json"),
        record(kind="request"),
        record(kind="revisit"),
    ],
)
def test_other_records_are_passed_over(tmp_path: Path, more: bytes) -> None:
    assert outcomes(write(tmp_path / "a.warc", more + two(packed=False) + more)) == BOTH
    assert "no page in this web archive" in problem(write(tmp_path / "b.warc", more))


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        (PAGE.encode("cp1252"), {"content_type": "text/html; charset=windows-1252"}),
        (PAGE.encode("cp1252"), {}),
        (gzip.compress(PAGE.encode()), {"Content-Encoding": "gzip"}),
        (zlib.compress(PAGE.encode()), {"Content-Encoding": "deflate"}),
        (b"10\r\n" + PAGE.encode() + b"\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
    ],
)
def test_how_pages_came(tmp_path: Path, data: bytes, headers: dict[str, str]) -> None:
    assert outcomes(write(tmp_path / "a.warc", record(data=data, **headers))) == BOTH[:1]


def test_what_fetch_stored_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    day = datetime(2024, 5, 12, tzinfo=UTC)
    with open_archive(path) as archive:
        archive.add(
            BOTH[0][0][1:],
            Page(BOTH[0][0][1:], PAGE.encode(), {"content-type": "text/html"}, day),
        )
    assert outcomes(path) == BOTH[:1]


@pytest.mark.parametrize(
    ("data", "sources", "expected"),
    [
        (two(packed=True)[:-30], 2, "broken or cut off"),
        (two(packed=False) + b"WARC/1.0\r\nnothing", 3, "broken or cut off WARC file from here"),
        (two(packed=False)[:-8], 2, "broken or cut off WARC file from here"),
        (two(packed=False) + record().replace(b"WARC-Target", b"WARC-Tarnet"), 3, "from here on"),
        (two(packed=False) + record().replace(b"Content-Len", b"Content-Lem"), 3, "from here on"),
        (record(data=b"") + two(packed=False), 3, "the file is empty"),
    ],
)
def test_broken_files(tmp_path: Path, data: bytes, sources: int, expected: str) -> None:
    found = outcomes(write(tmp_path / "a.warc", data))
    assert len(found) == sources
    (told,) = [outcome for _, outcome in found if outcome.startswith("!")]
    assert expected in told


def test_a_page_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lorbeer.load.streams.LARGEST", 1000)
    data = gzip.compress(b"x" * 9999)
    bomb = record("https://example.org/0", data, **{"Content-Encoding": "gzip"})
    first, *rest = outcomes(write(tmp_path / "a.warc", bomb + two(packed=False)))
    assert (first[0], rest) == ("#https://example.org/0", BOTH)
    assert first[1].startswith("! larger than")


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", b"".join([record(data=20_000 * b"x")] * 500))
    tracemalloc.start()
    assert sum(isinstance(one, Release) for one in load([str(path)])) == 500
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()
