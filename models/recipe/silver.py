"""Trees for sentences that have morphology but no tree: by parsers of which one sees it.

The treebanks are small, but thousands of sentences carry parts of speech and morphology. A parser
that is given these beside the words errs less than one that must guess them; its trees, averaged
with those of the network itself, teach the network.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from de_lorbeer.trees import best_heads
from recipe.batches import EOS, Batch, make_batch
from recipe.labels import Labels
from recipe.losses import Scores, arcs, labels_of
from recipe.network import PAD, Network
from recipe.store import CODES, Array, Encoded, Group

#: Features that the sentences without trees have.
FEATURES = ("Case", "Gender", "Number", "Person", "Tense", "Mood")
#: Parts of speech that they do not tell apart.
ALIKE = (("CCONJ", "SCONJ"), ("VERB", "AUX"))
#: How often a word, and how often a whole sentence, is shown without them in learning.
_WORD_BARE, _SENTENCE_BARE = 0.1, 0.15
_TOGETHER = 16
_LONGEST = 400
_TINY = 1e-9


class InformedParser(nn.Module):
    """The network, given each word's part of speech and morphology beside its subwords.

    What is given is added to a word's subwords before the encoder, and to its vector behind it.
    """

    def __init__(self, network: Network, labels: Labels) -> None:
        """Take the network whose encoder and heads learn."""
        super().__init__()
        self.network = network
        self.classes = [_mask(names, labels) for names in _classes(labels)]
        self.columns = [list(labels.features).index(name) for name in FEATURES]
        sizes = [len(labels.features[name]) for name in FEATURES]
        starts = np.cumsum([len(self.classes) + 1, *sizes])
        self.starts = [int(start) for start in starts[:-1]]
        self.early = nn.Embedding(int(starts[-1]), network.sizes.hidden, padding_idx=0)
        self.late = nn.Embedding(int(starts[-1]), network.sizes.hidden, padding_idx=0)
        nn.init.zeros_(self.early.weight)
        nn.init.zeros_(self.late.weight)

    def forward(self, batch: Batch) -> Scores:
        """Scores as `Network.forward` gives them."""
        given = self.given(batch.labels)
        if self.training:
            bare = torch.rand(given.shape[:2], device=given.device) < _WORD_BARE
            bare |= torch.rand(len(given), 1, device=given.device) < _SENTENCE_BARE
            given = given.masked_fill(bare[..., None], 0)
        early = _to_subwords(self.early(given).sum(-2), batch)
        late = self.late(given).sum(-2)
        scores: Scores = self.network(**batch.inputs, early=early, late=late)
        return scores

    def given(self, labels: Scores) -> Tensor:
        """(batch, words, 1 + features): numbers of what a word is given, 0 for nothing."""
        allowed, feats = labels["allowed"][..., 0], labels["feats"]
        part = torch.zeros_like(allowed)
        for number, mask in enumerate(self.classes, 1):
            part[(allowed > 0) & (allowed & ~mask == 0)] = number
        columns = [part]
        for column, start in zip(self.columns, self.starts, strict=True):
            value = feats[..., column].clamp(min=0)
            columns.append(torch.where(value > 0, value + start, 0))
        return torch.stack(columns, -1)


class Uninformed(nn.Module):
    """The network as a parser of batches that sees words only."""

    def __init__(self, network: Network) -> None:
        """Take the network."""
        super().__init__()
        self.network = network

    def forward(self, batch: Batch) -> Scores:
        """Scores as `Network.forward` gives them."""
        scores: Scores = self.network(**batch.inputs)
        return scores


def with_trees(group: Group, parsers: Sequence[nn.Module], labels: Labels) -> Group:
    """The sentences of a group with the trees that the parsers agree on best; no other versions.

    A parser takes a batch and gives scores; `parsers` have a `network` that labels arcs. Sentences
    that are too long keep what they have.
    """
    sentences = list(group.sentences)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].pieces))
    order = [i for i in order if len(sentences[i].pieces) <= _LONGEST]
    for start in range(0, len(order), _TOGETHER):
        numbers = order[start : start + _TOGETHER]
        found = _trees([sentences[i] for i in numbers], parsers, labels)
        for number, codes in zip(numbers, found, strict=True):
            sentences[number] = replace(sentences[number], codes=codes)
    return Group(sentences, {})


def _trees(
    sentences: Sequence[Encoded], parsers: Sequence[nn.Module], labels: Labels
) -> Iterator[Array]:
    """The codes of each sentence, heads and relations filled in."""
    device = next(parsers[0].parameters()).device
    batch = make_batch([[one] for one in sentences], [0] * len(sentences)).to(device)
    with torch.no_grad():
        scores = [{k: v.float() for k, v in parser(batch).items()} for parser in parsers]
    chances = torch.stack([arcs(s, batch.labels).softmax(-1) for s in scores]).mean(0)
    heads = torch.zeros(chances.shape[:2], dtype=torch.long)
    for row, one in enumerate(sentences):
        size = len(one.sizes) + 1
        table = np.log(chances[row, 1:size, :size].cpu().numpy() + _TINY)
        heads[row, 1:size] = torch.tensor(best_heads(table))
    heads = heads.to(device)
    with torch.no_grad():
        told = [labels_of(p.network, s, heads) for p, s in zip(parsers, scores, strict=True)]
    relations = torch.stack(told).softmax(-1).mean(0)
    root = labels.deps.index("root")
    relations[..., root] = torch.where(heads == 0, 2.0, -1.0)
    chosen = relations.argmax(-1).cpu().numpy()
    for row, one in enumerate(sentences):
        codes = one.codes.copy()
        words = slice(1, len(one.sizes) + 1)
        codes[:, CODES.index("heads")] = heads[row, words].cpu().numpy()
        codes[:, CODES.index("deps")] = chosen[row, words]
        yield codes


def _classes(labels: Labels) -> list[tuple[str, ...]]:
    joined = {name for names in ALIKE for name in names}
    return [*ALIKE, *((name,) for name in labels.pos if name not in joined)]


def _mask(names: Sequence[str], labels: Labels) -> int:
    return sum(1 << labels.pos.index(name) for name in names)


def _to_subwords(words: Tensor, batch: Batch) -> Tensor:
    """(batch, words, hidden) -> (batch, subwords, hidden): what each subword's word has."""
    ids, first = batch.inputs["ids"], batch.inputs["first"]
    starts = torch.zeros_like(ids).scatter_add_(1, first, batch.labels["words"].to(ids.dtype))
    word = starts.cumsum(1)
    inside = (word > 0) & (ids != PAD) & (ids != EOS)
    spread = words.gather(1, word.unsqueeze(-1).expand(-1, -1, words.shape[-1]))
    return spread * inside.unsqueeze(-1)
