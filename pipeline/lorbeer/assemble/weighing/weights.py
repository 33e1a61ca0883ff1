"""The weights of observations, and the probability they add up to."""

import math
from collections.abc import Collection
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent / "weights"
#: The row of a table that holds the weight of every candidate.
BIAS = "(bias)"


#: Observed of every candidate of a release that the role tagger has read, too, or it alone.
TAGGED, ALONE = "tagged", "tagged alone"
#: The folders of weights for rules, the role tagger, and both.
RULES, MODEL, BOTH = "rules", "model", "both"


def weights_of(question: str, features: Collection[str]) -> dict[str, float]:
    """The table by which these observations are weighed."""
    if ALONE in features:
        return table(MODEL, question)
    return table(BOTH if TAGGED in features else RULES, question)


@cache
def table(folder: str, question: str) -> dict[str, float]:
    """Observation -> weight (in units of log odds) of `weights/<folder>/<question>.tsv`."""
    lines = (ROOT / folder / f"{question}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def contributions(question: str, features: Collection[str]) -> list[tuple[str, float]]:
    """(observation, weight) of those with a weight, the heaviest first, for or against."""
    weights = weights_of(question, features)
    known = {feature: weights[feature] for feature in features if feature in weights}
    return sorted(known.items(), key=lambda weighed: (-abs(weighed[1]), weighed[0]))


def probability(question: str, features: Collection[str]) -> float:
    """How likely the answer to a question ("recipient", "award") is yes, 0 to 1.

    The logistic function of the summed weights; an observation without a weight counts nothing.
    """
    weights = weights_of(question, features)
    total = weights[BIAS] + sum(weights.get(feature, 0.0) for feature in set(features))
    return 1 / (1 + math.exp(-total))
