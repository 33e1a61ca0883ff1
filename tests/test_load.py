"""Load: files, folders, patterns, pages and standard input; one clear line for what fails."""

import io
import os
from pathlib import Path

import pytest

from lorbeer.flow import Release, Unreadable
from lorbeer.load import load, release_from_text


def only(entry: object) -> Release:
    (found,) = load([str(entry)])
    assert isinstance(found, Release), found
    return found


def problem(entry: object) -> str:
    (found,) = load([str(entry)])
    assert isinstance(found, Unreadable)
    assert "\n" not in found.problem
    return found.problem


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Größe\r\nzwei\rdrei".encode(), "Größe\nzwei\ndrei"),
        ("\ufeffGröße".encode(), "Größe"),
        ("\ufeffGröße".encode("utf-16-le"), "Größe"),
        ("\ufeffGröße".encode("utf-16-be"), "Größe"),
        ("Größe für „uns“ – 5 €".encode("cp1252"), "Größe für „uns“ – 5 €"),
        ("Grüße und ".encode() + "Müller".encode("latin-1"), "Grüße und Müller"),
        ('<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2"), '<meta charset="iso-8859-2">Łódź'),
        ('<meta charset="latin-1">Müller'.encode(), '<meta charset="latin-1">Müller'),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "cp1252", "mixed", "meta", "meta lies"],
)
def test_encodings(tmp_path: Path, data: bytes, expected: str) -> None:
    assert only(write(tmp_path / "a.html", data)).content == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"ab\0cd", "binary"),
        ("日本語の文章です。".encode("euc-jp"), "encoding"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, expected: str) -> None:
    assert expected in problem(write(tmp_path / "angebot.pdf", data))


@pytest.mark.parametrize(
    ("name", "content", "markup"),
    [
        ("a.txt", "Nur Text.", "text"),
        ("a.md", "# Titel", "markdown"),
        ("a.htm", "Nur Text.", "html"),
        ("a.txt", "<!DOCTYPE html><p>Text", "html"),
        ("a.txt", "<p>Eins<p>Zwei<p>Drei", "html"),
        ("a.html", "---\ntitle: T\n---\n<p>Text</p>", "html"),
    ],
)
def test_markup(tmp_path: Path, name: str, content: str, markup: str) -> None:
    assert only(write(tmp_path / name, content)).markup == markup


def test_folder_is_sorted_and_leaves_out_what_is_no_release(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.md", "a.txt", "b/c.html", ".versteckt.md", "bild.png", ".git/x.md"):
        write(tmp_path / name, "Text")
    found = [Path(one.source).relative_to(tmp_path).as_posix() for one in load([str(tmp_path)])]
    assert found == ["a.txt", "z.md", "b/c.html"]


def test_folder_without_release(tmp_path: Path) -> None:
    write(tmp_path / "bild.png", "x")
    assert "no readable file in this folder" in problem(tmp_path)


def test_pattern(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.txt"):
        write(tmp_path / name, "Text")
    assert [Path(one.source).name for one in load([f"{tmp_path}/*.md"])] == ["a.md", "b.md"]
    assert "no file matches" in problem(f"{tmp_path}/*.html")


def test_name_with_brackets_is_a_file(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a[1].txt", "Text")).content == "Text"


def test_missing_file_does_not_end_the_batch(tmp_path: Path) -> None:
    good = write(tmp_path / "gut.txt", "Text")
    missing, found = load([str(tmp_path / "fehlt.txt"), str(good)])
    assert isinstance(missing, Unreadable)
    assert "no such file" in missing.problem
    assert isinstance(found, Release)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text")
    path.chmod(0)
    assert "permission denied" in problem(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("<html><p>Größe".encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    found = only("-")
    assert (found.source, found.markup, found.content) == ("-", "html", "<html><p>Größe")


def test_text_at_hand() -> None:
    found = release_from_text("Preis für Ada\r\nText")
    assert (found.source, found.markup, found.content) == ("text", "text", "Preis für Ada\nText")


def test_other_schemes_are_refused() -> None:
    assert "only http and https" in problem("ftp://example.org/a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Preis vergeben", "utf-8")
    assert [Path(one.source).name for one in load([str(tmp_path)])] == ["b.txt"]
