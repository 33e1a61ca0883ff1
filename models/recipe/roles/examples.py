"""Releases as the role tagger reads them: the encoder's vectors of the words, and labels."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from de_lorbeer.roles import ROLES, Layout, layout

Array = NDArray[Any]


@dataclass(frozen=True)
class Example:
    """A release. `vectors`: (words, width), in half precision; `labels`: (words, roles, 2), whether
    a word is in a mention, and whether it is its first.
    """

    id: str
    publisher: str
    source: int
    vectors: Array
    layout: Layout
    labels: Array
    has_award: bool

    @property
    def size(self) -> int:
        """Number of words."""
        return len(self.labels)


def read(path: Path, nlp: Language) -> Iterator[Example]:
    """The examples that `lorbeer.fitting.projection` wrote, with vectors of the annotator."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _example(json.loads(line), nlp)


def _example(row: dict[str, Any], nlp: Language) -> Example:
    docs = list(nlp.pipe(block["text"] for block in row["blocks"]))
    words = [_words(doc) for doc in docs]
    vectors = [doc.tensor[tokens] for doc, tokens in zip(docs, words, strict=True) if tokens]
    blocks = [
        (block["kind"], block["section"], len(tokens))
        for block, tokens in zip(row["blocks"], words, strict=True)
    ]
    return Example(
        id=row["id"],
        publisher=row["publisher"],
        source=row["source"],
        vectors=np.concatenate(vectors).astype(np.float16),
        layout=layout(blocks),
        labels=_labels(row, docs, words),
        has_award=row["has_award"],
    )


def _words(doc: Doc) -> list[int]:
    return [token.i for token in doc if not token.is_space]


def _labels(row: dict[str, Any], docs: Sequence[Doc], words: Sequence[list[int]]) -> Array:
    starts, ends = (
        np.array(
            [
                block["start"] + doc[i].idx + (len(doc[i]) if at_end else 0)
                for block, doc, tokens in zip(row["blocks"], docs, words, strict=True)
                for i in tokens
            ],
            np.int64,
        )
        for at_end in (False, True)
    )
    labels = np.zeros((len(starts), len(ROLES), 2), np.float32)
    for role, start, end in row["spans"]:
        inside = np.flatnonzero((starts < end) & (ends > start))
        column = ROLES.index(role)
        labels[inside, column, 0] = 1
        labels[inside[:1], column, 1] = 1
    return labels
