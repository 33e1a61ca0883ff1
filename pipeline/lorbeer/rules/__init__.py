"""Rules: all that can appear as `rule` in evidence, what each finds, and what it is worth."""

from lorbeer.rules.firing import found_by
from lorbeer.rules.measuring import MEASURED, Counts, Measured, measure
from lorbeer.rules.registry import Rule, registered, rules

__all__ = [
    "MEASURED",
    "Counts",
    "Measured",
    "Rule",
    "found_by",
    "measure",
    "registered",
    "rules",
]
