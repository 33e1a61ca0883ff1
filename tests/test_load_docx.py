"""Word documents: headings, paragraphs, lists and tables in their order, as HTML."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from loading import only, outcomes, problem, write

from lorbeer.clean import clean


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def release() -> WordDocument:
    document = Document()
    document.add_heading("Preis für Ada & Grete", 0)
    document.add_paragraph("Ulm, 12. Mai 2024. Die Stadt vergibt ihren Preis.")
    document.add_heading("Die Preise", 2)
    document.add_paragraph("Ada Muster", style="List Bullet")
    document.add_paragraph("Grete Probe", style="List Number")
    table = document.add_table(2, 3)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Rang", "Name", "Ort", "1", "Ada", "Ulm"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Zum Schluss.")
    return document


@pytest.mark.parametrize("name", ["a.docx", "a.zip", "a"])
def test_all_in_its_order(tmp_path: Path, name: str) -> None:
    found = only(write(tmp_path / name, saved(release())))
    assert found.markup == "html"
    assert found.content.split("\n") == [
        "<h1>Preis für Ada &amp; Grete</h1>",
        "<p>Ulm, 12. Mai 2024. Die Stadt vergibt ihren Preis.</p>",
        "<h2>Die Preise</h2>",
        "<ul>",
        "<li>Ada Muster</li>",
        "<li>Grete Probe</li>",
        "</ul>",
        "<table>",
        "<tr><td>Rang</td><td>Name</td><td>Ort</td></tr>",
        "<tr><td>1</td><td>Ada</td><td>Ulm</td></tr>",
        "</table>",
        "<p>Zum Schluss.</p>",
        "",
    ]


def test_the_cleaning_sees_what_it_is(tmp_path: Path) -> None:
    text = clean(only(write(tmp_path / "a.docx", saved(release()))))
    assert text.title == "Preis für Ada & Grete"
    assert [(block.kind, text.of(block)) for block in text.blocks][2:6] == [
        ("heading", "Die Preise"),
        ("item", "Ada Muster"),
        ("item", "Grete Probe"),
        ("row", "Rang | Name | Ort"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>eins</w:t><w:br/><w:t>zwei</w:t></w:r>", "eins<br>zwei"),
        ("<w:ins><w:r><w:t>neu</w:t></w:r></w:ins>", "neu"),
        ("<w:r><w:t>da</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>", "da"),
        ("<w:hyperlink><w:r><w:t>Link</w:t></w:r></w:hyperlink>", "Link"),
        ("<w:sdt><w:sdtContent><w:r><w:t>Feld</w:t></w:r></w:sdtContent></w:sdt>", "Feld"),
        ("<w:r><w:t>Bade</w:t><w:noBreakHyphen/><w:t>Ort</w:t></w:r>", "Bade-Ort"),
    ],
)
def test_text_in_odd_places(tmp_path: Path, inside: str, text: str) -> None:
    document = Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    assert only(write(tmp_path / "a.docx", saved(document))).content == f"<p>{text}</p>\n"


def test_text_boxes_and_content_controls(tmp_path: Path) -> None:
    document = Document()
    inner = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    box = f"<w:pict><w:txbxContent>{inner.format('Kasten')}</w:txbxContent></w:pict>"
    for number, xml in enumerate(
        (
            f"<w:p {nsdecls('w')}><w:r><w:t>Text</w:t>{box}</w:r></w:p>",
            f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner.format('Block')}</w:sdtContent></w:sdt>",
        )
    ):
        document.element.body.insert(number, parse_xml(xml))
    found = only(write(tmp_path / "a.docx", saved(document)))
    assert found.content == "<p>Text</p>\n<p>Kasten</p>\n<p>Block</p>\n"


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Breit"
    table.cell(0, 2).text = "Schmal"
    found = only(write(tmp_path / "a.docx", saved(document)))
    assert "<tr><td>Breit</td><td>Schmal</td></tr>" in found.content


@pytest.mark.parametrize(("title", "kept"), [("PREIS für Ada & Grete", True), ("Vorlage", False)])
def test_a_title_counts_if_the_text_has_it(tmp_path: Path, title: str, kept: bool) -> None:
    document = release()
    document.core_properties.title = title
    found = only(write(tmp_path / "a.docx", saved(document)))
    assert found.metadata == ({"title": title} if kept else {})


def without(data: bytes, name: str) -> bytes:
    """The document with a part of it emptied."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            new.writestr(member, b"" if member == name else old.read(member))
    return file.getvalue()


def damaged(data: bytes, name: str) -> bytes:
    """The document with bytes of a part overwritten."""
    place = data.index(name.encode()) + len(name) + 20
    return (
        data[:place] + bytes(byte ^ 255 for byte in data[place : place + 20]) + data[place + 20 :]
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved(Document()), "no text in this Word document"),
        (saved(release())[:3000], "a broken or cut off ZIP archive"),
        (without(saved(release()), "word/document.xml"), "a broken or cut off Word document"),
        (damaged(saved(release()), "word/document.xml"), "a broken or cut off Word document"),
        (without(saved(release()), "[Content_Types].xml"), "a broken or cut off Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99, "or a file with a password"),
        (b"", "the file is empty"),
    ],
)
def test_broken_documents(tmp_path: Path, data: bytes, expected: str) -> None:
    assert expected in problem(write(tmp_path / "a.docx", data))


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("META-INF/manifest.xml", "OpenDocument"),
    ],
)
def test_other_documents_are_named(tmp_path: Path, member: str, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(member, "x")
    assert problem(tmp_path / "a.docx").startswith(name)


def test_in_an_archive(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Text")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.docx", saved(document))
    assert outcomes(tmp_path) == [("/a.zip/b.docx", "<p>Text</p>\n")]


def test_a_document_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lorbeer.load.readers.docx._MOST_UNPACKED", 1024)
    assert "unpacks to more" in problem(write(tmp_path / "a.docx", saved(release())))
