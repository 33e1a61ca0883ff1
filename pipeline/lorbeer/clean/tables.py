"""Tables: those that hold data become rows, those that only lay out a page do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from bs4.element import NavigableString, Tag

from lorbeer.clean.characters import clean_characters
from lorbeer.flow import BlockKind

_LAYOUT_TAGS = ["table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "blockquote", "article"]
_WHITE_SPACE = re.compile(r"\s+")
_LONGEST_CELL = 400
"""Characters above which a cell holds running text."""


@dataclass(frozen=True)
class Row:
    """A table row on one line, its cells joined by " | "."""

    tag: Tag
    kind: BlockKind
    text: str


def is_data_table(table: Tag) -> bool:
    """Whether a table holds data: several columns of short cells, without blocks inside."""
    if table.get("role") == "presentation" or table.find(_LAYOUT_TAGS):
        return False
    rows = table.find_all("tr")
    if not any(len(_cells(row)) > 1 for row in rows):
        return False
    return all(len(_text(cell)) <= _LONGEST_CELL for row in rows for cell in _cells(row))


def rows_of(table: Tag) -> Iterator[Row]:
    """The rows of a data table, with its caption as a paragraph; empty rows are left out."""
    for tag in table.find_all(["caption", "tr"]):
        if tag.name == "caption":
            kind: BlockKind = "paragraph"
            text = _text(tag)
        else:
            kind = "row"
            text = " | ".join(filter(None, map(_text, _cells(tag))))
        if any(map(str.isalnum, text)):
            yield Row(tag, kind, text)


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _text(cell: Tag) -> str:
    """Text of a cell on one line; its own lines, often one name each, are parted by commas."""
    pieces: list[str] = []
    for node in cell.descendants:
        if type(node) is NavigableString:
            pieces.append(_WHITE_SPACE.sub(" ", node))
        elif isinstance(node, Tag) and node.name in ("br", "p", "div"):
            pieces.append("\n")
    lines = filter(None, map(clean_characters, "".join(pieces).split("\n")))
    return reduce(_join, lines, "")


def _join(before: str, line: str) -> str:
    if not before:
        return line
    is_entry = before[-1].isalnum() or before.endswith((")", "."))
    return before + (", " if is_entry and not line[0].islower() else " ") + line
