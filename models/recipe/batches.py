"""Draw training batches: runs of sentences of many corpora, of about one length in a batch."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import torch
from torch import Tensor

from de_lorbeer import lemma_rules
from de_lorbeer.subwords import Subwords
from recipe.labels import Labels
from recipe.network import CORPORA, PAD
from recipe.sentence import Sentence

BOS, EOS, UNKNOWN = 0, 2, 3
#: Torch's sign for "no label here".
IGNORE = -100
#: How often a text is shown as if of the corpus whose ways the finished pipeline follows.
AS_MAIN = {"pud": 0.3, "smartdata": 0.5, "wikiner": 0.15, "europarl": 0.15, "mobie": 0.15}
#: Subwords of a window, drawn per batch.
LENGTHS = (40, 64, 96, 128, 160)
LONGEST = 240
BATCH_SUBWORDS = 1100
#: Windows drawn at once, then sorted into batches.
_POOL = 160
_WORD_DROPOUT = 0.03
_QUOTES = (('"', '"'), ("“", "”"), ("»", "«"), ("‚", "‘"), ("'", "'"))

T = TypeVar("T")


@dataclass(frozen=True)
class Batch:
    """Tensors of some windows: `inputs` of the network, and the labels of each head."""

    inputs: dict[str, Tensor]
    labels: dict[str, Tensor]


class Encoder:
    """Turns runs of sentences into tensors."""

    def __init__(self, labels: Labels, subwords: Subwords) -> None:
        """Index the labels."""
        self.labels = labels
        self.subwords = subwords
        self.index = {
            name: {label: i for i, label in enumerate(getattr(labels, name))}
            for name in ("tags", "pos", "lemmas", "ents", "deps")
        }
        self.features = sorted({name for name, _ in labels.feats})
        self.values = {pair: i for i, pair in enumerate(labels.feats)}

    def length(self, sentence: Sentence) -> int:
        """Subwords of a sentence."""
        return sum(len(self.subwords(word)) for word in sentence.words)

    def batch(self, windows: list[list[Sentence]], corpora: list[str], noise: float = 0) -> Batch:
        """One batch of all windows, padded; `noise`: share of subwords made unknown."""
        rows = [self._inputs(window, noise) for window in windows]
        length = max(len(ids) for ids, _, _ in rows)
        words = max(len(first) for _, first, _ in rows)
        inputs = {
            "ids": torch.tensor([_padded(ids, length, PAD) for ids, _, _ in rows]),
            "corpora": torch.tensor([CORPORA.index(corpus) for corpus in corpora]),
            "first": torch.tensor([_padded(first, words, 0) for _, first, _ in rows]),
            "last": torch.tensor([_padded(last, words, 0) for _, _, last in rows]),
        }
        targets = [self._targets(window, words) for window in windows]
        return Batch(inputs, {name: torch.stack([t[name] for t in targets]) for name in targets[0]})

    def _inputs(
        self, window: list[Sentence], noise: float
    ) -> tuple[list[int], list[int], list[int]]:
        ids, first, last = [BOS], [0], [0]
        for word in (word for sentence in window for word in sentence.words):
            pieces = self.subwords(word)
            if noise and random.random() < noise:
                pieces = [UNKNOWN] * len(pieces)
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
        return [*ids, EOS], first, last

    def _targets(self, window: list[Sentence], words: int) -> dict[str, Tensor]:
        """Labels per word, the root first; heads point to words of the window."""
        columns: dict[str, list[list[int]]] = {k: [] for k in ("tags", "lemmas", "heads", "deps")}
        sents: list[int] = []
        pos: list[list[bool]] = []
        ents: list[list[bool]] = []
        feats: list[list[int]] = []
        for number, sentence in enumerate(window):
            size, start = len(sentence.words), len(sents)
            for name in columns:
                columns[name].append(self._column(sentence, name, start))
            known = sentence.bounded and number > 0
            sents.extend(
                [1 if known else IGNORE, *[0 if sentence.bounded else IGNORE] * (size - 1)]
            )
            pos.extend(self._allowed_pos(sentence))
            ents.extend(self._allowed_ents(sentence))
            feats.extend(self._feats(sentence))
        flat = {name: [v for part in parts for v in part] for name, parts in columns.items()}
        flat["sents"] = sents
        tensors = {
            name: torch.tensor([IGNORE, *_padded(values, words - 1, IGNORE)])
            for name, values in flat.items()
        }
        for name, table, width in (
            ("pos", pos, len(self.labels.pos)),
            ("ents", ents, len(self.labels.ents)),
        ):
            empty = [False] * width
            tensors[name] = torch.tensor([empty, *_padded(table, words - 1, empty)])
        nothing = [IGNORE] * len(self.features)
        tensors["feats"] = torch.tensor([nothing, *_padded(feats, words - 1, nothing)])
        return tensors

    def _column(self, sentence: Sentence, name: str, start: int) -> list[int]:
        values = getattr(sentence, name)
        if values is None:
            return [IGNORE] * len(sentence.words)
        if name == "heads":
            return [head + start if head else 0 for head in values]
        if name == "lemmas":
            pairs = zip(sentence.words, values, strict=True)
            values = [lemma_rules.rule_for(form, lemma) for form, lemma in pairs]
        return [self.index[name].get(value, IGNORE) for value in values]

    def _allowed_pos(self, sentence: Sentence) -> list[list[bool]]:
        allowed = sentence.pos or [()] * len(sentence.words)
        return [[pos in some for pos in self.labels.pos] for some in allowed]

    def _allowed_ents(self, sentence: Sentence) -> list[list[bool]]:
        if sentence.ents is None:
            return [[False] * len(self.labels.ents)] * len(sentence.words)
        return [
            [
                label == ent or (ent == "O" and not sentence.misc and label.endswith("MISC"))
                for label in self.labels.ents
            ]
            for ent in sentence.ents
        ]

    def _feats(self, sentence: Sentence) -> list[list[int]]:
        if sentence.feats is None:
            return [[IGNORE] * len(self.features)] * len(sentence.words)
        return [
            [
                self.values.get((name, feats.get(name, "")), IGNORE)
                if name in feats or name in sentence.known
                else IGNORE
                for name in self.features
            ]
            for feats in sentence.feats
        ]


def _padded(values: list[T], length: int, filler: T) -> list[T]:
    return values + [filler] * (length - len(values))


def draw(
    groups: dict[str, list[Sentence]], encoder: Encoder, shares: dict[str, float]
) -> Iterator[Batch]:
    """Endless training batches, each of windows of about one length; `shares` of the groups."""
    while True:
        drawn = random.choices(list(shares), list(shares.values()), k=_POOL)
        windows = [_window(groups[name], random.choice(LENGTHS), encoder) for name in drawn]
        sized = [(sum(map(encoder.length, window)), window) for window in windows]
        sized.sort(key=lambda pair: pair[0])
        for chosen in _shuffled(_cut(sized)):
            corpora = [_as_corpus(window[0].corpus) for window in chosen]
            varied = [[_varied(sentence) for sentence in window] for window in chosen]
            yield encoder.batch(varied, corpora, _WORD_DROPOUT)


def _cut(sized: list[tuple[int, list[Sentence]]]) -> Iterator[list[list[Sentence]]]:
    """Windows sorted by size, in batches that padding does not make too large."""
    batch: list[list[Sentence]] = []
    for size, window in sized:
        if batch and size * (len(batch) + 1) > BATCH_SUBWORDS:
            yield batch
            batch = []
        batch.append(window)
    yield batch


def _shuffled(batches: Iterator[list[list[Sentence]]]) -> list[list[list[Sentence]]]:
    listed = list(batches)
    random.shuffle(listed)
    return listed


def _as_corpus(corpus: str) -> str:
    return CORPORA[0] if random.random() < AS_MAIN.get(corpus, 1) else corpus


def _window(sentences: list[Sentence], length: int, encoder: Encoder) -> list[Sentence]:
    """Consecutive sentences of about `length` subwords together."""
    for _ in range(10):
        at = random.randrange(len(sentences))
        window, size = [sentences[at]], encoder.length(sentences[at])
        if size <= 1.3 * length:
            break
    while size > LONGEST:
        at = random.randrange(len(sentences))
        window, size = [sentences[at]], encoder.length(sentences[at])
    while at + 1 < len(sentences):
        at += 1
        size += encoder.length(sentences[at])
        if size > 1.1 * length:
            break
        window.append(sentences[at])
    return window


def _varied(sentence: Sentence) -> Sentence:
    """Now and then with other quotes, without its full stop, or in capitals."""
    chance = random.random()
    if chance < 0.1 and any(word in "„“" for word in sentence.words):
        opening, closing = random.choice(_QUOTES)
        words = [{"„": opening, "“": closing}.get(word, word) for word in sentence.words]
        return replace(sentence, words=words, lemmas=None)
    if chance < 0.2 and sentence.bounded and sentence.words[-1] == "." and len(sentence.words) > 2:
        return _without_last(sentence)
    if chance > 0.98:
        return replace(sentence, words=[word.upper() for word in sentence.words], lemmas=None)
    return sentence


def _without_last(sentence: Sentence) -> Sentence:
    if sentence.heads and len(sentence.words) in sentence.heads:
        return sentence
    names = ("words", "tags", "pos", "feats", "lemmas", "heads", "deps", "ents")
    cut = {name: values[:-1] for name in names if (values := getattr(sentence, name))}
    return replace(sentence, **cut)
