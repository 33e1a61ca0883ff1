"""A sum of small decision trees: the answer to a yes-or-no question from some numbers."""

import json
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class BoostedTrees:
    """Trees as arrays (trees, nodes).

    A node asks whether number `asked` is at most `limit` and goes on to the `low` or `high` node of
    its tree; a leaf leads to itself. `value`: what a leaf adds to `start`, in log odds. `depth`:
    steps from a root to the farthest leaf.
    """

    start: float
    depth: int
    asked: NDArray[np.int64]
    limit: NDArray[np.float64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    value: NDArray[np.float64]

    @classmethod
    def load(cls, name: str) -> "BoostedTrees":
        """Read a data file of this stage that `fitting` wrote."""
        found = json.loads(files(__package__).joinpath(name).read_text("utf-8"))
        start, depth = found.pop("start"), found.pop("depth")
        return cls(start, depth, **{field: np.array(rows) for field, rows in found.items()})

    def probabilities(self, rows: Numbers) -> NDArray[np.float64]:
        """(rows, numbers) -> the probability of yes for each row."""
        trees = np.arange(len(self.value))[:, None]
        node = np.zeros((len(self.value), len(rows)), np.int64)
        every = np.arange(len(rows))
        for _ in range(self.depth):
            is_low = rows[every, self.asked[trees, node]] <= self.limit[trees, node]
            node = np.where(is_low, self.low[trees, node], self.high[trees, node])
        odds: NDArray[np.float64] = self.start + self.value[trees, node].sum(0)
        return np.asarray(1 / (1 + np.exp(-odds)))
