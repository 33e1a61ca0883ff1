"""Logistic regression over sets of observations, by scikit-learn, and its table of weights."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from lorbeer.assemble.weighing.weights import BIAS
from lorbeer.fitting.examples import SOURCE, Example

#: What fewer publishers write says nothing that would carry over to another one.
FEWEST = 10
#: Smaller weights are left out of the table.
SMALLEST = 0.02
FOLDS = 5

Table = dict[str, float]


def fit(examples: Sequence[Example], strength: float, others: float = 1.0) -> Table:
    """Observation -> weight; `strength` is the inverse of the L2 penalty.

    `others`: how much an example of another gold file than the first counts.
    """
    publishers: dict[str, set[str]] = {}
    for example in examples:
        for feature in example.features:
            publishers.setdefault(feature, set()).add(example.publisher)
    known = {feature for feature, where in publishers.items() if len(where) >= FEWEST}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(e.features & known, 1) for e in examples])
    model = LogisticRegression(C=strength, max_iter=5000)
    counts = [others if _is_of_others(example) else 1.0 for example in examples]
    model.fit(matrix, [example.is_right for example in examples], sample_weight=counts)
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {
        str(name): round(float(w), 3)
        for name, w in weights
        if abs(w) >= SMALLEST and not str(name).startswith(SOURCE)
    }
    return {BIAS: round(float(model.intercept_[0]), 3)} | kept


def mean(one: Table, other: Table) -> Table:
    """The mean of two tables, in log odds; what one of them does not know counts nothing in it."""
    names = dict.fromkeys([*one, *other])
    return {name: round((one.get(name, 0.0) + other.get(name, 0.0)) / 2, 3) for name in names}


def _is_of_others(example: Example) -> bool:
    return any(feature.startswith(SOURCE) for feature in example.features)


def probabilities(table: Table, examples: Sequence[Example]) -> list[float]:
    """The probability that each example is right."""
    totals = [table[BIAS] + sum(table.get(f, 0.0) for f in e.features) for e in examples]
    return [float(value) for value in 1 / (1 + np.exp(-np.array(totals)))]


def folds(groups: Sequence[str]) -> list[tuple[list[int], list[int]]]:
    """(train, held out) indices; all releases of a group lie in the same part."""
    splits = GroupKFold(FOLDS).split(groups, groups=groups)
    return [(list(map(int, train)), list(map(int, held))) for train, held in splits]


def write(table: Table, path: Path, comment: str) -> None:
    """Write a table, the heaviest weights first."""
    ordered = sorted(table.items(), key=lambda item: (item[0] != BIAS, -abs(item[1]), item[0]))
    rows = [f"{name}\t{weight}" for name, weight in ordered]
    path.write_text("\n".join([f"# {comment}", *rows, ""]), encoding="utf-8")
