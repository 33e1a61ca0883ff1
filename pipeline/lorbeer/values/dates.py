"""Dates in German words and figures, anchored where the year or the day is left open."""

import re
from datetime import date, timedelta
from functools import cache

from de_lorbeer.data import table
from lorbeer.records import Date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?")
_WORDS = re.compile(
    r"(?:(\d{1,2})\. ?(?:(?:und|bis|-|–|/|&) ?(\d{1,2})\. ?)?)?([A-Za-zÄÖÜäöü]+\.?),?(?: (\d{4}))?$"
)
_DAYS_AGO = {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1}
_FUTURE = ("kommend", "nächst")


@cache
def _months() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in table("lexicon/months.tsv")}


@cache
def _weekdays() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in table("lexicon/weekdays.tsv")}


def parse_date(text: str, anchor: date | None, years: tuple[int, ...] = ()) -> Date | None:
    """The date that an expression states; None if it cannot be told.

    `anchor` is the release's own date: it fixes relative days, and the year that is left out.
    Without one, `years` (those the text names, most telling first) supply the year.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.match(text):
        year = _full_year(match[3]) if match[3] else _open_year(int(match[2]), anchor, years)
        return _day(year, int(match[2]), int(match[1]))
    return _relative(text, anchor) or _in_words(text, anchor, years)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int | None, month: int, day: int) -> Date | None:
    if year is None:
        return None
    try:
        return Date(start=date(year, month, day).isoformat(), precision="day")
    except ValueError:
        return None


def _open_year(month: int, anchor: date | None, years: tuple[int, ...]) -> int | None:
    """The year of a date without one: nearest to the anchor, else the first of `years`."""
    if anchor is not None:
        distance = month - anchor.month
        return anchor.year + (1 if distance < -6 else -1 if distance > 6 else 0)
    return years[0] if years else None


def _in_words(text: str, anchor: date | None, years: tuple[int, ...]) -> Date | None:
    match = _WORDS.search(text)
    month = (
        _months().get(match[3].lower().rstrip(".")) or _months().get(match[3].lower())
        if match
        else None
    )
    if match is None or month is None:
        return None
    year = int(match[4]) if match[4] else _open_year(month, anchor, years)
    if match[1] is None:
        return Date(start=f"{year}-{month:02}", precision="month") if year else None
    first = _day(year, month, int(match[1]))
    last = _day(year, month, int(match[2])) if match[2] else None
    if first is None or last is None:
        return first
    return first.model_copy(update={"end": last.start})


def _relative(text: str, anchor: date | None) -> Date | None:
    """ "gestern Abend", "am vergangenen Freitag", counted from the anchor."""
    if anchor is None:
        return None
    words = text.lower().split()
    if words[0] in _DAYS_AGO:
        return _iso(anchor + timedelta(days=_DAYS_AGO[words[0]]))
    weekday = next(
        (number for word in words for name, number in _weekdays().items() if word.startswith(name)),
        None,
    )
    if weekday is None:
        return None
    distance = (anchor.isoweekday() - weekday) % 7
    if words[0].startswith(_FUTURE):
        return _iso(anchor + timedelta(days=7 - distance))
    back = distance or (7 if words[0] != "am" else 0)
    return _iso(anchor - timedelta(days=back))


def _iso(day: date) -> Date:
    return Date(start=day.isoformat(), precision="day")
