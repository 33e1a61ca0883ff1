"""The network in PyTorch: one encoder, and a head for each kind of annotation."""

import random
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from recipe.labels import Labels
from recipe.sentence import CORPORA
from recipe.weights import Pretrained

ARC_WIDTH = 256
LABEL_WIDTH = 96
_POOL = 1 << 24
#: What the names of the encoder's weights begin with, and those of its word embeddings.
WORDS = "words."
ENCODER = (WORDS, "positions.", "norm.", "layers.")


@dataclass(frozen=True)
class Sizes:
    """How many labels each head tells apart, and the shape of the encoder."""

    tags: int
    pos: int
    feats: int
    lemmas: int
    ents: int
    deps: int
    vocabulary: int
    hidden: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    dropout: float = 0.1
    head_dropout: float = 0.3
    eps: float = 1e-12


def sizes_of(labels: Labels, vocabulary: int) -> Sizes:
    """The sizes of a network with these labels and so many subwords."""
    return Sizes(
        tags=len(labels.tags),
        pos=len(labels.pos),
        feats=len(labels.feats),
        lemmas=len(labels.lemmas),
        ents=len(labels.ents),
        deps=len(labels.deps),
        vocabulary=vocabulary,
    )


class Dropout(nn.Module):
    """Dropout from a pool of random masks, as drawing them anew is slow on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self._pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        """Silence a share of the values while training; scale up the rest."""
        if not self.training:
            return x
        if self._pool is None:
            kept = torch.rand(_POOL, device=x.device) >= self.share
            self._pool = kept.to(torch.bfloat16) / (1 - self.share)
        start = random.randrange(_POOL - x.numel())
        return x * self._pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A layer of BERT: attention, then feed-forward, each added and normalised."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=sizes.eps)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=sizes.eps)
        self.dropout = Dropout(sizes.dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take (batch, length, hidden) and a mask (batch, 1, 1, length): True for subwords."""
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm1(x + self.dropout(self.out(seen)))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + self.dropout(inner))


class Network(nn.Module):
    """Subwords in; scores of every annotation out, per word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.corpora = nn.Embedding(len(CORPORA), sizes.hidden)
        nn.init.zeros_(self.corpora.weight)
        self.norm = nn.LayerNorm(sizes.hidden, eps=sizes.eps)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.dropout = Dropout(sizes.dropout)
        self.head_dropout = Dropout(sizes.head_dropout)
        widths = {"tags": sizes.tags, "pos": sizes.pos, "feats": sizes.feats}
        widths |= {"lemmas": sizes.lemmas, "ents": sizes.ents, "sents": 1}
        self.linear = nn.ModuleDict(
            {name: nn.Linear(sizes.hidden, width) for name, width in widths.items()}
        )
        self.arc_dep = nn.Linear(sizes.hidden, ARC_WIDTH)
        self.arc_head = nn.Linear(sizes.hidden, ARC_WIDTH)
        self.arc = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH))
        self.label_dep = nn.Linear(sizes.hidden, LABEL_WIDTH)
        self.label_head = nn.Linear(sizes.hidden, LABEL_WIDTH)
        self.label = nn.Parameter(torch.zeros(LABEL_WIDTH + 1, sizes.deps, LABEL_WIDTH + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.label, std=0.02)

    def encode(self, ids: Tensor, corpora: Tensor, early: Tensor | None = None) -> Tensor:
        """(batch, length) subwords, (batch,) corpora -> (batch, length, hidden).

        `early`: what else is known of each subword, of the result's shape.
        """
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.corpora(corpora)[:, None]
        x = x if early is None else x + early
        x = self.dropout(self.norm(x))
        mask = (ids != PAD)[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(
        self,
        ids: Tensor,
        corpora: Tensor,
        first: Tensor,
        last: Tensor,
        early: Tensor | None = None,
        late: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Scores by head; `first` and `last` subword of each word, word 0 being the root.

        `early`, `late`: what else is known of each subword and of each word, added to its vector.
        `arcs`: (batch, words, words), of each word's possible heads.
        `label_dep`, `label_head`: what `labels` makes the labels of the chosen arcs from.
        """
        x = self.encode(ids, corpora, early)
        index = torch.stack([first, last]).unsqueeze(-1).expand(-1, -1, -1, x.shape[-1])
        x = (x.gather(1, index[0]) + x.gather(1, index[1])) / 2
        x = self.head_dropout(x if late is None else x + late)
        scores = {name: head(x) for name, head in self.linear.items()}
        dep, head = (self._wide(part(x)) for part in (self.arc_dep, self.arc_head))
        ones = dep.new_ones(*dep.shape[:2], 1)
        scores["arcs"] = torch.cat([dep, ones], -1) @ self.arc @ head.transpose(1, 2)
        scores["label_dep"] = torch.cat([self._wide(self.label_dep(x)), ones], -1)
        scores["label_head"] = torch.cat([self._wide(self.label_head(x)), ones], -1)
        return scores

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """(words, width + 1) of dependents and of their heads -> (words, labels)."""
        return torch.einsum("ni,ilj,nj->nl", dep, self.label, head)

    def _wide(self, x: Tensor) -> Tensor:
        return self.head_dropout(functional.leaky_relu(x, 0.1))


#: Id of the padding piece: `vocabulary.py` puts the special pieces first.
PAD = 1


def pretrained_state(source: Pretrained, rows: list[int]) -> dict[str, Tensor]:
    """The state of the encoder with the pretrained weights; `rows` are the subwords it keeps."""
    tensors = {name: torch.from_numpy(array.copy()) for name, array in source.tensors.items()}
    hidden = source.hidden
    state = {
        "words.weight": tensors["emb.word"].view(-1, hidden)[rows],
        "positions.weight": tensors["emb.pos"].view(-1, hidden) + tensors["emb.type"][:hidden],
        "norm.weight": tensors["emb.ln.w"],
        "norm.bias": tensors["emb.ln.b"],
    }
    for i in range(source.layers):
        state |= _layer_state(f"layers.{i}.", f"l{i}.", tensors, hidden)
    return state


def _layer_state(
    ours: str, theirs: str, tensors: dict[str, Tensor], hidden: int
) -> dict[str, Tensor]:
    state = {}
    for ending, name in (("weight", "w"), ("bias", "b")):
        qkv = torch.cat([tensors[f"{theirs}{part}.{name}"].view(-1) for part in "qkv"])
        state[f"{ours}qkv.{ending}"] = qkv.view(3 * hidden, -1) if name == "w" else qkv
        for mine, their in (("out", "ao"), ("up", "fi"), ("down", "fo")):
            tensor = tensors[f"{theirs}{their}.{name}"]
            rows = {"out": hidden, "up": 4 * hidden, "down": hidden}[mine]
            state[f"{ours}{mine}.{ending}"] = tensor.view(rows, -1) if name == "w" else tensor
        state[f"{ours}norm1.{ending}"] = tensors[f"{theirs}aln.{name}"]
        state[f"{ours}norm2.{ending}"] = tensors[f"{theirs}oln.{name}"]
    return state
