"""Draw training batches: runs of sentences of many corpora, of about one length in a batch."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from recipe.network import PAD
from recipe.store import ALLOWED, CODES, IGNORE, Array, Encoded, Group

BOS, EOS, UNKNOWN = 0, 2, 3
#: How often a text is shown as if of the corpus whose ways the finished pipeline follows; never one
#: of PUD, whose trees differ in too many ways.
AS_MAIN = {"smartdata": 0.5, "wikiner": 0.15, "europarl": 0.15, "mobie": 0.15}
#: Subwords of a window, drawn per batch.
LENGTHS = (40, 64, 96, 128, 160)
LONGEST = 240
#: How often another version of a sentence is drawn, if it has one.
VARIED = 0.15
#: Share of the words that are made unknown.
WORD_DROPOUT = 0.03
#: Batches that are made of windows drawn together and sorted by length.
_POOLED = 8
_MEAN_LENGTH = 100

Window = list[Encoded]


@dataclass(frozen=True)
class Batch:
    """Some windows as tensors.

    `inputs` of the network. Labels by word, word 0 being the root: `codes`, `allowed` and
    `feats` as in `Encoded`, heads counted in the window, and `sents`: 1 where a sentence starts,
    0 inside one, IGNORE where that is not known. `words`: True for words, False for padding.
    """

    inputs: dict[str, Tensor]
    labels: dict[str, Tensor]

    def to(self, device: torch.device) -> "Batch":
        """The same batch on another device."""
        moved = [
            {name: tensor.to(device, non_blocking=True) for name, tensor in tensors.items()}
            for tensors in (self.inputs, self.labels)
        ]
        return Batch(*moved)


def make_batch(windows: list[Window], corpora: list[int], noise: float = 0) -> Batch:
    """One batch of all windows, padded; `noise`: share of words made unknown."""
    rows = [_subwords(window, noise) for window in windows]
    length = max(len(ids) for ids, _, _ in rows)
    words = max(len(first) for _, first, _ in rows)
    inputs = {
        "ids": _padded([ids for ids, _, _ in rows], length, PAD),
        "corpora": torch.tensor(corpora),
        "first": _padded([first for _, first, _ in rows], words, 0),
        "last": _padded([last for _, _, last in rows], words, 0),
    }
    return Batch(inputs, _labels(windows, words))


def _subwords(window: Window, noise: float) -> tuple[Array, Array, Array]:
    """Ids of the subwords, and the places of each word's first and last."""
    pieces = np.concatenate([sentence.pieces for sentence in window])
    sizes = np.concatenate([sentence.sizes for sentence in window]).astype(np.int64)
    if noise:
        pieces = np.where(np.repeat(np.random.rand(len(sizes)) < noise, sizes), UNKNOWN, pieces)
    ends = np.cumsum(sizes)
    ids = np.concatenate([[BOS], pieces, [EOS]])
    return ids, np.concatenate([[0], ends - sizes + 1]), np.concatenate([[0], ends])


def _labels(windows: list[Window], words: int) -> dict[str, Tensor]:
    size = (len(windows), words)
    features = windows[0][0].feats.shape[1]
    codes = np.full((*size, len(CODES)), IGNORE, np.int64)
    allowed = np.zeros((*size, len(ALLOWED)), np.int64)
    feats = np.full((*size, features), IGNORE, np.int64)
    sents = np.full(size, IGNORE, np.int64)
    real = np.zeros(size, bool)
    heads = CODES.index("heads")
    for row, window in enumerate(windows):
        start = 1
        for sentence in window:
            end = start + len(sentence.sizes)
            codes[row, start:end] = sentence.codes
            inner = codes[row, start:end, heads]
            inner[inner > 0] += start - 1
            allowed[row, start:end] = sentence.allowed
            feats[row, start:end] = np.where(sentence.feats < 0, IGNORE, sentence.feats)
            if sentence.bounded:
                sents[row, start:end] = 0
                sents[row, start] = IGNORE if start == 1 else 1
            start = end
        real[row, 1:start] = True
    tables = {"codes": codes, "allowed": allowed, "feats": feats, "sents": sents, "words": real}
    return {name: torch.from_numpy(table) for name, table in tables.items()}


def _padded(rows: list[Array], length: int, filler: int) -> Tensor:
    table = np.full((len(rows), length), filler, np.int64)
    for line, values in zip(table, rows, strict=True):
        line[: len(values)] = values
    return torch.from_numpy(table)


class Drawn(IterableDataset[Batch]):
    """Endless training batches of about `size` subwords; `shares` of the groups."""

    def __init__(
        self, groups: dict[str, Group], shares: dict[str, float], size: int, seed: int
    ) -> None:
        """Take the groups that `shares` names."""
        self.groups = {name: groups[name] for name in shares}
        self.shares = shares
        self.size = size
        self.seed = seed

    def __iter__(self) -> Iterator[Batch]:
        """Draw; each worker of a loader draws others."""
        worker = torch.utils.data.get_worker_info()
        seed = 1000 * self.seed + (worker.id if worker else 0)
        random.seed(seed)
        np.random.seed(seed)
        while True:
            count = _POOLED * self.size // _MEAN_LENGTH
            drawn = random.choices(list(self.shares), list(self.shares.values()), k=count)
            windows = [_window(self.groups[name], random.choice(LENGTHS)) for name in drawn]
            for chosen in self._cut(zip(drawn, windows, strict=True)):
                corpora = [_as_corpus(name, window) for name, window in chosen]
                yield make_batch([window for _, window in chosen], corpora, WORD_DROPOUT)

    def _cut(self, windows: Iterator[tuple[str, Window]]) -> list[list[tuple[str, Window]]]:
        """Windows sorted by length, in batches that padding does not make too large, shuffled."""
        batches: list[list[tuple[str, Window]]] = [[]]
        sized = [(sum(len(s.pieces) for s in window), name, window) for name, window in windows]
        for length, name, window in sorted(sized, key=lambda row: row[0]):
            if batches[-1] and length * (len(batches[-1]) + 1) > self.size:
                batches.append([])
            batches[-1].append((name, window))
        random.shuffle(batches)
        return batches


def loader(drawn: Drawn, workers: int) -> Iterator[Batch]:
    """The batches, made by so many processes beside this one."""
    if not workers:
        return iter(drawn)
    return iter(DataLoader(drawn, batch_size=None, num_workers=workers, prefetch_factor=8))


def _as_corpus(name: str, window: Window) -> int:
    return 0 if random.random() < AS_MAIN.get(name, 0) else window[0].corpus


def _window(group: Group, length: int) -> Window:
    """Consecutive sentences of about `length` subwords together."""
    at = _start(group, 1.3 * length)
    window = [_version(group, at)]
    size = len(window[0].pieces)
    while at + 1 < len(group.sentences):
        at += 1
        size += len(group.sentences[at].pieces)
        if size > 1.1 * length:
            break
        window.append(_version(group, at))
    return window


def _start(group: Group, longest: float) -> int:
    """The number of a sentence to start with: after ten tries, of any length below `LONGEST`."""
    tries = 0
    while True:
        at = random.randrange(len(group.sentences))
        size = len(group.sentences[at].pieces)
        tries += 1
        if size <= longest or (tries > 10 and size <= LONGEST):
            return at


def _version(group: Group, number: int) -> Encoded:
    variants = group.variants.get(number)
    if variants and random.random() < VARIED:
        return random.choice(variants)
    return group.sentences[number]
