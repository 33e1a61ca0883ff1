"""The dateline: town and day at the head of a release."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lorbeer.clean.data import entries
from lorbeer.clean.dates import DAY, parse_day
from lorbeer.clean.passage import Passage

_REACH = 4
"""Passages at the head of the text among which a dateline is sought."""
_SHORTEST_CAPITALS = 4
"""Letters below which a word in capitals is rather an abbreviation."""
_TOWN = r"(?P<town>[A-ZÄÖÜ][\w.'’-]*(?:[ /][\w.'’()-]+){0,4}?)"
_WEEKDAY = r"(?:\w+(?:tag|woch|abend),?\s+)?(?:(?:den|am)\s+)?"
_CLOSE = r"\s*(?:[–—:|./-]|$)"
#: `Braunschweig, 2. November 2023 –`, `Berlin, den 03.04.2020:`
_TOWN_AND_DAY = re.compile(rf"{_TOWN}(?:\s?\([^)]*\))?,\s*{_WEEKDAY}(?P<day>{DAY}){_CLOSE}")
#: `02.11.2023 – `, `2020-02-19 16:00:41`
_DAY = re.compile(rf"(?:vom\s+)?(?P<day>{DAY})(?:[T ,]+\d\d[:.]\d\d\S*(?:\s?Uhr)?)?{_CLOSE}")
#: `Stand: 28.04.2020`, `Pressemitteilung Nr. 12 vom 3. Mai 2021`, `Veröffentlicht am 16.08.2019`
_STATED = re.compile(
    r"(?:Stand|Datum|Veröffentlich(?:t|ung)|Erschienen|Erstellt|Online seit"
    rf"|(?:Artikel|Meldung|(?:Presse|Medien)(?:mitteilung|information|meldung))\b.{{0,20}}\bvom)"
    rf"\b[^\d]{{0,15}}(?P<day>{DAY})"
)
#: `Berlin (dpa) –`, `HANNOVER. `, `Einbeck – `
_TOWN_ALONE = re.compile(
    r"(?P<town>[A-ZÄÖÜ][\w'’-]+(?:[ /][A-ZÄÖÜa][\w.'’/-]*){0,3}?)(?P<agency>\s?\([\w/ -]+\))?"
    r"(?:\.\s|,?\s[–—-]+\s|\s?//?\s)(?=[\"„“»A-ZÄÖÜ\d])"
)


@dataclass(frozen=True)
class Dateline:
    """Town and day of a release, each None where it is not stated."""

    place: str | None = None
    published: date | None = None


def find_dateline(passages: Iterable[Passage]) -> Dateline:
    """The dateline in the first passages of the text, if there is one."""
    text = [passage.text for passage in passages]
    heads = list(islice((passage for passage in text), _REACH))
    for head in heads:
        if match := _TOWN_AND_DAY.match(head):
            place = match["town"] if _may_be_town(match["town"]) else None
            return Dateline(place, parse_day(match["day"]))
    days = (
        parse_day(match["day"])
        for head in heads
        if (match := _DAY.match(head) or _STATED.match(head))
    )
    towns = (town for head in heads if (town := _town_alone(head, text)))
    return Dateline(next(towns, None), next(days, None))


def _town_alone(head: str, text: list[str]) -> str | None:
    """A town before the first sentence; in plain case it must recur as a place in the text."""
    match = _TOWN_ALONE.match(head)
    if not match or not _may_be_town(match["town"]):
        return None
    town = match["town"]
    if match["agency"] or (town.isupper() and len(town) >= _SHORTEST_CAPITALS):
        return town.title() if town.isupper() else town
    recurs = re.compile(rf"\b(?:in|aus|nach|bei|[Ss]tadt|TC|SV) {re.escape(town)}\b")
    return town if any(map(recurs.search, text)) else None


def _may_be_town(words: str) -> bool:
    return not {word.casefold() for word in words.split()} & set(entries("not_towns.txt"))
