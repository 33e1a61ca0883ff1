"""One evaluation as it is shown: the figures, and what was asked for beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lorbeer.evaluate.difference import SlotDifference, compare_runs
from lorbeer.evaluate.fillers import Slot
from lorbeer.evaluate.report import HEADLINE, Report


@dataclass(frozen=True)
class Evaluation:
    """A report, the slot whose errors are listed, and the run that it is compared with.

    `name` and `other_name` tell the two runs apart.
    """

    report: Report
    name: str
    slot: Slot | None = None
    other: Report | None = None
    other_name: str = "other"

    @cached_property
    def difference(self) -> Mapping[Slot, SlotDifference]:
        """The difference to the other run in every slot; empty without one."""
        return compare_runs(self.report, self.other) if self.other else {}

    @property
    def changes_slot(self) -> Slot:
        """The slot whose changes are listed: the one asked for, else the headline."""
        return self.slot or HEADLINE
