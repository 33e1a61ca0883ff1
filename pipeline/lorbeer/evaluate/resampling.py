"""Bootstrap over releases: intervals of figures, and tests of differences between two runs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lorbeer.evaluate.score import Score

_DRAWS = 1000
_DRAWS_OF_A_TEST = 10_000
_TAIL = 0.025

Figures = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """The bounds between which 95 % of the resampled figures lie."""

    low: float
    high: float


@dataclass(frozen=True)
class Significance:
    """The interval of a difference, and how probable one so large would be by chance."""

    interval: Interval
    p: float


def f1_intervals(slots: Sequence[Sequence[Score]]) -> list[Interval]:
    """The bootstrap interval of each slot's F1; `slots[i]` holds the scores of its releases.

    Whole releases are drawn, the same for all slots and on every call (percentile interval:
    Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
    """
    return [_interval(column) for column in _resampled(_counts(slots), _DRAWS).T]


def f1_differences(
    now: Sequence[Sequence[Score]], before: Sequence[Sequence[Score]]
) -> list[Significance]:
    """How sure the difference in F1 between two runs on the same releases is, slot by slot.

    Paired bootstrap: a draw takes a release from both runs. `p` is two-sided, the share of draws
    that stray at least as far from the difference as it is from nothing (Berg-Kirkpatrick,
    Burkett and Klein, "An empirical investigation of statistical significance in NLP", 2012).
    """
    both = np.concatenate([_counts(now), _counts(before)], axis=1)
    drawn = _halves_apart(_resampled(both, _DRAWS_OF_A_TEST))
    seen = _halves_apart(_f1(both.sum(axis=0)[np.newaxis]))[0]
    strayed = (np.abs(drawn - seen) >= np.abs(seen) - 1e-12).sum(axis=0)
    return [
        Significance(_interval(column), float((far + 1) / (_DRAWS_OF_A_TEST + 1)))
        for column, far in zip(drawn.T, strayed, strict=True)
    ]


def _counts(slots: Sequence[Sequence[Score]]) -> Figures:
    """Releases by slots by hits, found and gold."""
    rows = [[(score.hits, score.found, score.gold) for score in scores] for scores in slots]
    return np.array(rows, dtype=np.float64).transpose(1, 0, 2)


def _resampled(counts: Figures, draws: int) -> Figures:
    """The F1 of each slot in each draw. Drawn like `random.Random(0).choices` draws."""
    releases = len(counts)
    source = np.random.RandomState([0])
    totals = (
        counts[(source.random_sample(releases) * releases).astype(np.intp)].sum(axis=0)
        for _ in range(draws)
    )
    return _f1(np.stack(list(totals)))


def _f1(totals: Figures) -> Figures:
    hits, both = totals[..., 0], totals[..., 1] + totals[..., 2]
    return np.asarray(2 * hits / np.maximum(both, 1))


def _halves_apart(figures: Figures) -> Figures:
    left, right = np.split(figures, 2, axis=1)
    return np.asarray(left - right)


def _interval(figures: Figures) -> Interval:
    ordered = np.sort(figures)
    tail = int(len(ordered) * _TAIL)
    return Interval(float(ordered[tail]), float(ordered[-tail - 1]))
