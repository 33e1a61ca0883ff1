"""The best sequence of entity tags: an I- tag only behind a B- or I- tag of its kind."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]

_NEVER = -1e9


class EntityTags:
    """Decodes scores of BIO tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Take the tags in the order of their scores."""
        self.tags = list(tags)
        self._inside = np.array([tag.startswith("I-") for tag in tags])
        allowed = [[self._follows(before, tag) for tag in tags] for before in tags]
        self._moves = np.where(np.array(allowed), 0.0, _NEVER)

    @staticmethod
    def _follows(before: str, tag: str) -> bool:
        return not tag.startswith("I-") or (before != "O" and before[2:] == tag[2:])

    def spans(self, scores: Scores, starts: Sequence[int]) -> list[tuple[int, int, str]]:
        """(start, end, label) of entities; `starts`: words that begin a sentence, as 0 does."""
        table = scores.astype(np.float64)
        for start in (0, *starts):
            table[start, self._inside] = _NEVER
        path = table.argmax(1)
        if (self._moves[path[:-1], path[1:]] < 0).any():
            path = self._best_path(table)
        return self._spans([self.tags[i] for i in path])

    def _best_path(self, table: Scores) -> NDArray[np.int64]:
        best = table[0]
        back = []
        for row in table[1:]:
            ways = best[:, None] + self._moves
            back.append(ways.argmax(0))
            best = ways.max(0) + row
        path = [int(best.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return np.array(path[::-1])

    @staticmethod
    def _spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for i, tag in enumerate(tags):
            if tag.startswith("B-"):
                found.append((i, i + 1, tag[2:]))
            elif tag.startswith("I-"):
                start, _, label = found[-1]
                found[-1] = (start, i + 1, label)
        return found
