"""HTML as passages: walks a tree in order and cuts its text into blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from lorbeer.clean.data import entries
from lorbeer.clean.enumeration import (
    is_enumerated,
    is_set_in_dashes,
    without_bullet,
    without_dashes,
)
from lorbeer.clean.lines import Line, LineBuffer, join_continued
from lorbeer.clean.passage import Passage
from lorbeer.clean.place_finder import PlaceFinder
from lorbeer.clean.tables import is_data_table, rows_of
from lorbeer.flow import BlockKind

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD_LEVEL = 6
"""A bold line ranks below every marked heading."""
_LONGEST_BOLD = 120
_LONGEST_HEADING = 250
_BOLD = frozenset({"b", "strong"})
_LISTS = frozenset({"ul", "ol", "menu"})
_ITEMS = frozenset({"li", "dt", "dd"})
_BLOCKS = frozenset(entries("block_tags.txt"))


@dataclass(frozen=True)
class Found:
    """A passage and the element whose text it is; `linked` is the share of it inside links."""

    passage: Passage
    element: HtmlElement
    linked: float = 0


def read_tree(root: HtmlElement, places: PlaceFinder) -> list[Found]:
    """All text below `root`, in order; `places` tells where each stretch of text stands."""
    return list(_Reader(places).read(root))


class _Place(NamedTuple):
    """What surrounds the text that is being read."""

    element: HtmlElement
    kind: BlockKind = "paragraph"
    level: int = 0
    bold: bool = False
    linked: bool = False
    preformatted: bool = False


@dataclass
class _Reader:
    """Walks a tree; `_inside` are the elements that are open."""

    places: PlaceFinder
    _inside: list[_Place] = field(default_factory=list)
    _lines: LineBuffer = field(default_factory=LineBuffer)
    _marker: str = ""
    _numbers: dict[HtmlElement, int] = field(default_factory=dict)

    def read(self, root: HtmlElement) -> Iterator[Found]:
        """The passages below `root`."""
        self._inside.append(_Place(root))
        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element.tag == "table" and is_data_table(element):
                    yield from self._flush(self._inside[-1])
                    yield from self._read_table(element)
                    walk.skip_subtree()
                    self._inside.append(self._inside[-1])
                else:
                    yield from self._open(element)
            else:
                place = self._inside.pop()
                if element.tag in _BLOCKS:
                    yield from self._flush(place)
                if element.tag == "li":
                    self._marker = ""
                if element is not root:
                    self._read_text(element.tail, self._inside[-1])
        yield from self._flush(_Place(root))

    def _open(self, element: HtmlElement) -> Iterator[Found]:
        outer = self._inside[-1]
        if element.tag == "br":
            self._lines.end_line()
        elif element.tag == "hr" or element.tag in _BLOCKS:
            yield from self._flush(outer)
        if element.tag == "li":
            self._number(element)
        self._inside.append(_place_in(element, outer))
        self._read_text(element.text, self._inside[-1])

    def _read_text(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        at = self.places.find(text)
        for number, line in enumerate(text.split("\n") if place.preformatted else [text]):
            if number:
                self._lines.end_line()
            self._lines.add(line, at, bold=place.bold, linked=place.linked)

    def _number(self, item: HtmlElement) -> None:
        """Keeps the number that an ordered list shows before its item."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            self._marker = ""
            return
        number = self._numbers.get(parent, _start_of(parent))
        self._numbers[parent] = number + 1
        self._marker = f"{number}. "

    def _read_table(self, table: HtmlElement) -> Iterator[Found]:
        for row in rows_of(table):
            at = self.places.pass_over(row.element)
            yield Found(Passage(row.kind, row.text, at), row.element)

    def _flush(self, place: _Place) -> Iterator[Found]:
        if self._lines.is_empty:
            return
        lines = join_continued(self._lines.take())
        if place.kind == "heading" and lines:
            text = " ".join(line.text for line in lines)
            heading = _heading(text, lines[0].at, place.level)
            yield Found(heading, place.element, lines[0].linked)
            return
        for number, line in enumerate(lines):
            passage = self._passage(line, place, first=number == 0)
            yield Found(passage, place.element, line.linked)

    def _passage(self, line: Line, place: _Place, *, first: bool) -> Passage:
        if place.kind == "item":
            marker = "" if is_enumerated(line.text) else self._marker
            text, self._marker = marker + without_bullet(line.text), ""
            # A line break in an item adds to it: the town below the name.
            return Passage("item", text, line.at, place.level + (not first), len(marker))
        if place.kind == "quote":
            return Passage("quote", line.text, line.at)
        if (line.bold and _may_be_heading(line.text)) or is_set_in_dashes(line.text):
            return Passage("heading", without_dashes(line.text), line.at, _BOLD_LEVEL)
        if is_enumerated(line.text):
            return Passage("item", without_bullet(line.text), line.at, 1)
        return Passage("paragraph", line.text, line.at)


def _place_in(element: HtmlElement, outer: _Place) -> _Place:
    """What surrounds the text inside an element."""
    tag = element.tag
    if tag not in _BLOCKS:
        if tag in _BOLD and not outer.bold:
            return outer._replace(bold=True)
        return outer._replace(linked=True) if tag == "a" else outer
    place = outer._replace(element=element)
    if tag in _HEADINGS:
        return place._replace(kind="heading", level=_HEADINGS[tag])
    if tag in _LISTS or tag == "dl":
        return place._replace(level=place.level + 1 if place.kind == "item" else 1)
    if tag in _ITEMS:
        return place._replace(kind="item", level=max(place.level, 1))
    if tag == "blockquote":
        return place._replace(kind="quote")
    if tag == "pre":
        return place._replace(preformatted=True)
    return place


def _heading(text: str, at: int, level: int) -> Passage:
    """A heading, unless a page marks whole paragraphs as one to set them larger."""
    if len(text) > _LONGEST_HEADING:
        return Passage("paragraph", text, at)
    return Passage("heading", text, at, level)


def _may_be_heading(text: str) -> bool:
    return len(text) <= _LONGEST_BOLD and not text.endswith((".", ",", ";"))


def _start_of(ordered: HtmlElement) -> int:
    start = ordered.get("start", "1")
    return int(start) if start.isdecimal() else 1
