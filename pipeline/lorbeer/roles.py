"""What the role tagger says of the words of a release: who is probably a winner, a giver ..."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: A word that probably begins a mention parts it from the one before.
_BEGINS = 0.5


@dataclass(frozen=True, eq=False)
class Passage:
    """`string[start:end]` plays a role with probability `score`, the mean of its words."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, eq=False)
class Roles:
    """Word by word: where it stands in the text, and by role how probably it is in a mention.

    `starts`, `ends`: offsets; `breaks`: whether a new block begins with the word; `inside`,
    `first`: role -> (words,) probabilities, of being in a mention and of beginning one; `own`:
    the probability that the release reports an award of its own.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    breaks: Sequence[bool]
    inside: Mapping[str, NDArray[np.float32]]
    first: Mapping[str, NDArray[np.float32]]
    own: float

    def score(self, role: str, start: int, end: int) -> float:
        """How probably a stretch of text plays a role, 0 to 1: the mean of its words."""
        words = slice(bisect_right(self.ends, start), bisect_left(self.starts, end))
        found = self.inside[role][words]
        return float(found.mean()) if len(found) else 0.0

    def end_of(self, role: str, end: int, least: float) -> int:
        """Where a mention ends if the words behind it belong to it, too; `end` where none does."""
        word = bisect_left(self.starts, end)
        inside, first = self.inside[role], self.first[role]
        while word < len(inside) and not self.breaks[word]:
            if inside[word] < least or first[word] >= _BEGINS:
                break
            end = self.ends[word]
            word += 1
        return end

    def passages(self, role: str, least: float) -> Iterator[Passage]:
        """The stretches whose words are at least so probably in a mention of that role."""
        inside, first = self.inside[role], self.first[role]
        begin: int | None = None
        for word in range(len(inside) + 1):
            ends = word == len(inside) or inside[word] < least or self.breaks[word]
            if begin is not None and (ends or first[word] >= _BEGINS):
                score = float(inside[begin:word].mean())
                yield Passage(self.starts[begin], self.ends[word - 1], score)
                begin = None
            if begin is None and word < len(inside) and inside[word] >= least:
                begin = word
