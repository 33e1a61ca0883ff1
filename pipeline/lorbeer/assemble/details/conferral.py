"""The day on which an award was conferred: the most probable date of the release."""

from collections.abc import Iterable

from de_lorbeer.cues import cue
from lorbeer.assemble.judging.judgement import Judgement
from lorbeer.assemble.reading.day_ranges import is_range
from lorbeer.assemble.reading.issue import is_issue
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    DateCandidate,
    Overview,
    date_candidates,
    date_features,
    probability,
)
from lorbeer.flow import Analysis, Mention

#: So many times as probable as a day in an award's own sentences is one elsewhere that is taken.
_FAR_LIKELIER = 2
#: How probable words beside a date make it on their own, and what they leave of its probability.
_SAID, _RULED_OUT = 0.75, 0.2
#: The same of the name of an occasion before a day at the head of a release, and of an occasion
#: there that lasts some days.
_OCCASION, _LASTING = 0.4, 0.25
#: Hyphens in a day in figures.
_PARTS = 2
#: Characters before a day, and half of those behind it, in which those announced are named.
_ANNOUNCED = 60
#: The first sentences, where the dateline stands, and the probability that is left to its day.
_HEAD, _LAST_RESORT = 4, 0.15
#: The last sentences, where a release is signed.
_END = 3
#: Days told by their distance from the release, which count beside the award where no other does.
_RELATIVE = frozenset({"date.relative-day", "date.relative-weekday", "date.weekday"})
_IN_FULL = frozenset({"date.day-month-year", "date.numeric", "date.numeric-short", "date.iso"})


class Conferral:
    """The dates of one release that may be a day of conferral, weighed once for all its awards."""

    def __init__(self, overview: Overview, judgement: Judgement) -> None:
        candidates = date_candidates(overview.analysis)
        least = thresholds(overview.analysis).date
        is_won = any(f.role == "recipient" and f.status == "winner" for f in judgement.findings)
        weighed = (
            (_revised(probability("date", date_features(c, candidates, overview)), c, overview), c)
            for c in candidates
            if c.value is not None and not (is_won and _is_yet_to_come(c, overview.analysis))
        )
        known = list(weighed)
        self._dates = [(value, c) for value, c in known if value >= least]
        self._spare = [(value, c) for value, c in known if c.mention.rule in _RELATIVE]

    def date(self, indices: Iterable[int]) -> Mention | None:
        """The most probable date in an award's sentences, unless one elsewhere is far likelier."""
        near = set(indices)
        best = max(self._dates, key=_probable_then_early, default=None)
        own = [(value, c) for value, c in self._dates if c.index in near]
        if best and own:
            nearest = max(own, key=_probable_then_early)
            best = nearest if nearest[0] * _FAR_LIKELIER >= best[0] else best
        if best is None or best[0] == _LAST_RESORT:
            spoken = [(value, c) for value, c in self._spare if c.index in near]
            best = max(spoken, key=_probable_then_early, default=best)
        return self._day_of(best).mention if best else None

    def _day_of(self, chosen: tuple[float, DateCandidate]) -> DateCandidate:
        """The most probable day of a month that is chosen, unless hardly probable; else it."""
        chance, month = chosen
        days = [
            (value, day)
            for value, day in self._dates
            if str(day.value).startswith(f"{month.value}-") and value * _FAR_LIKELIER >= chance
        ]
        return max(days, key=_probable_then_early, default=chosen)[1]


def _probable_then_early(weighed: tuple[float, DateCandidate]) -> tuple[float, int]:
    return weighed[0], -weighed[1].mention.start


def _revised(chance: float, candidate: DateCandidate, overview: Overview) -> float:
    """The probability of a date with what is said beside it: of a ceremony, or of something else.

    The release's own day is the last resort.
    """
    analysis, day = overview.analysis, candidate.mention
    sentence = analysis.sentences[candidate.index]
    before = sentence.text[: day.start - sentence.start]
    behind = sentence.text[day.end - sentence.start :]
    if _is_other_day(before):
        return chance * _RULED_OUT
    if cue("conferral.next-round").search(behind) and cue("conferral.goes-on").search(
        sentence.text
    ):
        return chance * _RULED_OUT
    if _tells_of_day(before, behind):
        return _raised(chance)
    if not before.strip() and _under_ceremony(candidate.index, analysis):
        return _raised(chance)
    if candidate.index < _HEAD and candidate.value and candidate.value.count("-") == _PARTS:
        if is_range(day, sentence):
            return _raised(chance, _LASTING)
        if cue("conferral.occasion").search(before):
            return _raised(chance, _OCCASION)
    published = analysis.text.published
    if (published is None and is_issue(day, candidate.index, analysis)) or _is_signature(
        candidate, analysis
    ):
        return min(chance, _LAST_RESORT)
    if candidate.index < _HEAD and cue("conferral.dateline").search(before):
        is_own = candidate.value == str(published) and day.rule in _IN_FULL
        return min(chance, _LAST_RESORT) if is_own else chance
    return chance


def _is_signature(candidate: DateCandidate, analysis: Analysis) -> bool:
    """Whether a day is that of the release, with which its last sentences are signed."""
    sentence = analysis.sentences[candidate.index]
    return (
        candidate.value == str(analysis.text.published)
        and candidate.mention.rule in _IN_FULL
        and candidate.index >= len(analysis.sentences) - _END
        and not any(map(str.isalnum, sentence.text[candidate.mention.end - sentence.start :]))
    )


def _is_other_day(before: str) -> bool:
    """Whether the words before a day make it that of something else, and no ceremony is named
    behind them: "Eröffnung mit Preisverleihung: ".
    """
    other = cue("conferral.other-day").search(before)
    return other is not None and not cue("conferral.opening-ceremony").search(before)


def _tells_of_day(before: str, behind: str) -> bool:
    """Whether the words beside a day tell of a ceremony or of an announcement, not of the one in
    which those nominated are made known.
    """
    if cue("conferral.ceremony").search(before) or cue("conferral.ceremony-behind").search(behind):
        return True
    is_told = cue("conferral.announced-before").search(before) or cue("conferral.announced").search(
        behind
    )
    around = before[-_ANNOUNCED:] + behind[: 2 * _ANNOUNCED]
    return bool(is_told) and not cue("conferral.nominees").search(around)


def _is_yet_to_come(candidate: DateCandidate, analysis: Analysis) -> bool:
    """Whether a day is later than the release, and nothing in its sentence tells that a prize is
    given or decided on, or that it is past: "Am 3. Mai ist unser Sommerfest".
    """
    published, value = analysis.text.published, str(candidate.value)
    if published is None or value <= str(published)[: len(value)]:
        return False
    text = analysis.sentences[candidate.index].text
    return not (cue("conferral.tells").search(text) or cue("date.past").search(text))


def _raised(chance: float, by: float = _SAID) -> float:
    return 1 - (1 - chance) * (1 - by)


def _under_ceremony(index: int, analysis: Analysis) -> bool:
    """Whether the line above names nothing but a ceremony."""
    return index > 0 and bool(
        cue("conferral.ceremony-line").search(analysis.sentences[index - 1].text)
    )
