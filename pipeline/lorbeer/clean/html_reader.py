"""HTML as passages."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, Tag

from lorbeer.clean.boilerplate import main_part, remove_boilerplate, remove_dropped
from lorbeer.clean.data import entries
from lorbeer.clean.enumeration import (
    is_enumerated,
    is_set_in_dashes,
    without_bullet,
    without_dashes,
)
from lorbeer.clean.lines import Line, LineBuffer, join_continued
from lorbeer.clean.passage import Passage
from lorbeer.clean.tables import is_data_table, rows_of
from lorbeer.flow import BlockKind

Locate = Callable[[Tag], int | None]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD_LEVEL = 6
"""A bold line ranks below every marked heading."""
_LONGEST_BOLD = 120
_LONGEST_HEADING = 250
_BOLD = frozenset({"b", "strong"})
_LISTS = frozenset({"ul", "ol", "menu"})
_ITEMS = frozenset({"li", "dt", "dd"})


def parse(source: str) -> BeautifulSoup:
    """The page as a tree."""
    return BeautifulSoup(source, "html.parser")


def read_page(page: BeautifulSoup, source: str) -> list[Passage]:
    """The release in a page; empties the page of its boilerplate."""
    remove_dropped(page)
    remove_boilerplate(page)
    return read_tree(main_part(page), source_locator(source))


def read_tree(root: Tag, locate: Locate) -> list[Passage]:
    """All text below `root`; `locate` tells where a tag stands, or None."""
    reader = _Reader(locate)
    reader.read(root)
    return reader.passages


def source_locator(source: str) -> Locate:
    """Offsets of tags from the line and column that the parser noted."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def locate(tag: Tag) -> int | None:
        if tag.sourceline is None or tag.sourcepos is None:
            return None
        return starts[tag.sourceline - 1] + tag.sourcepos

    return locate


@dataclass(frozen=True)
class _Place:
    """What surrounds the text that is being read."""

    kind: BlockKind = "paragraph"
    level: int = 0
    bold: bool = False
    preformatted: bool = False


class _Reader:
    """Walks a tree in order and cuts its text into passages."""

    def __init__(self, locate: Locate) -> None:
        self.passages: list[Passage] = []
        self._locate = locate
        self._lines = LineBuffer()
        self._at = 0
        self._marker = ""
        self._blocks = frozenset(entries("block_tags.txt"))

    def read(self, root: Tag) -> None:
        """Appends everything below `root` to `passages`."""
        self._read_children(root, _Place())
        self._flush(_Place())

    def _read_children(self, parent: Tag, place: _Place) -> None:
        for child in parent.children:
            if isinstance(child, Tag):
                self._read_tag(child, place)
            elif type(child) in (NavigableString, CData):  # comments are subclasses of it too
                self._read_text(str(child), place)

    def _read_text(self, text: str, place: _Place) -> None:
        for number, line in enumerate(text.split("\n") if place.preformatted else [text]):
            if number:
                self._lines.end_line()
            self._lines.add(line, self._at, place.bold)

    def _read_tag(self, tag: Tag, place: _Place) -> None:
        at = self._locate(tag)
        self._at = self._at if at is None else at
        if tag.name == "br":
            self._lines.end_line()
        elif tag.name == "hr":
            self._flush(place)
        elif tag.name in self._blocks:
            self._read_block(tag, place)
        else:
            self._read_children(tag, replace(place, bold=place.bold or tag.name in _BOLD))

    def _read_block(self, tag: Tag, place: _Place) -> None:
        self._flush(place)
        inner = _place_in(tag, place)
        if tag.name == "table" and is_data_table(tag):
            self._read_table(tag)
        elif tag.name in _LISTS:
            self._read_list(tag, inner)
        else:
            self._read_children(tag, inner)
        self._flush(inner)

    def _read_list(self, tag: Tag, place: _Place) -> None:
        number = _start_of(tag) if tag.name == "ol" else None
        for child in tag.children:
            if isinstance(child, Tag) and child.name == "li" and number is not None:
                self._marker = f"{number}. "
                number += 1
            if isinstance(child, Tag):
                self._read_tag(child, place)
                self._marker = ""

    def _read_table(self, table: Tag) -> None:
        for row in rows_of(table):
            at = self._locate(row.tag)
            self._at = self._at if at is None else at
            self.passages.append(Passage(row.kind, row.text, self._at))

    def _flush(self, place: _Place) -> None:
        lines = join_continued(self._lines.take())
        if place.kind == "heading" and lines:
            text = " ".join(line.text for line in lines)
            self.passages.append(_heading(text, lines[0].at, place.level))
            return
        for number, line in enumerate(lines):
            self.passages.append(self._passage(line, place, first=number == 0))

    def _passage(self, line: Line, place: _Place, *, first: bool) -> Passage:
        if place.kind == "item":
            marker = "" if is_enumerated(line.text) else self._marker
            text, self._marker = marker + without_bullet(line.text), ""
            # A line break in an item adds to it: the town below the name.
            return Passage("item", text, line.at, place.level + (not first))
        if place.kind == "quote":
            return Passage("quote", line.text, line.at)
        if (line.bold and _may_be_heading(line.text)) or is_set_in_dashes(line.text):
            return Passage("heading", without_dashes(line.text), line.at, _BOLD_LEVEL)
        if is_enumerated(line.text):
            return Passage("item", without_bullet(line.text), line.at, 1)
        return Passage("paragraph", line.text, line.at)


def _place_in(tag: Tag, place: _Place) -> _Place:
    """What surrounds the text inside a block tag."""
    if tag.name in _HEADINGS:
        return replace(place, kind="heading", level=_HEADINGS[tag.name])
    if tag.name in _LISTS or tag.name == "dl":
        return replace(place, level=place.level + 1 if place.kind == "item" else 1)
    if tag.name in _ITEMS:
        return replace(place, kind="item", level=max(place.level, 1))
    if tag.name == "blockquote":
        return replace(place, kind="quote")
    if tag.name == "pre":
        return replace(place, preformatted=True)
    return place


def _heading(text: str, at: int, level: int) -> Passage:
    """A heading, unless a page marks whole paragraphs as one to set them larger."""
    if len(text) > _LONGEST_HEADING:
        return Passage("paragraph", text, at)
    return Passage("heading", text, at, level)


def _may_be_heading(text: str) -> bool:
    return len(text) <= _LONGEST_BOLD and not text.endswith((".", ",", ";"))


def _start_of(ordered: Tag) -> int:
    start = str(ordered.get("start", "1"))
    return int(start) if start.isdecimal() else 1
