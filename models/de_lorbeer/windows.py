"""Cut documents into windows that the encoder reads at once, and gather these in batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from de_lorbeer.subwords import Subwords

Ints = NDArray[np.int64]

#: Subwords of a window: about as many as the longest windows of the training had.
LONGEST = 160
#: Subwords of what must not be parted, a long sentence; more cost too much memory.
LONGEST_SENTENCE = 400
#: Subwords of a batch, padding included; more cost memory and gain no speed.
BATCH = 1200
BOS, PAD, EOS = 0, 1, 2
_FULL_STOPS = frozenset({".", "!", "?"})


@dataclass(frozen=True)
class Window:
    """Some of a document's words (no white space) as `tokens`, and their subwords.

    `first` and `last` are the places of each word's outer subwords; place 0 is the root.
    """

    doc: int
    tokens: list[int]
    ids: list[int]
    first: list[int]
    last: list[int]


def windows(doc: Doc, number: int, subwords: Subwords) -> Iterator[Window]:
    """The windows of a document, cut at line breaks and full stops as far as possible."""
    pieces = {token.i: subwords(token.text) for token in doc if not token.is_space}
    chunks = list(_chunks(doc, pieces))
    total = sum(size for _, size in chunks)
    target = total / max(1, -(-total // LONGEST))
    tokens: list[int] = []
    size = 0
    for chunk, chunk_size in chunks:
        if tokens and (size + chunk_size > LONGEST or size + chunk_size / 2 > target):
            yield _window(number, tokens, pieces)
            tokens, size = [], 0
        tokens = tokens + chunk
        size += chunk_size
    if tokens:
        yield _window(number, tokens, pieces)


def _chunks(doc: Doc, pieces: dict[int, list[int]]) -> Iterator[tuple[list[int], int]]:
    """(tokens, number of subwords) of stretches that may be parted."""
    tokens: list[int] = []
    size = 0
    for i, ids in pieces.items():
        if tokens and (size + len(ids) > LONGEST_SENTENCE or _may_part(doc, i)):
            yield tokens, size
            tokens, size = [], 0
        tokens.append(i)
        size += len(ids)
    if tokens:
        yield tokens, size


def _may_part(doc: Doc, i: int) -> bool:
    before = doc[i - 1]
    if before.is_space and "\n" in before.text:
        return True
    return before.text in _FULL_STOPS and doc[i].is_sent_start is not False


def _window(number: int, tokens: list[int], pieces: dict[int, list[int]]) -> Window:
    ids, first, last = [BOS], [0], [0]
    for i in tokens:
        first.append(len(ids))
        ids.extend(pieces[i])
        last.append(len(ids) - 1)
    return Window(number, tokens, [*ids, EOS], first, last)


def batches(found: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows sorted by length, in batches."""
    batch: list[Window] = []
    for window in sorted(found, key=lambda window: len(window.ids)):
        if batch and len(window.ids) * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def feeds(batch: Sequence[Window]) -> dict[str, Ints]:
    """The network's inputs for a batch."""
    return {
        "ids": _padded([window.ids for window in batch], PAD),
        "first": _padded([window.first for window in batch], 0),
        "last": _padded([window.last for window in batch], 0),
    }


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Ints:
    table: NDArray[Any] = np.full((len(rows), max(map(len, rows))), filler, np.int64)
    for row, values in zip(table, rows, strict=True):
        row[: len(values)] = values
    return table
