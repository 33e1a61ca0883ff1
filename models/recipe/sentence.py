"""One sentence with whatever annotation its corpus has: the common coin of the training data."""

from dataclasses import dataclass, field

#: Whose ways a sentence follows; the first are those of the finished pipeline.
CORPORA = ("gsd", "pud", "smartdata", "wikiner", "europarl", "mobie")

#: All that a word's feature may be; `None`: its corpus does not say.
Feats = dict[str, str]


@dataclass
class Sentence:
    """Words and, where the corpus has them, their annotations; `None` teaches nothing.

    `pos`: the parts of speech that a word may have (one, if the corpus is exact).
    `feats`: morphological features; `known` are those whose absence means something.
    `heads` count from 1, 0 is the root. `ents` are BIO tags; `misc` tells whether the corpus
    marks MISC as GermEval does. `bounded`: whether it begins and ends where a sentence does.
    """

    words: list[str]
    corpus: str
    tags: list[str] | None = None
    pos: list[tuple[str, ...]] | None = None
    feats: list[Feats] | None = None
    known: frozenset[str] = frozenset()
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    ents: list[str] | None = None
    misc: bool = False
    bounded: bool = True
    spaces: list[bool] = field(default_factory=list)
