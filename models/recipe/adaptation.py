"""Adapt the pretrained encoder to the texts at hand: it learns to guess words left out."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from recipe.batches import EOS, UNKNOWN, Batch
from recipe.network import PAD, Network

#: Share of the words that are to be guessed; of these, so many stay or become any other subword.
MASKED = 0.2
_KEPT = 0.1
_SWAPPED = 0.1


class WordGuesser(nn.Module):
    """The encoder and a head that guesses each subword; its output shares the word embeddings."""

    def __init__(self, network: Network) -> None:
        """Take the network whose encoder learns."""
        super().__init__()
        hidden = network.sizes.hidden
        self.network = network
        self.head = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.LayerNorm(hidden))
        self.bias = nn.Parameter(torch.zeros(network.sizes.vocabulary))

    def forward(self, batch: Batch) -> Tensor:
        """The loss of the subwords of the words left out."""
        ids = batch.inputs["ids"]
        hidden = hidden_subwords(batch)
        chance = torch.rand(ids.shape, device=ids.device)
        others = torch.randint_like(ids, self.network.sizes.vocabulary)
        seen = torch.where(hidden & (chance >= _KEPT), UNKNOWN, ids)
        seen = torch.where(hidden & (chance >= 1 - _SWAPPED), others, seen)
        encoded = self.head(self.network.encode(seen, batch.inputs["corpora"]))
        scores = functional.linear(encoded[hidden], self.network.words.weight, self.bias)
        return functional.cross_entropy(scores.float(), ids[hidden])


def hidden_subwords(batch: Batch) -> Tensor:
    """(batch, length): True where a subword belongs to a word that is to be guessed."""
    ids, first = batch.inputs["ids"], batch.inputs["first"]
    words = batch.labels["words"]
    starts = torch.zeros_like(ids).scatter_add_(1, first, words.to(ids.dtype))
    word = starts.cumsum(1)
    drawn = (torch.rand(words.shape, device=ids.device) < MASKED) & words
    inside = (word > 0) & (ids != PAD) & (ids != EOS) & (ids != UNKNOWN)
    return drawn.gather(1, word) & inside
