"""Dates in German words and figures, anchored where the year or the day is left open."""

import re
from datetime import date, timedelta
from functools import cache

from de_lorbeer.data import table
from lorbeer.records import Date

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_JOINT = r"(?:\. ?(?:und|bis(?: zum)?|&|\+)|\.? ?[-–/])"
_NUMERIC = re.compile(
    rf"(?:(?P<first>\d{{1,2}}){_JOINT} ?)?(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\."
    r"(?: ?(?P<year>\d{4}|\d{2}))?"
)
_WORDS = re.compile(
    rf"(?:(?:(?P<first>\d{{1,2}}){_JOINT} ?)?(?P<day>\d{{1,2}})\. ?)?"
    r"(?P<month>[A-Za-zÄÖÜäöü]+\.?),?(?: (?P<year>\d{4}))?$"
)
#: Years of four figures whose neighbours a calendar has, too: "Mai 0000" is none.
_YEARS = range(1000, 9999)
_FUTURE = ("kommend", "nächst")


@cache
def _months() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in table("lexicon/months.tsv")}


@cache
def _weekdays() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in table("lexicon/weekdays.tsv")}


@cache
def _relative_days() -> dict[str, int]:
    return {row["word"]: int(row["days"]) for row in table("lexicon/relative_days.tsv")}


def parse_date(text: str, anchor: date | None, years: tuple[int, ...] = ()) -> Date | None:
    """The date that an expression states; None if it cannot be told.

    `anchor` is the release's own date: it fixes relative days, and the year that is left out.
    Without one, `years` (those the text names, most telling first) supply the year.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        day = match[3]
        month = int(match[2])
        return _day(int(match[1]), month, int(day)) if day else _month(int(match[1]), month)
    if match := _NUMERIC.match(text):
        month = int(match["month"])
        year = _full_year(match["year"]) if match["year"] else _open_year(month, anchor, years)
        return _days(match, year, month)
    return _relative(text, anchor) or _in_words(text, anchor, years)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int | None, month: int, day: int) -> Date | None:
    if year is None or year not in _YEARS:
        return None
    try:
        return Date(start=date(year, month, day).isoformat(), precision="day")
    except ValueError:
        return None


def _month(year: int | None, month: int) -> Date | None:
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    return Date(start=f"{year}-{month:02}", precision="month")


def _days(match: re.Match[str], year: int | None, month: int) -> Date | None:
    """The day that a match states, or the range of days."""
    last = _day(year, month, int(match["day"]))
    first = _day(year, month, int(match["first"])) if match["first"] else None
    if first is None or last is None or last.start <= first.start:
        return last
    return first.model_copy(update={"end": last.start})


def _open_year(month: int, anchor: date | None, years: tuple[int, ...]) -> int | None:
    """The year of a date without one: nearest to the anchor, else the first of `years`."""
    if anchor is not None:
        distance = month - anchor.month
        return anchor.year + (1 if distance < -6 else -1 if distance > 6 else 0)
    return years[0] if years else None


def _in_words(text: str, anchor: date | None, years: tuple[int, ...]) -> Date | None:
    match = _WORDS.search(text)
    word = match["month"].lower() if match else ""
    month = _months().get(word.rstrip(".")) or _months().get(word)
    if match is None or month is None:
        return None
    year = int(match["year"]) if match["year"] else _open_year(month, anchor, years)
    return _days(match, year, month) if match["day"] else _month(year, month)


def _relative(text: str, anchor: date | None) -> Date | None:
    """ "gestern Abend", "am vergangenen Freitag", counted from the anchor."""
    if anchor is None:
        return None
    words = text.lower().split()
    days = _relative_days().get(words[0])
    if days is not None:
        return _iso(anchor + timedelta(days=days))
    if "woche" in words[-1]:
        return _of_week(words, anchor)
    weekday = next(
        (number for word in words for name, number in _weekdays().items() if word.startswith(name)),
        None,
    )
    if weekday is None:
        return None
    distance = (anchor.isoweekday() - weekday) % 7
    if words[0].startswith(_FUTURE):
        return _iso(anchor + timedelta(days=7 - distance))
    back = distance or (7 if len(words) > 1 and words[0] != "am" else 0)
    return _iso(anchor - timedelta(days=back))


def _of_week(words: list[str], anchor: date) -> Date:
    """The month in which a week or weekend lies: its day is left open."""
    day = anchor
    if words[-1] == "wochenende":
        day -= timedelta(days=anchor.isoweekday() % 7)
        weeks = 1 if words[0].startswith(_FUTURE) else 0
    else:
        weeks = 1 if words[0].startswith(_FUTURE) else 0 if words[0].startswith("dies") else -1
    day += timedelta(weeks=weeks)
    return Date(start=f"{day.year}-{day.month:02}", precision="month")


def _iso(day: date) -> Date:
    return Date(start=day.isoformat(), precision="day")
