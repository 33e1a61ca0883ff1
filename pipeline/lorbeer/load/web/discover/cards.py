"""The teasers of a listing: what surrounds a link and speaks of the page behind it alone."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bs4 import Tag

from lorbeer.load.web.discover.links import moment_of
from lorbeer.values.dates import parse_date

_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}\. ?(?:\d{1,2}\.|[A-Za-zä]{3,9}\.?) ?\d{4}|\d{4}-\d{2}-\d{2})(?!\d)"
)
_LEAST_SENTENCE = 80
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Card:
    """What surrounds a link: a headline ("" without one), a date, and its text in characters.

    `running` is the part of `length` in running text, as `running_text` counts it.
    """

    url: str
    headline: str
    dated: datetime | None
    length: int
    running: int


def cards_of(anchors: Iterable[tuple[str, Tag]]) -> list[Card]:
    """A card for each address, in the order of the page; `anchors` are addresses and elements."""
    by_url: dict[str, list[Tag]] = defaultdict(list)
    urls_in: dict[int, set[str]] = defaultdict(set)
    for url, anchor in anchors:
        by_url[url].append(anchor)
        for element in (anchor, *anchor.parents):
            urls_in[id(element)].add(url)
    return [_card(url, _widest(group[0], urls_in), group) for url, group in by_url.items()]


def _widest(anchor: Tag, urls_in: dict[int, set[str]]) -> Tag:
    """The largest element around an anchor that holds no link to another page."""
    widest = anchor
    for element in anchor.parents:
        if len(urls_in[id(element)]) > 1 or element.name in ("main", "body", "[document]"):
            break
        widest = element
    return widest


def _card(url: str, element: Tag, anchors: list[Tag]) -> Card:
    text = text_of(element)
    headings = [text_of(heading) for heading in element.find_all(_HEADINGS)]
    labels = [label for anchor in anchors for label in _labels(anchor)]
    headline = max(headings, key=len, default="") or max(labels, key=len, default="")
    return Card(url, headline, _dated(element, text), len(text), running_text(element))


def _labels(anchor: Tag) -> tuple[str, str]:
    return text_of(anchor), str(anchor.get("title") or anchor.get("aria-label") or "")


def _dated(element: Tag, text: str) -> datetime | None:
    """The date beside a link: machine-readable, else the first one in the text."""
    for time in element.select("time[datetime]"):
        if moment := moment_of(str(time["datetime"])):
            return moment
    for match in _DAY.finditer(text):
        if (day := parse_date(match[0], None)) and day.precision == "day":
            return moment_of(day.start)
    return None


def running_text(element: Tag) -> int:
    """Characters in pieces long enough to be sentences, unlike those of menus and forms."""
    return sum(len(text) for text in element.stripped_strings if len(text) >= _LEAST_SENTENCE)


def text_of(element: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(element.get_text(" ").split())
