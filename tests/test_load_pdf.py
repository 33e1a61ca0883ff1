"""PDF: columns in reading order, whole words and paragraphs, no running heads."""

import io
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from loading import only, outcomes, problem, write
from pdf_files import BODY, TITLE, page, put, saved, wrapped

from lorbeer.clean import clean
from lorbeer.values.hyphens import join_lines


def read(tmp_path: Path, pdf: FPDF) -> list[str]:
    """The lines of the HTML that a PDF becomes."""
    return only(write(tmp_path / "a.pdf", saved(pdf))).content.splitlines()


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.txt"])
def test_title_and_paragraphs(tmp_path: Path, name: str) -> None:
    pdf = page()
    y = put(pdf, 20, 30, TITLE, size=18, style="B")
    y = put(pdf, 20, y + 5, *wrapped(BODY, 80))
    put(pdf, 20, y + 5, "Ein zweiter Absatz.")
    found = only(write(tmp_path / name, saved(pdf)))
    assert found.content.splitlines() == [
        f"<h1>{TITLE}</h1>",
        f"<p>{BODY}</p>",
        "<p>Ein zweiter Absatz.</p>",
    ]
    assert clean(found).title == TITLE


def test_paragraphs_without_a_gap(tmp_path: Path) -> None:
    pdf = page()
    y = put(pdf, 20, 30, *wrapped(f"{BODY} Ende.", 80))
    y = put(pdf, 20, y, *wrapped(BODY, 80))
    put(pdf, 26, y, "Eingezogen beginnt ein neuer Absatz, der bis an das Ende der Zeile reicht.")
    assert read(tmp_path, pdf) == [
        f"<p>{BODY} Ende.</p>",
        f"<p>{BODY}</p>",
        "<p>Eingezogen beginnt ein neuer Absatz, der bis an das Ende der Zeile reicht.</p>",
    ]


def two_columns(left: str, right: str, shift: float = 0) -> FPDF:
    pdf = page()
    y = put(pdf, 20, 30, TITLE, size=18, style="B")
    y = put(pdf, 20, y + 4, *wrapped(f"Vorspann über beide Spalten. {BODY}", 95))
    put(pdf, 20, y + 6, *wrapped(left, 40))
    put(pdf, 110, y + 6 + shift, *wrapped(right, 40))
    put(pdf, 20, 200, *wrapped(f"Fuß über beide Spalten. {BODY}", 95))
    return pdf


@pytest.mark.parametrize("shift", [0, 2])
def test_two_columns(tmp_path: Path, shift: float) -> None:
    left, right = f"Links. {BODY} {BODY}", f"Rechts. {BODY} {BODY}"
    assert read(tmp_path, two_columns(left, right, shift)) == [
        f"<h1>{TITLE}</h1>",
        f"<p>Vorspann über beide Spalten. {BODY}</p>",
        f"<p>{left}</p>",
        f"<p>{right}</p>",
        f"<p>Fuß über beide Spalten. {BODY}</p>",
    ]


def test_a_paragraph_goes_on_in_the_next_column(tmp_path: Path) -> None:
    words = BODY.split()
    half = " ".join(words[:20])
    found = read(tmp_path, two_columns(f"{BODY} {half}", f"{' '.join(words[20:])} {BODY}"))
    assert found[2] == f"<p>{BODY} {BODY} {BODY}</p>"


def test_three_columns(tmp_path: Path) -> None:
    pdf = page()
    texts = [f"{number}. {BODY}" for number in ("Eins", "Zwei", "Drei")]
    for x, text in zip((15, 78, 141), texts, strict=True):
        put(pdf, x, 30, *wrapped(text, 27))
    assert read(tmp_path, pdf) == [f"<p>{text}</p>" for text in texts]


def test_a_table_is_read_in_rows(tmp_path: Path) -> None:
    pdf = page()
    y = put(pdf, 20, 30, *wrapped(BODY, 80)) + 6
    for rank, name, place in (
        ("Rang", "Name", "Ort"),
        ("1. Platz", "Ada Muster", "Ulm"),
        ("2. Platz", "Grete Probe", "Bad Tölz"),
        ("3. Platz", "Schule am Markt", "Kiel"),
    ):
        put(pdf, 20, y, rank)
        put(pdf, 70, y, name)
        y = put(pdf, 130, y, place)
    put(pdf, 20, y + 6, *wrapped(BODY, 80))
    assert read(tmp_path, pdf) == [
        f"<p>{BODY}</p>",
        "<table>",
        "<tr><td>Rang</td><td>Name</td><td>Ort</td></tr>",
        "<tr><td>1. Platz</td><td>Ada Muster</td><td>Ulm</td></tr>",
        "<tr><td>2. Platz</td><td>Grete Probe</td><td>Bad Tölz</td></tr>",
        "<tr><td>3. Platz</td><td>Schule am Markt</td><td>Kiel</td></tr>",
        "</table>",
        f"<p>{BODY}</p>",
    ]


def test_items_and_headings(tmp_path: Path) -> None:
    pdf = page()
    y = put(pdf, 20, 30, *wrapped(BODY, 80))
    y = put(pdf, 20, y + 4, "Die Preise", style="B")
    y = put(pdf, 25, y, "- Ada Muster für ihren Roman,", size=11)
    y = put(pdf, 28, y, "der in Ulm spielt")
    y = put(pdf, 25, y, "- Grete Probe")
    put(pdf, 20, y + 4, *wrapped(BODY, 80))
    assert read(tmp_path, pdf) == [
        f"<p>{BODY}</p>",
        "<h2>Die Preise</h2>",
        "<ul>",
        "<li>Ada Muster für ihren Roman, der in Ulm spielt</li>",
        "<li>Grete Probe</li>",
        "</ul>",
        f"<p>{BODY}</p>",
    ]


