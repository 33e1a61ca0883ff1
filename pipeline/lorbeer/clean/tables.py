"""Tables: those that hold data become rows, those that only lay out a page do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from lorbeer.clean.characters import clean_characters
from lorbeer.flow import BlockKind

_LAYOUT_TAGS = ("table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "blockquote", "article")
_LINE_TAGS = frozenset({"br", "p", "div"})
_WHITE_SPACE = re.compile(r"\s+")
_LONGEST_CELL = 400
"""Characters above which a cell holds running text."""


@dataclass(frozen=True)
class Row:
    """A table row on one line, its cells joined by " | "."""

    element: HtmlElement
    kind: BlockKind
    text: str


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds data: several columns of short cells, without blocks inside."""
    if table.get("role") == "presentation" or _holds_blocks(table):
        return False
    rows = list(table.iter("tr"))
    if not any(len(_cells(row)) > 1 for row in rows):
        return False
    return all(len(_text(cell)) <= _LONGEST_CELL for row in rows for cell in _cells(row))


def rows_of(table: HtmlElement) -> Iterator[Row]:
    """The rows of a data table, with its caption as a paragraph; empty rows are left out."""
    for element in table.iter("caption", "tr"):
        if element.tag == "caption":
            kind: BlockKind = "paragraph"
            text = _text(element)
        else:
            kind = "row"
            text = " | ".join(filter(None, map(_text, _cells(element))))
        if any(map(str.isalnum, text)):
            yield Row(element, kind, text)


def _holds_blocks(table: HtmlElement) -> bool:
    return any(element is not table for element in table.iter(*_LAYOUT_TAGS))


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _text(cell: HtmlElement) -> str:
    """Text of a cell on one line; its own lines, often one name each, are parted by commas."""
    pieces: list[str] = []
    for event, node in iterwalk(cell, events=("start", "end", "comment")):
        if event == "start":
            pieces += ["\n" if node.tag in _LINE_TAGS else "", _one_line(node.text)]
        elif node is not cell:
            pieces.append(_one_line(node.tail))
    lines = filter(None, map(clean_characters, "".join(pieces).split("\n")))
    return reduce(_join, lines, "")


def _one_line(text: str | None) -> str:
    return _WHITE_SPACE.sub(" ", text or "")


def _join(before: str, line: str) -> str:
    if not before:
        return line
    is_entry = before[-1].isalnum() or before.endswith((")", "."))
    return before + (", " if is_entry and not line[0].islower() else " ") + line
