"""Sentences as numbers: all that training reads, free of words and of spaCy."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Sign for "no label here"; the same as PyTorch's.
IGNORE = -100
#: Columns of `Encoded.codes`.
CODES = ("tags", "lemmas", "heads", "deps")
#: Columns of `Encoded.allowed`: bit i is set where label i may be meant.
ALLOWED = ("pos", "ents")

Array = NDArray[Any]


@dataclass(frozen=True)
class Encoded:
    """One sentence.

    `pieces`: ids of all subwords; `sizes`: how many each word has. Labels by word:
    `codes` (words, 4) as CODES names them, `allowed` (words, 2) bit sets as ALLOWED names them,
    0 where nothing is told, `feats` (words, features) with the value's number or -1.
    `corpus` as in `sentence.CORPORA`; `bounded` as in `Sentence`.
    """

    pieces: Array
    sizes: Array
    codes: Array
    allowed: Array
    feats: Array
    corpus: int
    bounded: bool


@dataclass(frozen=True)
class Group:
    """Sentences in the order of their corpus, and other versions of some, by number."""

    sentences: list[Encoded]
    variants: dict[int, list[Encoded]]


def save(path: Path, groups: dict[str, Group]) -> None:
    """Write all groups to one compressed file."""
    sentences: list[Encoded] = []
    places: list[tuple[int, int]] = []
    for number, group in enumerate(groups.values()):
        rows = [(i, sentence) for i, sentence in enumerate(group.sentences)]
        rows += [(~i, variant) for i, some in group.variants.items() for variant in some]
        places.extend((number, place) for place, _ in rows)
        sentences.extend(sentence for _, sentence in rows)
    np.savez_compressed(
        path,
        names=np.array(list(groups)),
        places=np.array(places, np.int32),
        words=np.array([len(s.sizes) for s in sentences], np.int32),
        subwords=np.array([len(s.pieces) for s in sentences], np.int32),
        corpora=np.array([s.corpus for s in sentences], np.int8),
        bounded=np.array([s.bounded for s in sentences]),
        pieces=np.concatenate([s.pieces for s in sentences]).astype(np.int32),
        sizes=np.concatenate([s.sizes for s in sentences]).astype(np.uint8),
        codes=np.concatenate([s.codes for s in sentences]).astype(np.int16),
        allowed=np.concatenate([s.allowed for s in sentences]).astype(np.int32),
        feats=np.concatenate([s.feats for s in sentences]).astype(np.int8),
    )


def read(path: Path) -> dict[str, Group]:
    """What `save` wrote."""
    with np.load(path) as file:
        found = dict(file)
    groups = {str(name): Group([], {}) for name in found["names"]}
    listed = list(groups.values())
    for (number, place), sentence in zip(found["places"].tolist(), _sentences(found), strict=True):
        if place >= 0:
            listed[number].sentences.append(sentence)
        else:
            listed[number].variants.setdefault(~place, []).append(sentence)
    return groups


def _sentences(found: dict[str, Array]) -> list[Encoded]:
    words = np.cumsum(found["words"])[:-1]
    subwords = np.cumsum(found["subwords"])[:-1]
    columns = {"pieces": np.split(found["pieces"], subwords)}
    columns |= {n: np.split(found[n], words) for n in ("sizes", "codes", "allowed", "feats")}
    rest = {"corpus": found["corpora"].tolist(), "bounded": found["bounded"].tolist()}
    rows = zip(*columns.values(), *rest.values(), strict=True)
    return [Encoded(**dict(zip((*columns, *rest), row, strict=True))) for row in rows]
