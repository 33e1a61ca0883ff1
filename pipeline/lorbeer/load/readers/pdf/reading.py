"""From a PDF to its release."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

from lorbeer.flow import Release
from lorbeer.load.columns import Fields
from lorbeer.load.item import Item
from lorbeer.load.making import make_release
from lorbeer.load.pieces import html_of, stands_in
from lorbeer.load.readers.pdf.columns import in_reading_order
from lorbeer.load.readers.pdf.furniture import without_furniture
from lorbeer.load.readers.pdf.lines import BROKEN, read_pages
from lorbeer.load.readers.pdf.paragraphs import body_size_of, pieces_of
from lorbeer.load.streams import read_whole


def read_pdf(item: Item, _: Fields) -> Iterator[Release]:
    """The one release in a PDF, as HTML; the title it claims counts if it is in the text."""
    data = BytesIO(read_whole(item.stream))
    pages = read_pages(data)
    body_size = body_size_of(pages)
    kept = without_furniture(pages, body_size)
    columns = [column for page in kept for column in in_reading_order(page)]
    pieces = pieces_of(columns, body_size)
    title = _claimed_title(data)
    metadata = {"title": title} if stands_in(title, pieces) else {}
    yield make_release(
        item.source, html_of(pieces), markup="html", metadata=metadata, is_page=False
    )


def _claimed_title(data: BytesIO) -> str:
    data.seek(0)
    try:
        info: list[dict[str, Any]] = PDFDocument(PDFParser(data)).info
    except BROKEN:
        return ""
    titles = [one.get("Title") for one in info]
    return next((decode_text(one).strip() for one in titles if isinstance(one, bytes)), "")
