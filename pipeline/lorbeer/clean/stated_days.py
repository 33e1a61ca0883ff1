"""Days of publication that a page states in its markup, in its text, or in its address."""

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from htmldate import find_date
from lxml.html import HtmlElement

from lorbeer.clean.data import entries
from lorbeer.clean.dates import DAY, parse_day
from lorbeer.clean.html_tree import text_of

# It calls pages with little in them errors.
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_LONGEST = 80
"""Characters of an element that states a day and little else."""
_NEAR = 12
"""Texts after the main heading that are near it."""
_DAY = re.compile(rf"(?<!\d)(?:{DAY})(?!\d)")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=\D|$)")
_WORD_BREAK = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")


def days_in_markup(page: HtmlElement) -> list[date]:
    """The day in an element named after dates below the main heading; else other days near it."""
    above: list[date] = []
    below: list[date] = []
    texts_below = None
    main = "h1" if page.find(".//h1") is not None else "h2"
    for element in page.iter("*"):
        if element.tag == main and not texts_below:
            texts_below = 0
        elif texts_below is not None and (element.text or "").strip():
            texts_below += 1
        if _is_named_after_dates(element):
            if (day := day_in(element)) and texts_below is not None:
                return [day]
            above += [day] if day else []
        elif texts_below is not None and texts_below <= _NEAR:
            below += filter(None, [day_in(element)])
    return below + above[::-1]


def days_by_search(source: str) -> Iterator[str]:
    """The day that htmldate finds by the habits of common publishing systems.

    Its search through all of the text is left out: of 37 pages where nothing else tells the day it
    found four more of the twelve that state one, and some day on 20 more of the others.
    """
    if day := find_date(source, original_date=True, extensive_search=False):
        yield day


def day_in_address(url: str | None) -> date | None:
    """The day in an address such as `/2023/11/02/preis`."""
    match = _DAY_IN_PATH.search(url or "")
    return parse_day("-".join(match.groups())) if match else None


def _is_named_after_dates(element: HtmlElement) -> bool:
    names = (element.get(key) for key in ("class", "id", "itemprop", "property"))
    return element.tag == "time" or any(_is_date_name(name) for name in names if name)


@cache
def _is_date_name(name: str) -> bool:
    words = {word.lower() for word in _WORD_BREAK.split(name)}
    return not words.isdisjoint(entries("date_names.txt"))


def day_in(element: HtmlElement) -> date | None:
    """The day in the attributes of an element or in its text; in a longer one where it opens it."""
    for key in ("content", "datetime", "title"):
        if day := parse_day(element.get(key)):
            return day
    text = " ".join(text_of(element).split())
    match = _DAY.search(text) if len(text) <= _LONGEST else _DAY.match(text)
    return parse_day(match[0]) if match else None
