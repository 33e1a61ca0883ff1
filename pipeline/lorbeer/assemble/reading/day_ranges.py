"""Ranges of days: some days on end, whose last one counts, and periods of weeks."""

from datetime import date, timedelta

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence
from lorbeer.records import Date
from lorbeer.values.dates import parse_date

#: A leap year, in which every day can be read.
ANY_YEAR = 2000
_WEEK = 7


def is_period(mention: Mention, sentence: Sentence) -> bool:
    """Whether a date ends a range of weeks, such as that of a vote."""
    return _length(mention, sentence) >= _WEEK


def is_range(mention: Mention, sentence: Sentence) -> bool:
    """Whether a date is the last one of some days on end: "vom 3. bis 5. Mai"."""
    return 0 < _length(mention, sentence) < _WEEK


def _length(mention: Mention, sentence: Sentence) -> int:
    """Days between the first and the last day; the year that is left open does not matter."""
    found = parse_date(mention.text, None) or parse_date(mention.text, None, (ANY_YEAR,))
    if found is None or found.precision != "day":
        return 0
    return (_last(found) - _first(found, mention, sentence)).days


def days_of(found: Date, mention: Mention, sentence: Sentence) -> list[date]:
    """All days of a range of less than a week; else the last day alone."""
    first, last = _first(found, mention, sentence), _last(found)
    length = (last - first).days
    return [first + timedelta(days=n) for n in range(length + 1)] if length < _WEEK else [last]


def _last(found: Date) -> date:
    return date.fromisoformat(found.end or found.start)


def _first(found: Date, mention: Mention, sentence: Sentence) -> date:
    """The first day of a range, which the mention holds or which stands right before it; a day that
    is none is its own first day.
    """
    first = date.fromisoformat(found.start)
    match = cue("date.range-before").search(sentence.text[: mention.start - sentence.start])
    if match is None or found.end:
        return first
    day = int(match["day"])
    month = first if day < first.day else first.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return first
