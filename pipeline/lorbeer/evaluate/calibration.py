"""How far confidence can be trusted: what was said against what was right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from lorbeer.evaluate.compare import Outcome
from lorbeer.evaluate.fillers import Slot
from lorbeer.evaluate.found import Found
from lorbeer.evaluate.score import Score
from lorbeer.evaluate.statements import statements

_BINS = 10


@dataclass(frozen=True)
class Judged:
    """A found value: the probability given for it, and whether it is in gold."""

    confidence: float
    right: bool


@dataclass(frozen=True)
class Bin:
    """The values given a confidence from `low` up to `high`; mean confidence, share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True)
class Point:
    """What is right when only values of this confidence or more are kept."""

    threshold: float
    score: Score


@dataclass(frozen=True)
class Calibration:
    """All found values of a slot that carry a confidence; `gold` counts the values of gold."""

    judged: Sequence[Judged]
    gold: int

    @cached_property
    def bins(self) -> Sequence[Bin]:
        """Those of ten bins of equal width that hold a value, lowest first."""
        return list(_bins(self.judged))

    @property
    def expected_error(self) -> float:
        """Expected calibration error: how far what was said is from what was right, on average.

        Over bins, weighed by count (Naeini, Cooper and Hauskrecht, AAAI 2015); 0 without values.
        """
        gaps = (one.count * abs(one.confidence - one.right) for one in self.bins)
        return sum(gaps) / len(self.judged) if self.judged else 0.0

    @cached_property
    def curve(self) -> Sequence[Point]:
        """Precision and recall at every confidence that was given, highest first."""
        points: dict[float, Point] = {}
        hits = 0
        ordered = sorted(self.judged, key=lambda one: -one.confidence)
        for found, one in enumerate(ordered, 1):
            hits += one.right
            points[one.confidence] = Point(one.confidence, Score(hits, found, self.gold))
        return list(points.values())


def calibrate(slot: Slot, outcomes: Sequence[Outcome], found: Found) -> Calibration:
    """Set the confidence of a slot's values against their outcomes.

    A value is right as it is in the slot, one to one; what counts neither way there is left out.
    """
    judged = [
        one
        for outcome in outcomes
        if outcome.release in found
        for one in _judged(slot, outcome, found)
    ]
    return Calibration(judged, sum(outcome.score.gold for outcome in outcomes))


def _judged(slot: Slot, outcome: Outcome, found: Found) -> Iterator[Judged]:
    verdicts: Mapping[object, bool] = {
        **dict.fromkeys(outcome.extra, False),
        **{have: True for _, have in outcome.right},
    }
    for filler, statement in statements(slot, found[outcome.release].awards).items():
        if filler in verdicts and statement.confidence is not None:
            yield Judged(statement.confidence, verdicts[filler])


def _bins(judged: Sequence[Judged]) -> Iterator[Bin]:
    for number in range(_BINS):
        inside = [one for one in judged if min(int(one.confidence * _BINS), _BINS - 1) == number]
        if inside:
            yield Bin(
                low=number / _BINS,
                high=(number + 1) / _BINS,
                count=len(inside),
                confidence=fmean(one.confidence for one in inside),
                right=fmean(one.right for one in inside),
            )
