"""Two runs on the same gold: what the one has right that the other has not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lorbeer.evaluate.compare import Outcome
from lorbeer.evaluate.fillers import SLOTS, Filler, Slot
from lorbeer.evaluate.report import Report
from lorbeer.evaluate.resampling import Significance, f1_differences
from lorbeer.evaluate.score import Score


@dataclass(frozen=True)
class Change:
    """What changed in one slot of one release.

    Of gold's values, those `gained` and those `lost`; of false ones, those `dropped` and those
    `added`.
    """

    release: str
    gained: tuple[Filler, ...]
    lost: tuple[Filler, ...]
    dropped: tuple[Filler, ...]
    added: tuple[Filler, ...]


@dataclass(frozen=True)
class SlotDifference:
    """One slot in both runs: the scores, how sure their difference is, and every change."""

    now: Score
    before: Score
    significance: Significance
    changes: tuple[Change, ...]

    @property
    def f1(self) -> float:
        """By how much F1 rose."""
        return self.now.f1 - self.before.f1

    @property
    def gained(self) -> int:
        """How many values of gold are right only now."""
        return sum(len(change.gained) for change in self.changes)

    @property
    def lost(self) -> int:
        """How many values of gold were right only before."""
        return sum(len(change.lost) for change in self.changes)

    @property
    def dropped(self) -> int:
        """How many false values are stated no more."""
        return sum(len(change.dropped) for change in self.changes)

    @property
    def added(self) -> int:
        """How many false values are stated only now."""
        return sum(len(change.added) for change in self.changes)


def compare_runs(now: Report, before: Report) -> Mapping[Slot, SlotDifference]:
    """The difference in every slot; both reports are on the same gold releases, in its order."""
    sure = f1_differences(
        *([[o.score for o in report.outcomes[slot]] for slot in SLOTS] for report in (now, before))
    )
    return {
        slot: SlotDifference(
            now.scores[slot],
            before.scores[slot],
            significance,
            _changes(now.outcomes[slot], before.outcomes[slot]),
        )
        for slot, significance in zip(SLOTS, sure, strict=True)
    }


def _changes(now: Sequence[Outcome], before: Sequence[Outcome]) -> tuple[Change, ...]:
    changes = (_change(*both) for both in zip(now, before, strict=True))
    return tuple(
        change
        for change in changes
        if change.gained or change.lost or change.dropped or change.added
    )


def _change(now: Outcome, before: Outcome) -> Change:
    return Change(
        now.release,
        gained=_without(before.missed, now.missed),
        lost=_without(now.missed, before.missed),
        dropped=_without(before.extra, now.extra),
        added=_without(now.extra, before.extra),
    )


def _without(values: tuple[Filler, ...], others: tuple[Filler, ...]) -> tuple[Filler, ...]:
    return tuple(value for value in values if value not in others)
