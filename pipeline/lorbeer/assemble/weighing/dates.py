"""Dates that may be the day of conferral, and what is observed of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lorbeer.assemble.reading.calendar import Calendar
from lorbeer.assemble.reading.day_ranges import is_period
from lorbeer.assemble.reading.deadlines import is_deadline
from lorbeer.assemble.weighing.observations import observe, step
from lorbeer.assemble.weighing.overview import Overview
from lorbeer.assemble.weighing.tagged import tagger_says
from lorbeer.flow import Analysis, Mention

#: Days between a date and the release's own, up to which they count as one kind of distance.
_DAYS = (0, 1, 3, 7, 14, 31, 92, 366)


@dataclass(frozen=True)
class DateCandidate:
    """A date in the sentence with this index; `value` is its day or month, if it can be told, which
    is the canonical form of the mention.
    """

    index: int
    mention: Mention
    value: str | None


def date_candidates(analysis: Analysis) -> list[DateCandidate]:
    """Every date that the release states, in order."""
    calendar = Calendar(analysis)
    dated = [
        (index, calendar.dated(mention, sentence))
        for index, sentence in enumerate(analysis.sentences)
        for mention in sentence.of("DATE")
    ]
    return [DateCandidate(index, mention, mention.canonical or None) for index, mention in dated]


def date_features(
    candidate: DateCandidate,
    everyone: Sequence[DateCandidate],
    overview: Overview,
) -> set[str]:
    """What is observed of a date."""
    return {
        *observe(candidate.mention, candidate.index, overview.analysis),
        *_among_dates(candidate, everyone),
        *_in_time(candidate, overview.analysis),
        *_near_award(candidate, overview),
        *_tagged(candidate, overview.analysis),
    }


def _among_dates(candidate: DateCandidate, everyone: Sequence[DateCandidate]) -> Iterator[str]:
    yield f"dates {step(len({other.value for other in everyone}))}"
    if candidate == everyone[0]:
        yield "first date"
    if sum(other.value == candidate.value for other in everyone) > 1:
        yield "repeated"


def _in_time(candidate: DateCandidate, analysis: Analysis) -> Iterator[str]:
    """How long before or after the release's own date."""
    published = analysis.text.published
    if candidate.value is None:
        yield "without value"
    elif published is None:
        yield "release without date"
    elif candidate.value.count("-") < 2:
        yield "month only"
    else:
        distance = (date.fromisoformat(candidate.value) - published).days
        size = next((most for most in _DAYS if abs(distance) <= most), "more")
        yield f"{'after' if distance > 0 else 'before'} {size}"
        yield "later than release" if distance > 0 else "not later than release"


def _tagged(candidate: DateCandidate, analysis: Analysis) -> Iterator[str]:
    """Where rules do not read: beside them, the role tagger made the choice of days worse."""
    if not analysis.by_rules:
        yield from tagger_says([candidate.mention], ("date",), analysis)


def _near_award(candidate: DateCandidate, overview: Overview) -> Iterator[str]:
    sentence = overview.analysis.sentences[candidate.index]
    if is_deadline(sentence, candidate.mention) or is_period(candidate.mention, sentence):
        yield "deadline"
    if candidate.index in overview.honouring:
        yield "beside honour"
    for name, awards in (("main award", overview.awards[:1]), ("award", overview.awards)):
        indices = [index for award in awards for index in award.sentences]
        if indices:
            yield f"{name} within {step(min(abs(candidate.index - index) for index in indices))}"
