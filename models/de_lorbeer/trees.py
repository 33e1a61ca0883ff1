"""The best dependency tree of a sentence: one root, no cycles (Chu and Liu, Edmonds)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]

#: Words that are tried as the root where the best heads alone make no tree.
_ROOTS_TRIED = 3
_NEVER = -1e9


def best_heads(scores: Scores) -> list[int]:
    """Heads of n words from an (n, n + 1) table of scores; column 0 is the root, head 0 likewise.

    Words count from 1. Exactly one word gets the root.
    """
    heads = [int(head) for head in scores.argmax(1)]
    if heads.count(0) == 1 and _cycle(heads) is None:
        return heads
    roots = np.argsort(-(scores[:, 0] - scores.max(1)), kind="stable")[:_ROOTS_TRIED]
    trees = [_rooted(scores, int(root)) for root in roots]
    return max(trees, key=lambda tree: sum(scores[i, head] for i, head in enumerate(tree)))


def _rooted(scores: Scores, root: int) -> list[int]:
    table = scores.astype(np.float64)
    table[:, 0] = _NEVER
    table[root, :] = _NEVER
    table[root, 0] = 0
    np.fill_diagonal(table[:, 1:], 2 * _NEVER)
    return _arborescence(table)


def _cycle(heads: list[int]) -> list[int] | None:
    """The words (from 0) of a cycle, or None. `heads` count from 1, 0 being the root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        word = start
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word] - 1
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return None


def _arborescence(table: Scores) -> list[int]:
    """Best heads without cycles: contracts a cycle to one word and solves the smaller table."""
    heads = [int(head) for head in table.argmax(1)]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(heads)) if i not in set(cycle)]
    inside = np.array(cycle)
    own = table[inside, [heads[i] for i in cycle]]
    entering = table[inside] - own[:, None]
    columns = [0, *(i + 1 for i in rest)]
    small = np.full((len(rest) + 1, len(rest) + 2), 2 * _NEVER)
    small[: len(rest), : len(columns)] = table[rest][:, columns]
    leaving = table[rest][:, inside + 1] if rest else np.zeros((0, len(cycle)))
    small[: len(rest), -1] = leaving.max(1) if rest else 0
    small[-1, : len(columns)] = entering[:, columns].max(0)
    return _expanded(_arborescence(small), heads, rest, cycle, leaving, entering[:, columns])


def _expanded(
    found: list[int],
    heads: list[int],
    rest: list[int],
    cycle: list[int],
    leaving: Scores,
    entering: Scores,
) -> list[int]:
    """The heads of the whole table from those of the one with the cycle contracted."""
    full = list(heads)
    contracted = len(rest) + 1
    for place, head in enumerate(found[:-1]):
        if head == contracted:
            full[rest[place]] = cycle[int(leaving[place].argmax())] + 1
        else:
            full[rest[place]] = rest[head - 1] + 1 if head else 0
    head = found[-1]
    full[cycle[int(entering[:, head].argmax())]] = rest[head - 1] + 1 if head else 0
    return full
