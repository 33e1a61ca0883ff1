"""Releases as the role tagger reads them: the encoder's vectors of the words, and labels."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from de_lorbeer.roles import ROLES, Layout, Mark, layout, marked

Array = NDArray[Any]
#: A mark that fewer releases have teaches nothing.
LEAST = 20


@dataclass(frozen=True)
class Example:
    """A release. `vectors`: (words, width), in half precision; `marked`: (words, marks), 0 or 1;
    `labels`: (words, roles, 2), whether a word is in a mention, and whether it is its first.
    """

    id: str
    publisher: str
    source: int
    vectors: Array
    layout: Layout
    marked: Array
    labels: Array
    has_award: bool

    @property
    def size(self) -> int:
        """Number of words."""
        return len(self.labels)


def common_marks(path: Path) -> tuple[str, ...]:
    """The names of the marks that enough of the examples have, in order of the alphabet."""
    count = Counter(name for row in _rows(path) for name in {mark[0] for mark in row["marks"]})
    return tuple(sorted(name for name, number in count.items() if number >= LEAST))


def read(path: Path, nlp: Language, marks: Sequence[str]) -> Iterator[Example]:
    """The examples that `lorbeer.fitting.projection` wrote, with vectors of the annotator and
    those marks.
    """
    for row in _rows(path):
        yield _example(row, nlp, marks)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _example(row: dict[str, Any], nlp: Language, marks: Sequence[str]) -> Example:
    docs = list(nlp.pipe(block["text"] for block in row["blocks"]))
    words = [_words(doc) for doc in docs]
    vectors = [doc.tensor[tokens] for doc, tokens in zip(docs, words, strict=True) if tokens]
    blocks = [
        (block["kind"], block["section"], len(tokens))
        for block, tokens in zip(row["blocks"], words, strict=True)
    ]
    starts, ends = _offsets(row, docs, words)
    return Example(
        id=row["id"],
        publisher=row["publisher"],
        source=row["source"],
        vectors=np.concatenate(vectors).astype(np.float16),
        layout=layout(blocks),
        marked=marked(row["marks"], marks, starts, ends).astype(np.uint8),
        labels=_labels(row["spans"], starts, ends),
        has_award=row["has_award"],
    )


def _words(doc: Doc) -> list[int]:
    return [token.i for token in doc if not token.is_space]


def _offsets(
    row: dict[str, Any], docs: Sequence[Doc], words: Sequence[list[int]]
) -> tuple[list[int], list[int]]:
    """Where each word starts and ends in the text of its release."""
    placed = [
        (block["start"] + doc[i].idx, block["start"] + doc[i].idx + len(doc[i]))
        for block, doc, tokens in zip(row["blocks"], docs, words, strict=True)
        for i in tokens
    ]
    return [start for start, _ in placed], [end for _, end in placed]


def _labels(spans: Sequence[Mark], starts: Sequence[int], ends: Sequence[int]) -> Array:
    labels = np.zeros((len(starts), len(ROLES), 2), np.float32)
    for role, start, end in spans:
        inside = np.arange(bisect_right(ends, start), bisect_left(starts, end))
        column = ROLES.index(role)
        labels[inside, column, 0] = 1
        labels[inside[:1], column, 1] = 1
    return labels
