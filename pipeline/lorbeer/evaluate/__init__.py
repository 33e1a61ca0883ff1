"""Stage: found facts against gold, slot by slot and record by record."""

from lorbeer.evaluate.difference import compare_runs
from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.facts import AwardFacts, GoldRelease
from lorbeer.evaluate.fillers import SLOTS, Filler, Slot
from lorbeer.evaluate.found import Found, FoundRelease
from lorbeer.evaluate.reading import (
    EvaluationError,
    documents,
    found_release,
    joined,
    read_found,
    read_gold,
)
from lorbeer.evaluate.report import Report, evaluate
from lorbeer.evaluate.score import Score

__all__ = [
    "SLOTS",
    "AwardFacts",
    "Evaluation",
    "EvaluationError",
    "Filler",
    "Found",
    "FoundRelease",
    "GoldRelease",
    "Report",
    "Score",
    "Slot",
    "compare_runs",
    "documents",
    "evaluate",
    "found_release",
    "joined",
    "read_found",
    "read_gold",
]
