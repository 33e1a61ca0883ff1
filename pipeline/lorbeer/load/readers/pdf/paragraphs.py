"""Lines in reading order as headings, paragraphs, items and rows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lorbeer.load.pieces import Piece
from lorbeer.load.readers.pdf.lines import Line, Page
from lorbeer.values.hyphens import join_lines

_SIZE_CHANGE = 0.08
_WIDE_GAP = 1.3
"""Distances between lines, in usual ones, that divide paragraphs."""
_INDENT = 0.8
_SHORT = 0.8
"""Share of the column that a line fills if it may be the last of a paragraph."""
_LARGE = 1.12
_LONGEST_HEADING = 250
_LONGEST_BOLD = 120
_LEAST_TITLE = 20
"""Letters of a title; a shorter line in large letters says "Pressemitteilung"."""
_BULLET = re.compile(r"(?:[•▪‣●○◦■□►▶\uf0b7*]|[-–—o](?=\s))\s*(?=\S)")
_STOP = re.compile(r"[.!?:…][\"'“”»)\]]*$")


@dataclass
class _Open:
    """A paragraph that is being gathered."""

    lines: list[Line]
    text: str
    is_item: bool = False
    is_row: bool = False

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def is_bold(self) -> bool:
        return all(line.is_bold for line in self.lines)


def body_size_of(pages: Iterable[Page]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def pieces_of(columns: Sequence[Sequence[Line]], body_size: float) -> list[Piece]:
    """The pieces in columns that follow one another, over the ends of columns and pages."""
    paragraphs: list[_Open] = []
    for column in columns:
        found = list(_paragraphs(column))
        if paragraphs and found and _goes_on(paragraphs[-1], found[0]):
            paragraphs[-1].text = join_lines(paragraphs[-1].text, found[0].text)
            found = found[1:]
        paragraphs += found
    body_is_bold = _most_is_bold(paragraphs)
    title = _title(paragraphs, body_size)
    return [_piece(one, body_size, one is title, body_is_bold) for one in paragraphs]


def _paragraphs(column: Sequence[Line]) -> Iterator[_Open]:
    pitch = _pitch(column)
    edge, width = _edges(column)
    current: _Open | None = None
    for line in column:
        if current and not _begins(line, current, pitch, edge, width):
            current.text = join_lines(current.text, line.text)
            current.lines.append(line)
            continue
        if current:
            yield current
        bullet = _BULLET.match(line.text)
        text = line.text[bullet.end() :] if bullet else line.text
        current = _Open([line], text, is_item=bullet is not None, is_row=len(line.cells) > 1)
    if current:
        yield current


def _pitch(column: Sequence[Line]) -> float:
    """The usual distance between lines."""
    distances = [one.bottom - other.bottom for one, other in pairwise(column)]
    near = [gap for gap, line in zip(distances, column, strict=False) if 0 < gap < 2.5 * line.size]
    return median(near) if near else 1.3 * column[0].size


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    left = min(line.left for line in column)
    return left, max(line.right for line in column) - left


def _begins(line: Line, current: _Open, pitch: float, edge: float, width: float) -> bool:
    """Whether a line begins something new."""
    before = current.lines[-1]
    if len(line.cells) > 1 or current.is_row or _BULLET.match(line.text):
        return True
    if abs(line.size - before.size) > _SIZE_CHANGE * before.size:
        return True
    if line.is_bold != before.is_bold and (line.is_bold or current.is_bold):
        return True
    if before.bottom - line.bottom > _WIDE_GAP * pitch:
        return True
    is_indented = line.left > before.left + _INDENT * line.size
    if is_indented and not current.is_item and before.left < edge + _INDENT * line.size:
        return True
    return before.right < edge + _SHORT * width and bool(_STOP.search(before.text))


def _goes_on(before: _Open, after: _Open) -> bool:
    """Whether a paragraph goes on in the next column."""
    if after.is_item or after.is_row or before.is_row or before.size != after.size:
        return False
    if _STOP.search(before.text) or before.is_bold != after.is_bold:
        return False
    # A capital may be that of a noun, so the paragraph must be more than a line of a letterhead.
    return after.text[0].islower() or before.text[-1] in "-,\u00ad" or len(before.lines) > 1


def _most_is_bold(paragraphs: Sequence[_Open]) -> bool:
    bold = sum(len(one.text) for one in paragraphs if one.is_bold)
    return bold * 2 > sum(len(one.text) for one in paragraphs)


def _title(paragraphs: Sequence[_Open], body_size: float) -> _Open | None:
    """The first of the largest headings, unless it is too short for one."""
    large = [
        one for one in paragraphs if _is_large(one, body_size) and len(one.text) >= _LEAST_TITLE
    ]
    return max(large, key=lambda one: one.size, default=None)


def _is_large(one: _Open, body_size: float) -> bool:
    return one.size >= _LARGE * body_size and len(one.text) <= _LONGEST_HEADING


def _piece(one: _Open, body_size: float, is_title: bool, body_is_bold: bool) -> Piece:
    if one.is_row:
        return Piece("row", one.lines[0].cells)
    if one.is_item:
        return Piece("item", (one.text,))
    is_bold = one.is_bold and not body_is_bold
    is_heading = is_bold and len(one.text) <= _LONGEST_BOLD and not _STOP.search(one.text)
    if is_heading or _is_large(one, body_size):
        return Piece("heading", (one.text,), 1 if is_title else 2)
    return Piece("paragraph", (one.text,))
