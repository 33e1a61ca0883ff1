"""The evaluation of many releases and its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import Any

from lorbeer.evaluate.compare import Outcome, compare
from lorbeer.evaluate.facts import AwardFacts, GoldRelease
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.score import Interval, Score, f1_interval, total

HEADLINE: Slot = "pair"
MISSION: tuple[Slot, ...] = ("award", "recipient", "region", "date", "partner")


@dataclass(frozen=True)
class Report:
    """All figures of an evaluation.

    `scores` are lenient: one spelling may hold the other; `strict_scores` want them equal.
    `negatives` counts the gold releases without awards, `clean_negatives` those of them in which
    nothing was found, `missing` names the releases that were never looked at.
    """

    outcomes: Mapping[Slot, Sequence[Outcome]]
    strict_scores: Mapping[Slot, Score]
    releases: int
    negatives: int
    clean_negatives: int
    missing: tuple[str, ...]

    @cached_property
    def scores(self) -> Mapping[Slot, Score]:
        """Lenient counts by slot."""
        return {slot: total([o.score for o in self.outcomes[slot]]) for slot in SLOTS}

    @cached_property
    def headline(self) -> Score:
        """The counts of (award, recipient, status) values, the figure to quote."""
        return self.scores[HEADLINE]

    @cached_property
    def headline_interval(self) -> Interval:
        """Bootstrap interval (95 %, by release) of the headline F1."""
        return f1_interval([outcome.score for outcome in self.outcomes[HEADLINE]])

    @property
    def mission_mean(self) -> float:
        """Mean F1 of award, recipient, region, date and partner."""
        return fmean(self.scores[slot].f1 for slot in MISSION)

    def errors(self, slot: Slot) -> list[Outcome]:
        """The releases in which something of a slot was missed or extra."""
        return [outcome for outcome in self.outcomes[slot] if outcome.missed or outcome.extra]

    def as_dict(self) -> dict[str, Any]:
        """All figures as plain values for JSON."""
        interval = self.headline_interval
        return {
            "releases": self.releases,
            "missing": list(self.missing),
            "negatives": {"total": self.negatives, "clean": self.clean_negatives},
            "headline": {"f1": self.headline.f1, "low": interval.low, "high": interval.high},
            "mission_mean": self.mission_mean,
            "slots": {slot: self._figures(slot) for slot in SLOTS},
        }

    def _figures(self, slot: Slot) -> dict[str, float]:
        score = self.scores[slot]
        return {
            "gold": score.gold,
            "precision": score.precision,
            "recall": score.recall,
            "f1": score.f1,
            "strict_f1": self.strict_scores[slot].f1,
        }


def evaluate(gold: Sequence[GoldRelease], found: Mapping[str, Sequence[AwardFacts]]) -> Report:
    """Score the awards found in each release, by its id, against gold, slot by slot."""
    negatives = [release.id for release in gold if not release.awards]
    return Report(
        outcomes={slot: _compare_all(slot, gold, found, strict=False) for slot in SLOTS},
        strict_scores={
            slot: total([o.score for o in _compare_all(slot, gold, found, strict=True)])
            for slot in SLOTS
        },
        releases=len(gold),
        negatives=len(negatives),
        clean_negatives=sum(not found.get(name) for name in negatives),
        missing=tuple(release.id for release in gold if release.id not in found),
    )


def _compare_all(
    slot: Slot,
    gold: Sequence[GoldRelease],
    found: Mapping[str, Sequence[AwardFacts]],
    *,
    strict: bool,
) -> list[Outcome]:
    return [compare(slot, release, found.get(release.id, ()), strict=strict) for release in gold]
