"""Days of conferral, scored twice: the expression that was picked, and the day it was read as."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lorbeer.evaluate.compare import Outcome
from lorbeer.evaluate.excerpts import Excerpt, around
from lorbeer.evaluate.facts import GoldRelease
from lorbeer.evaluate.fillers import Filler
from lorbeer.evaluate.found import Found
from lorbeer.evaluate.matching import pair_up
from lorbeer.evaluate.score import Score
from lorbeer.evaluate.spelling import same
from lorbeer.evaluate.statements import Statement, statements
from lorbeer.values.dates import parse_date

_EXPRESSION = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\. ?(?:\d{1,2}\.(?: ?\d{4}| ?\d\d)?|[^\W\d]{3,}(?: \d{4})?)"
)


@dataclass(frozen=True)
class DateScores:
    """Extent and value of dates; the value of those whose extent is right, too.

    The division is that of TempEval-3 (UzZaman et al., SemEval 2013): did the right expression
    count, and was it normalised to the right day? Gold names days, not passages: an extent is
    right if the passage shown as evidence states gold's day or month, in whatever year.
    """

    extent: Score
    value: Score
    strict_value: Score

    @property
    def value_accuracy(self) -> float:
        """Share of the right expressions that were read as the right day; 0 if there are none."""
        return self.value.hits / self.extent.hits if self.extent.hits else 0.0


def extent_score(gold: Sequence[GoldRelease], found: Found, values: Sequence[Outcome]) -> Score:
    """The score of the expressions; `values` are the outcomes of the slot `date`, as in `gold`."""
    return sum(
        (
            _extents(outcome, statements("date", found[release.id].awards))
            for release, outcome in zip(gold, values, strict=True)
            if release.id in found
        ),
        Score(gold=sum(outcome.score.gold for outcome in values if outcome.release not in found)),
    )


def where_a_day_stands(text: str, day: str) -> Excerpt | None:
    """The sentence with the first expression that states this day, if there is one."""
    for expression in _EXPRESSION.finditer(text):
        if _states(expression[0], day):
            return around(text, *expression.span())
    return None


def _extents(outcome: Outcome, stated: dict[Filler, Statement]) -> Score:
    """A right value makes its expression right; of the rest, those that state the missed days."""
    fits = [
        [
            number
            for number, extra in enumerate(outcome.extra)
            if any(_states(proof.text, wanted[0][0]) for proof in stated[extra].proofs)
        ]
        for wanted in outcome.missed
    ]
    score = outcome.score
    return Score(score.hits + len(pair_up(fits)), score.found, score.gold)


def _states(passage: str, day: str) -> bool:
    return any(same(day, read, strict=False) for read in _readings(passage, int(day[:4])))


def _readings(passage: str, year: int) -> Iterator[str]:
    """First and last day of a passage, where it leaves the year open in that one."""
    if read := parse_date(passage, None, (year,)):
        yield read.start
        yield from [read.end] if read.end else []
