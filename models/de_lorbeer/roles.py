"""Which words of a release name its award, a winner, a giver ...: the role tagger.

It reads the word vectors that the annotator leaves in `Doc.tensor`, all blocks of a release in
one row, what kind of block each word stands in, and marks: what rules, names and layout say of it.
Convolutions of growing reach carry what neighbours say; a summary of the whole release is added to
every word.
"""

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
#: (name, start, end): what is known of all words in a stretch of text.
Mark = tuple[str, int, int]

#: The roles, in the order of the tagger's columns.
ROLES = (
    *("award", "recipient", "giver", "presenter", "partner"),
    *("region", "event", "place", "category", "date"),
)
#: Kinds of blocks and of sections, in the order of their vectors.
KINDS = ("title", "heading", "paragraph", "item", "row", "quote")
SECTIONS = ("title", "body", "about", "contact", "quote", "list", "table")
#: The convolution after which the summary of the release is added.
SUMMARY_AFTER = 1
EPS = 1e-5
WEIGHTS = Path(__file__).parent / "trained" / "roles.npz"


@dataclass(frozen=True)
class Layout:
    """Where each word stands: number of its block's kind, of its section; 1 if it opens a block."""

    kinds: NDArray[np.int64]
    sections: NDArray[np.int64]
    opens: NDArray[np.int64]


@dataclass(frozen=True)
class WordRoles:
    """Probabilities by word and role: `inside` a mention, and its `first` word; (words, roles).

    `own`: the probability that the release reports an award of its own.
    """

    inside: Floats
    first: Floats
    own: float


class RoleTagger:
    """Tags the words of whole releases: several networks that learned alike but from other random
    beginnings, and the mean of what they say.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        """Take the weights by name, as `recipe.roles` writes them: (networks, ...) each; `marks`
        are the names of the marks that it learned from.
        """
        self.marks: tuple[str, ...] = tuple(map(str, weights["marks"]))
        self._w = {
            name: np.asarray(array, np.float32)
            for name, array in weights.items()
            if name != "marks"
        }
        self._reaches = self._w.pop("reaches").astype(int).tolist()

    def reads(self, vectors: NDArray[np.floating]) -> bool:
        """Whether these are vectors of the kind that the tagger learned from."""
        return vectors.ndim == 2 and vectors.shape[1] == self._w["inp.weight"].shape[2]

    def __call__(self, vectors: Floats, layout: Layout, marked: Floats) -> WordRoles:
        """(words, width) vectors, (words, marks) 0 or 1 -> the roles of the words."""
        if not len(vectors):
            empty = np.zeros((0, len(ROLES)), np.float32)
            return WordRoles(empty, empty, 0.0)
        w = self._w
        own = self._linear("inp", vectors) + marked @ w["mark.weight"].transpose(0, 2, 1)
        own = np.maximum(own, 0)
        parts = [own, w["kind"][:, layout.kinds], w["section"][:, layout.sections]]
        start = np.concatenate([*parts, w["opens"][:, layout.opens]], 2)
        x = start
        for number, reach in enumerate(self._reaches):
            x = self._normalised(x + np.maximum(self._convolved(x, number, reach), 0), number)
            if number == SUMMARY_AFTER:
                x = x + np.maximum(self._linear("summary", _summary(x)), 0)
        scores = _sigmoid(self._linear("out", np.concatenate([x, start], 2))).mean(0)
        scores = scores.reshape(len(vectors), len(ROLES), 2)
        release = _sigmoid(self._linear("release", _summary(x))).mean()
        return WordRoles(scores[..., 0], scores[..., 1], float(release))

    def _linear(self, name: str, x: Floats) -> Floats:
        weight, bias = self._w[f"{name}.weight"], self._w[f"{name}.bias"]
        return np.asarray(x @ weight.transpose(0, 2, 1) + bias[:, None], np.float32)

    def _convolved(self, x: Floats, number: int, reach: int) -> Floats:
        """Each word with those `reach` words before and behind it; beyond the ends is nothing."""
        kernel = self._w[f"convolution{number}.weight"].transpose(0, 2, 1, 3)
        padded = np.pad(x, ((0, 0), (reach, reach), (0, 0)))
        views = (padded[:, at * reach : at * reach + x.shape[1]] for at in range(3))
        total = sum(view @ kernel[..., at] for at, view in enumerate(views))
        return np.asarray(total + self._w[f"convolution{number}.bias"][:, None], np.float32)

    def _normalised(self, x: Floats, number: int) -> Floats:
        centred = x - x.mean(2, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(2, keepdims=True) + EPS)
        weight, bias = (self._w[f"norm{number}.{part}"][:, None] for part in ("weight", "bias"))
        return np.asarray(scaled * weight + bias, np.float32)


@cache
def tagger() -> RoleTagger:
    """The trained tagger that comes along."""
    with np.load(io.BytesIO(WEIGHTS.read_bytes())) as weights:
        return RoleTagger(dict(weights))


def layout(blocks: Sequence[tuple[str, str, int]]) -> Layout:
    """The layout of blocks given as (kind, section, number of words)."""
    sizes = [size for _, _, size in blocks]
    opens = np.zeros(sum(sizes), np.int64)
    opens[[at for at, size in zip(np.cumsum([0, *sizes[:-1]]), sizes, strict=True) if size]] = 1
    kinds, sections = (
        np.repeat([names.index(block[at]) for block in blocks], sizes).astype(np.int64)
        for at, names in ((0, KINDS), (1, SECTIONS))
    )
    return Layout(kinds, sections, opens)


def marked(
    marks: Iterable[Mark], names: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> Floats:
    """(words, names): 1 where a mark of that name touches the word between those offsets."""
    columns = {name: column for column, name in enumerate(names)}
    found = np.zeros((len(starts), len(names)), np.float32)
    for name, start, end in marks:
        if name in columns:
            words = slice(bisect_right(ends, start), bisect_left(starts, end))
            found[words, columns[name]] = 1
    return found


def _summary(x: Floats) -> Floats:
    """(networks, words, width) -> (networks, 1, 2 * width)."""
    return np.concatenate([x.max(1), x.mean(1)], 1)[:, None]


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(0.5 + 0.5 * np.tanh(x / 2), np.float32)
