"""Which day a date of a release means, where it leaves its year or its week open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from de_lorbeer.cues import cue
from de_lorbeer.data import table
from lorbeer.assemble.reading.day_ranges import ANY_YEAR, days_of
from lorbeer.assemble.reading.issue import issue, week_of_issue, years_of_issue
from lorbeer.assemble.reading.years import is_of_beginning
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.records import Date
from lorbeer.values.dates import parse_date
from lorbeer.values.numbers import number

#: A date without a year lies no farther from the release than so many days, unless its sentence,
#: its weekday or the title says so.
_NEAR = 92
#: So many days may a release lag behind what it still calls future.
_SLACK = 31
#: The first sentences, of which those without a stop are its title and the lines below.
_HEAD = 4
_STOPS = (".", "!", "?", ":", ",")
#: Days that the text names stand for weekdays named later up to so many days before the release.
_RECENT = 62
_WEEK = 7
#: Years that lie so far before the last one that a release names are those of a look back.
_LASTING = 15
_TO_COME, _PAST = "date.to-come", "date.past"
#: Days on end that are named by their first and last weekday are fewer.
_LONGEST = 4
#: Letters of an abbreviated weekday.
_ABBREVIATION = 2


@dataclass(frozen=True)
class _Stated:
    """A day that the text states in full, or in a range of days, and where."""

    position: int
    day: date


class Calendar:
    """Reads the dates of one release, each by what stands around it."""

    def __init__(self, analysis: Analysis) -> None:
        issued = issue(analysis)
        self._anchor = analysis.text.published or _day(issued)
        dates = [(m, s) for s in analysis.sentences for m in s.of("DATE")]
        head = [s for s in analysis.sentences[:_HEAD] if not s.text.rstrip().endswith(_STOPS)]
        self._about = (
            self._anchor
            or (_first(issued) if issued else _month_at_head(head))
            or week_of_issue(analysis)
        )
        self._title_years = _years(head) or years_of_issue(analysis)
        self._years = _years(analysis.sentences)
        self._full = [
            _Stated(mention.start, day)
            for mention, sentence in dates
            if (found := parse_date(mention.text, None)) and found.precision == "day"
            for day in days_of(found, mention, sentence)
        ]
        self._stated = self._full
        self._stated = self._full + [
            _Stated(mention.start, day)
            for mention, sentence in dates
            if (found := self._open(mention, sentence)) and found.precision == "day"
            for day in days_of(found, mention, sentence)
        ]

    def dated(self, mention: Mention, sentence: Sentence) -> Mention:
        """A date with what it means as its canonical form, empty where it cannot be told."""
        found = self.read(mention, sentence)
        return replace(mention, canonical=found.start if found else "")

    def read(self, mention: Mention, sentence: Sentence) -> Date | None:
        """The date that a mention means, of a range its last day: prizes are given at the end; None
        if it cannot be told.
        """
        found = (
            parse_date(mention.text, None)
            or self._open(mention, sentence)
            or self._relative(mention, sentence)
        )
        return _iso(date.fromisoformat(found.end)) if found and found.end else found

    def _open(self, mention: Mention, sentence: Sentence) -> Date | None:
        """A date that leaves its year open."""
        if parse_date(mention.text, None) or not parse_date(mention.text, None, (ANY_YEAR,)):
            return None
        found = [parse_date(mention.text, None, (year,)) for year in self._possible_years(mention)]
        choices = [choice for choice in found if choice is not None]
        weekday = _weekday_before(mention, sentence)
        fitting = [c for c in choices if weekday and _first(c).isoweekday() == weekday]
        choices = fitting or choices[: 3 if self._about else 1]
        if not choices or self._about is None:
            return choices[0] if choices else None
        about = self._about
        nearest = min(choices, key=lambda choice: abs(_first(choice) - about))
        return nearest if fitting else self._by_tense(nearest, choices, mention, sentence, about)

    def _possible_years(self, mention: Mention) -> list[int]:
        """The likeliest year first; without a day of the release, those that the text names."""
        if self._about is not None:
            year = self._about.year
            return [year, year - 1, year + 1, *self._title_years]
        before = [s.day.year for s in self._stated if s.position < mention.start][-1:]
        behind = [s.day.year for s in self._stated if s.position > mention.start][:1]
        named = [*self._title_years, *before, *behind, *self._years]
        last = max(named, default=0)
        named = [year for year in named if year >= last - _LASTING]
        return [*named, *(year + 1 for year in named), *(year - 1 for year in named)]

    def _by_tense(
        self, nearest: Date, choices: list[Date], mention: Mention, sentence: Sentence, anchor: date
    ) -> Date:
        """The nearest, unless it lies behind and is yet to come, or is far ahead and past; where
        the release came out long after, that of the year in its title.
        """
        ahead = (_first(nearest) - anchor).days
        is_to_come = _tells(_TO_COME, _PAST, mention, sentence) or _tells(
            "date.present", _PAST, mention, sentence
        )
        if is_to_come and ahead < -_SLACK:
            return min((c for c in choices if _first(c) > anchor), key=_first, default=nearest)
        if ahead > _NEAR and _tells(_PAST, _TO_COME, mention, sentence):
            nearest = max((c for c in choices if _first(c) < anchor), key=_first, default=nearest)
        is_far = abs((_first(nearest) - anchor).days) > _NEAR
        if is_far and self._title_years and not self._names(anchor.year):
            return parse_date(mention.text, None, (self._title_years[0],)) or nearest
        return nearest

    def _names(self, year: int) -> bool:
        return year in self._years or any(stated.day.year == year for stated in self._full)

    def _relative(self, mention: Mention, sentence: Sentence) -> Date | None:
        """A day or week named by its distance from the release, or from a day named before."""
        anchor = self._anchor
        found = parse_date(mention.text, anchor)
        weekday = _weekday_in(mention.text) if mention.rule == "date.weekday" else None
        if weekday is None:
            return found
        later = timedelta(days=_days_to_last(weekday, mention, sentence))
        stated = self._stated_weekday(weekday, mention)
        if stated is not None:
            return _iso(stated + later)
        if found is None or anchor is None or _first(found) >= anchor:
            return found
        if _tells(_TO_COME, _PAST, mention, sentence):
            later += timedelta(days=_WEEK)
        return _iso(_first(found) + later)

    def _stated_weekday(self, weekday: int, mention: Mention) -> date | None:
        """The last day before a mention that the text states and that was this weekday."""
        anchor = self._anchor
        days = [
            stated.day
            for stated in self._stated
            if stated.position < mention.start
            and stated.day.isoweekday() == weekday
            and (anchor is None or timedelta(0) <= anchor - stated.day <= timedelta(days=_RECENT))
        ]
        return days[-1] if days else None


def _month_at_head(head: Iterable[Sentence]) -> date | None:
    """The middle of the month that the head of a text names: "Newsletter Januar 2017"."""
    dates = (parse_date(m.text, None) for s in head for m in s.of("DATE"))
    return next((_first(found) for found in dates if found), None)


def _years(sentences: Iterable[Sentence]) -> list[int]:
    """The years named, each once, in order of position, less those of beginnings."""
    named = (number(m.text) for s in sentences for m in s.of("YEAR") if not is_of_beginning(m, s))
    return list(dict.fromkeys(year for year in named if year))


def _first(found: Date) -> date:
    return date.fromisoformat(found.start if found.precision == "day" else f"{found.start}-15")


def _day(found: Date | None) -> date | None:
    return date.fromisoformat(found.start) if found and found.precision == "day" else None


def _iso(day: date) -> Date:
    return Date(start=day.isoformat(), precision="day")


def _weekday_before(mention: Mention, sentence: Sentence) -> int | None:
    """The weekday that stands right before a date: "Sonntag, 3. April"."""
    match = cue("date.weekday-before").search(sentence.text[: mention.start - sentence.start])
    return _weekday_in(match["weekday"]) if match else None


def _days_to_last(weekday: int, mention: Mention, sentence: Sentence) -> int:
    """Days from a weekday to the last of those named with it: "am Freitag und Samstag"."""
    behind = sentence.text[mention.end - sentence.start :]
    match = cue("date.weekday-joined").search(behind)
    last = _weekday_in(match["weekday"]) if match else None
    length = (last - weekday) % _WEEK if last else 0
    return length if length < _LONGEST else 0


def _weekday_in(text: str) -> int | None:
    words = [word.rstrip(".") for word in text.lower().split()]
    for row in table("lexicon/weekdays.tsv"):
        name = row["name"].lower().rstrip(".")
        is_short = len(name) <= _ABBREVIATION
        if any(word == name or (not is_short and word.startswith(name)) for word in words):
            return int(row["number"])
    return None


def _tells(rule: str, other: str, mention: Mention, sentence: Sentence) -> bool:
    """Whether the verb nearest to a mention is one of a cue, and not of the other."""
    return _nearest_cue(rule, mention, sentence) < _nearest_cue(other, mention, sentence)


def _nearest_cue(rule: str, mention: Mention, sentence: Sentence) -> int:
    """Characters between a mention and the nearest word of a cue; more than any where none is."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    matches = cue(rule).finditer(sentence.text)
    return min(
        (max(start - m.end(), m.start() - end, 0) for m in matches), default=len(sentence.text)
    )
