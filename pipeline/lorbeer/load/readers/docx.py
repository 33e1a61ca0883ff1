"""Word documents (DOCX): headings, paragraphs, lists and tables in their order."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from lorbeer.flow import Release
from lorbeer.load.columns import Fields
from lorbeer.load.item import Item, ReadError
from lorbeer.load.making import make_release
from lorbeer.load.pieces import Piece, html_of, stands_in
from lorbeer.load.streams import LARGEST

_MOST_UNPACKED = 4 * LARGEST
"""Bytes of all parts together, pictures included."""
_BROKEN = (
    zipfile.BadZipFile, etree.LxmlError, PackageNotFoundError,
    KeyError, ValueError, NotImplementedError, OSError, EOFError, zlib.error,
)  # fmt: skip
_HEADING = re.compile(r"(?:heading|überschrift) (\d)", re.IGNORECASE)
_LIST = re.compile("list|aufzählung", re.IGNORECASE)
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
#: Deleted text, and second versions of text boxes for old programs.
_UNSEEN = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)


def read_docx(item: Item, _: Fields) -> Iterator[Release]:
    """The one release in a Word document, as HTML; its own title counts if it is in the text."""
    try:
        _check_size(item)
        document = Document(item.stream)
        pieces = list(_pieces(document.element.body, _styles(document)))
        title = document.core_properties.title.strip()
    except _BROKEN as error:
        raise ReadError("a broken or cut off Word document; save it again") from error
    if not any(text for piece in pieces for text in piece.texts):
        raise ReadError("no text in this Word document; give one with text")
    metadata = {"title": title} if stands_in(title, pieces) else {}
    yield make_release(
        item.source, html_of(pieces), markup="html", metadata=metadata, is_page=False
    )


def _check_size(item: Item) -> None:
    with zipfile.ZipFile(item.stream) as archive:
        if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED:
            raise ReadError(f"unpacks to more than {_MOST_UNPACKED >> 20} MB; save it as text")


def _styles(document: WordDocument) -> dict[str, str]:
    """Names of paragraph styles by their ids, which differ with Word's language."""
    return {style.style_id: style.name or "" for style in document.styles}


def _pieces(parent: Any, styles: dict[str, str]) -> Iterator[Piece]:  # noqa: ANN401  # an lxml element
    for child in parent:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, styles)
        elif child.tag == qn("w:tbl"):
            yield from _rows(child)
        elif child.tag not in _UNSEEN:
            yield from _pieces(child, styles)


def _paragraph(paragraph: Any, styles: dict[str, str]) -> Iterator[Piece]:  # noqa: ANN401
    text = "".join(_texts(paragraph)).strip()
    if text:
        yield _piece(paragraph, text, styles)
    for box in _inside(paragraph, qn("w:txbxContent")):
        yield from _pieces(box, styles)


def _piece(paragraph: Any, text: str, styles: dict[str, str]) -> Piece:  # noqa: ANN401
    properties = paragraph.pPr
    style = styles.get(paragraph.style or "", "")
    if heading := _HEADING.match(style):
        return Piece("heading", (text,), min(int(heading[1]), 6) or 1)
    if style.lower() in ("title", "titel"):
        return Piece("heading", (text,), 1)
    is_item = properties is not None and properties.numPr is not None
    return Piece("item" if is_item or _LIST.match(style) else "paragraph", (text,))


def _rows(table: Any) -> Iterator[Piece]:  # noqa: ANN401
    for row in _inside(table, qn("w:tr")):
        cells = tuple(_cell(cell) for cell in _inside(row, qn("w:tc")))
        if any(cells):
            yield Piece("row", cells)


def _cell(cell: Any) -> str:  # noqa: ANN401
    paragraphs = ("".join(_texts(one)).strip() for one in _inside(cell, qn("w:p")))
    return "\n".join(filter(None, paragraphs))


def _inside(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """The outermost elements of a kind that are seen."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _inside(child, tag)


def _texts(paragraph: Any) -> Iterator[str]:  # noqa: ANN401
    """The text of a paragraph, links and insertions included, without that of text boxes."""
    for child in paragraph:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _UNSEEN and child.tag not in (qn("w:txbxContent"), qn("w:pPr")):
            yield from _texts(child)
