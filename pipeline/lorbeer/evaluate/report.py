"""The evaluation of many releases and its figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from lorbeer.evaluate.alignment import Alignment, align
from lorbeer.evaluate.calibration import Calibration, calibrate
from lorbeer.evaluate.compare import Outcome, compare
from lorbeer.evaluate.dates import DateScores, extent_score
from lorbeer.evaluate.errors import Errors, errors
from lorbeer.evaluate.facts import GoldRelease
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.found import Found
from lorbeer.evaluate.resampling import Interval, f1_intervals
from lorbeer.evaluate.score import Score, total

HEADLINE: Slot = "pair"
MISSION: tuple[Slot, ...] = ("award", "recipient", "region", "date", "partner")
#: The slots whose values carry a probability of their own.
PROBABLE: tuple[Slot, ...] = ("pair", "award")


@dataclass(frozen=True)
class Report:
    """All figures of an evaluation.

    `outcomes` are lenient: one spelling may hold the other; `strict_outcomes` want them equal.
    Both hold one outcome for each release of `gold`, in its order.
    """

    gold: Sequence[GoldRelease]
    found: Found
    outcomes: Mapping[Slot, Sequence[Outcome]]
    strict_outcomes: Mapping[Slot, Sequence[Outcome]]

    @property
    def releases(self) -> int:
        """How many releases gold has."""
        return len(self.gold)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The releases that were never looked at."""
        return tuple(release.id for release in self.gold if release.id not in self.found)

    @cached_property
    def _negatives(self) -> Sequence[str]:
        return [release.id for release in self.gold if not release.awards]

    @property
    def negatives(self) -> int:
        """How many releases are without an award."""
        return len(self._negatives)

    @property
    def clean_negatives(self) -> int:
        """In how many of those nothing was found."""
        return sum(
            name not in self.found or not self.found[name].awards for name in self._negatives
        )

    @cached_property
    def scores(self) -> Mapping[Slot, Score]:
        """Lenient counts by slot."""
        return {slot: total([o.score for o in self.outcomes[slot]]) for slot in SLOTS}

    @cached_property
    def strict_scores(self) -> Mapping[Slot, Score]:
        """Strict counts by slot."""
        return {slot: total([o.score for o in self.strict_outcomes[slot]]) for slot in SLOTS}

    @cached_property
    def intervals(self) -> Mapping[Slot, Interval]:
        """Bootstrap intervals (95 %, by release) of the lenient F1."""
        scores = [[outcome.score for outcome in self.outcomes[slot]] for slot in SLOTS]
        return dict(zip(SLOTS, f1_intervals(scores), strict=True))

    @property
    def headline(self) -> Score:
        """The counts of (award, recipient, status) values, the figure to quote."""
        return self.scores[HEADLINE]

    @property
    def headline_interval(self) -> Interval:
        """The interval of the headline F1."""
        return self.intervals[HEADLINE]

    @property
    def mission_mean(self) -> float:
        """Mean F1 of those of award, recipient, region, date and partner that gold tells of."""
        scores = [self.scores[slot] for slot in MISSION]
        return fmean([score.f1 for score in scores if score.gold] or [0.0])

    @cached_property
    def alignment(self) -> Alignment:
        """Awards aligned as whole records."""
        return align(self.gold, self.found)

    @cached_property
    def dates(self) -> DateScores:
        """Days of conferral by extent and value."""
        extent = extent_score(self.gold, self.found, self.outcomes["date"])
        return DateScores(extent, self.scores["date"], self.strict_scores["date"])

    @cached_property
    def calibration(self) -> Mapping[Slot, Calibration]:
        """How far the confidence of honours (`pair`) and awards (`award`) can be trusted."""
        return {slot: calibrate(slot, self.outcomes[slot], self.found) for slot in PROBABLE}

    def errors(self, slot: Slot) -> Iterator[Errors]:
        """The releases in which something of a slot was missed or extra, with their text."""
        return errors(slot, self.outcomes[slot], self.found)


def evaluate(gold: Sequence[GoldRelease], found: Found) -> Report:
    """Score what was found in each release, by its id, against gold, slot by slot."""
    return Report(
        gold,
        found,
        outcomes={slot: _compare_all(slot, gold, found, strict=False) for slot in SLOTS},
        strict_outcomes={slot: _compare_all(slot, gold, found, strict=True) for slot in SLOTS},
    )


def _compare_all(
    slot: Slot, gold: Sequence[GoldRelease], found: Found, *, strict: bool
) -> list[Outcome]:
    return [
        compare(
            slot, release, found[release.id].facts if release.id in found else (), strict=strict
        )
        for release in gold
    ]
