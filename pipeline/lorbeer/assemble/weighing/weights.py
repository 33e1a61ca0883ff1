"""The weights of observations, and the probability they add up to."""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent / "weights"
#: The row of a table that holds the weight of every candidate.
BIAS = "(bias)"


@cache
def table(question: str) -> dict[str, float]:
    """Observation -> weight (in units of log odds) of `weights/<question>.tsv`."""
    lines = (ROOT / f"{question}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def probability(question: str, features: Iterable[str]) -> float:
    """How likely the answer to a question ("recipient", "award") is yes, 0 to 1.

    The logistic function of the summed weights; an observation without a weight counts nothing.
    """
    weights = table(question)
    total = weights[BIAS] + sum(weights.get(feature, 0.0) for feature in set(features))
    return 1 / (1 + math.exp(-total))
