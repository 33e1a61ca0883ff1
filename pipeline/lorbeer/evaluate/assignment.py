"""The one-to-one assignment of greatest weight."""

from collections.abc import Sequence
from math import inf


def best_assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column), in order of rows, whose weights add up to the most.

    `weights` is a rectangle of numbers of 0 or more; pairs of weight 0 are left out. The
    Hungarian method with shortest augmenting paths, in cubic time (Kuhn 1955; Jonker and
    Volgenant, Computing 38, 1987).
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = best_assignment(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in turned)
    columns = _owners([[-weight for weight in row] for row in weights])
    pairs = ((row, column) for column, row in columns.items() if weights[row][column] > 0)
    return sorted(pairs)


def _owners(costs: Sequence[Sequence[float]]) -> dict[int, int]:
    """Column -> row at least cost; no more rows than columns. Potentials are 1-based."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        last, came_from = _shortest_path(costs, owner, row_price, column_price)
        while last:
            owner[last] = owner[came_from[last]]
            last = came_from[last]
    return {column - 1: owner[column] - 1 for column in range(1, columns + 1) if owner[column]}


def _shortest_path(
    costs: Sequence[Sequence[float]],
    owner: list[int],
    row_price: list[float],
    column_price: list[float],
) -> tuple[int, list[int]]:
    """The free column that is reached most cheaply from column 0, and the way to it."""
    size = len(column_price)
    distance, came_from, done = [inf] * size, [0] * size, [False] * size
    here = 0
    while owner[here]:
        done[here] = True
        row = owner[here]
        for column in range(1, size):
            if done[column]:
                continue
            reduced = costs[row - 1][column - 1] - row_price[row] - column_price[column]
            if reduced < distance[column]:
                distance[column], came_from[column] = reduced, here
        following = min(
            (column for column in range(1, size) if not done[column]), key=distance.__getitem__
        )
        step = distance[following]
        for column in range(size):
            if done[column]:
                row_price[owner[column]] += step
                column_price[column] -= step
            else:
                distance[column] -= step
        here = following
    return here, came_from
