"""The lines of a PDF with their places, as pdfminer finds them."""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTTextLineHorizontal
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from lorbeer.load.item import ReadError

# It warns of flaws that do no harm, on standard error if nobody listens.
logging.getLogger("pdfminer").setLevel(logging.ERROR)
BROKEN = (
    PDFException, PSException, ArithmeticError, AssertionError, AttributeError, EOFError,
    LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What pdfminer raises for objects that are not what they should be."""
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_MOST_UNKNOWN = 0.2
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True)
class Line:
    """A line, or the part of one in a column; y grows upwards, lengths are points.

    `cells` are the parts between wide gaps, one for running text.
    """

    cells: tuple[str, ...]
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool

    @property
    def text(self) -> str:
        """The text of all cells."""
        return " ".join(self.cells)

    @property
    def middle(self) -> float:
        """Half of its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """The lines of a page in no order, and its height in points."""

    height: float
    lines: tuple[Line, ...]


def read_pages(stream: BytesIO) -> list[Page]:
    """The pages; raises `ReadError` for a PDF that cannot be read."""
    try:
        pages = [
            Page(page.height, tuple(_lines(page)))
            for page in extract_pages(stream, laparams=_LAYOUT)
        ]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise ReadError("an encrypted PDF; save a copy without password") from error
    except BROKEN as error:
        raise ReadError("a broken or cut off PDF; get the file again") from error
    _check_characters(pages)
    return pages


#: Without its own order of boxes, which breaks down between columns; text in drawings counts.
_LAYOUT = LAParams(boxes_flow=None, all_texts=True)


def _lines(container: Iterable[LTComponent]) -> Iterator[Line]:
    for element in container:
        if isinstance(element, LTTextLineHorizontal):
            line = _line(element)
            if line.text:
                yield line
        elif isinstance(element, LTContainer):
            yield from _lines(element)


def _line(found: LTTextLineHorizontal) -> Line:
    text = found.get_text()
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    characters = [one for one in found if isinstance(one, LTChar)]
    sizes = Counter(round(one.size, 1) for one in characters)
    bold = sum("bold" in one.fontname.lower() for one in characters)
    return Line(
        cells=(" ".join(text.split()),),
        left=found.x0,
        right=found.x1,
        bottom=found.y0,
        top=found.y1,
        size=sizes.most_common(1)[0][0] if sizes else found.height,
        is_bold=bold * 2 > len(characters),
    )


def _check_characters(pages: Iterable[Page]) -> None:
    text = "".join(line.text for page in pages for line in page.lines)
    if not any(map(str.isalnum, text)):
        raise ReadError("no text in this PDF, only pictures; run text recognition (OCR) on it")
    if len("".join(_UNKNOWN.findall(text))) > _MOST_UNKNOWN * len(text):
        raise ReadError("the PDF does not tell its letters; run text recognition (OCR) on it")