def test_running_heads_and_page_numbers_go(tmp_path: Path) -> None:
    pdf = FPDF(format="A4")
    for number, name in enumerate(("Eins", "Zwei", "Drei"), 1):
        page(pdf)
        put(pdf, 20, 15, f"Pressedienst der Stadt Talheim, Ausgabe {number}", size=9)
        put(pdf, 20, 60, *wrapped(f"{name}. {BODY}", 80))
        put(pdf, 20, 280, "Marktplatz 1, 12345 Talheim", size=9)
        put(pdf, 100, 290, f"Seite {number} von 3", size=9)
    assert read(tmp_path, pdf) == [f"<p>{name}. {BODY}</p>" for name in ("Eins", "Zwei", "Drei")]


def test_a_title_repeated_as_running_head_stays_on_the_first_page(tmp_path: Path) -> None:
    pdf = page()
    put(pdf, 20, 30, TITLE, size=18)
    put(pdf, 20, 60, *wrapped(BODY, 80))
    page(pdf)
    put(pdf, 20, 15, TITLE, size=9)
    put(pdf, 20, 40, *wrapped(BODY, 80))
    assert read(tmp_path, pdf) == [f"<h1>{TITLE}</h1>", f"<p>{BODY}</p>", f"<p>{BODY}</p>"]


def test_a_paragraph_goes_on_on_the_next_page(tmp_path: Path) -> None:
    pdf = page()
    put(pdf, 20, 30, *wrapped(BODY, 80), "Der Preis wird seit 1990 an Büche-")
    put(pdf, 100, 285, "1")
    page(pdf)
    put(pdf, 20, 30, "reien vergeben.")
    put(pdf, 100, 285, "2")
    assert read(tmp_path, pdf) == [
        f"<p>{BODY}</p>",
        "<p>Der Preis wird seit 1990 an Büchereien vergeben.</p>",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("der Kultur-", "preis geht", "der Kulturpreis geht"),
        ("der Kultur\u00ad", "preis", "der Kulturpreis"),
        ("Bildungs-", "und Kulturpreis", "Bildungs- und Kulturpreis"),
        ("Baden-", "Württemberg", "Baden-Württemberg"),
        ("der Preis -", "vergeben seit", "der Preis - vergeben seit"),
        ("die Jahre 2020-", "2024", "die Jahre 2020-2024"),
        ("ein", "Wort", "ein Wort"),
    ],
)
def test_words_divided_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    assert join_lines(before, after) == joined


@pytest.mark.parametrize(
    ("title", "kept"), [(TITLE.upper(), True), ("Microsoft Word - Doc1", False)]
)
def test_a_title_counts_if_the_text_has_it(tmp_path: Path, title: str, kept: bool) -> None:
    pdf = page()
    pdf.set_title(title)
    put(pdf, 20, 30, TITLE, *wrapped(BODY, 80))
    found = only(write(tmp_path / "a.pdf", saved(pdf)))
    assert found.metadata == ({"title": title} if kept else {})


def encrypted(user_password: str) -> bytes:
    pdf = page()
    pdf.set_encryption("owner", user_password, permissions=AccessPermission.none())
    put(pdf, 20, 30, "Geheim.")
    return saved(pdf)


def test_encrypted(tmp_path: Path) -> None:
    assert "an encrypted PDF" in problem(write(tmp_path / "a.pdf", encrypted("geheim")))
    # Without a password to open it, only printing or copying is forbidden.
    assert only(write(tmp_path / "b.pdf", encrypted(""))).content == "<p>Geheim.</p>\n"


def drawn() -> bytes:
    pdf = page()
    pdf.rect(10, 10, 50, 50)
    return saved(pdf)


def text_page() -> bytes:
    pdf = page()
    put(pdf, 20, 30, BODY)
    return saved(pdf)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (drawn(), "only pictures; run text recognition"),
        (b"%PDF-1.7", "a broken or cut off PDF"),
        (b"%PDF-1.7\n%%EOF", "a broken or cut off PDF"),
        (text_page()[:300], "PDF"),
        (b"", "the file is empty"),
    ],
)
def test_broken_files(tmp_path: Path, data: bytes, expected: str) -> None:
    assert expected in problem(write(tmp_path / "a.pdf", data))


def test_bytes_before_the_beginning(tmp_path: Path) -> None:
    assert BODY in only(write(tmp_path / "a.pdf", b"\r\nHTTP\r\n" + text_page())).content


def test_in_folders_and_archives(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("b.pdf", text_page())
    write(tmp_path / "a.zip", data.getvalue())
    write(tmp_path / "c.pdf", text_page())
    assert outcomes(tmp_path) == [
        ("/a.zip/b.pdf", f"<p>{BODY}</p>\n"),
        ("/c.pdf", f"<p>{BODY}</p>\n"),
    ]


def test_ranks_at_the_edges_of_pages_stay(tmp_path: Path) -> None:
    pdf = FPDF(format="A4")
    for number in (1, 2, 3):
        page(pdf)
        put(pdf, 20, 15, "Ergebnisse der Stadt Talheim", size=9)
        put(pdf, 20, 25, f"{number + 1}. Preis")
        put(pdf, 20, 60, *wrapped(BODY, 80))
    lines = "\n".join(read(tmp_path, pdf))
    assert all(f"{rank}. Preis" in lines for rank in (2, 3, 4))
    assert lines.count("Ergebnisse der Stadt") <= 1
