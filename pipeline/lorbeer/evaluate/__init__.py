"""Stage: found facts against gold, slot by slot."""

from lorbeer.evaluate.compare import Outcome
from lorbeer.evaluate.facts import AwardFacts, GoldRelease
from lorbeer.evaluate.fillers import SLOTS, Filler, Slot
from lorbeer.evaluate.reading import EvaluationError, documents, found_awards, read_found, read_gold
from lorbeer.evaluate.report import Report, evaluate
from lorbeer.evaluate.score import Interval, Score

__all__ = [
    "SLOTS",
    "AwardFacts",
    "EvaluationError",
    "Filler",
    "GoldRelease",
    "Interval",
    "Outcome",
    "Report",
    "Score",
    "Slot",
    "documents",
    "evaluate",
    "found_awards",
    "read_found",
    "read_gold",
]
