"""What the network is trained to make small."""

import torch
from torch import Tensor
from torch.nn import functional

from recipe.network import Network
from recipe.store import ALLOWED, CODES, IGNORE

WEIGHTS = {
    **{"arcs": 1.0, "deps": 1.0, "tags": 0.6, "pos": 0.6, "feats": 1.0, "lemmas": 0.8},
    **{"ents": 2.0, "sents": 0.5},
}
#: The same for a parser whose tags matter little.
PARSING_WEIGHTS = {
    **{"arcs": 1.0, "deps": 1.0, "tags": 0.3, "pos": 0.2},
    **{"lemmas": 0.1, "sents": 0.1},
}
_SMOOTHING = 0.03
_NEVER = -1e4

Scores = dict[str, Tensor]


class Features:
    """Splits the scores of morphology by feature."""

    def __init__(self, sizes: list[int], device: torch.device) -> None:
        """Take how many values each feature has, in the order of the scores."""
        widest = max(sizes)
        starts = [sum(sizes[:i]) for i in range(len(sizes))]
        rows = [[start + min(i, size - 1) for i in range(widest)] for start, size in
                zip(starts, sizes, strict=True)]  # fmt: skip
        self.index = torch.tensor(rows, device=device)
        self.missing = torch.tensor(
            [[i >= size for i in range(widest)] for size in sizes], device=device
        )

    def logs(self, scores: Tensor) -> Tensor:
        """(..., all values) -> log probabilities (..., features, values of the widest)."""
        return scores[..., self.index].masked_fill(self.missing, _NEVER).log_softmax(-1)


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the losses of the heads."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()


def parsing_total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the losses of a parser."""
    return torch.stack([PARSING_WEIGHTS[name] * loss for name, loss in found.items()]).sum()


def label_losses(
    network: Network, scores: Scores, labels: Scores, features: Features
) -> dict[str, Tensor]:
    """Loss by head, each the mean over the words that have the label; 0 where none has."""
    codes = {name: labels["codes"][..., i] for i, name in enumerate(CODES)}
    allowed = {name: labels["allowed"][..., i] for i, name in enumerate(ALLOWED)}
    return {
        "tags": _plain(scores["tags"], codes["tags"], _SMOOTHING),
        "lemmas": _plain(scores["lemmas"], codes["lemmas"], _SMOOTHING),
        "arcs": _plain(arcs(scores, labels), codes["heads"]),
        "deps": _plain(labels_of(network, scores, codes["heads"]), codes["deps"]),
        "pos": _allowed(scores["pos"], allowed["pos"]),
        "ents": _allowed(scores["ents"], allowed["ents"]),
        "feats": _feats(features.logs(scores["feats"]), labels["feats"]),
        "sents": _sents(scores["sents"][..., 0], labels["sents"]),
    }


def arcs(scores: Scores, labels: Scores) -> Tensor:
    """Scores of heads, those of padding words ruled out."""
    real = labels["words"].clone()
    real[:, 0] = True
    return scores["arcs"].masked_fill(~real[:, None, :], _NEVER)


def labels_of(network: Network, scores: Scores, heads: Tensor) -> Tensor:
    """(batch, words, labels): scores of the labels of the arcs to `heads`, IGNORE being any."""
    index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, scores["label_head"].shape[-1])
    chosen = scores["label_head"].gather(1, index)
    return network.labels(scores["label_dep"].flatten(0, 1), chosen.flatten(0, 1)).view(
        *heads.shape, -1
    )


def mean(values: Tensor, told: Tensor) -> Tensor:
    """The mean of the values that are told; 0 where none is."""
    return (values * told).sum() / told.sum().clamp(min=1)


def _plain(scores: Tensor, labels: Tensor, smoothing: float = 0) -> Tensor:
    losses = functional.cross_entropy(
        scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=smoothing,
        reduction="sum",
    )  # fmt: skip
    return losses / (labels != IGNORE).sum().clamp(min=1)


def _allowed(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log probability that one of the allowed labels is chosen."""
    bits = torch.arange(scores.shape[-1], device=scores.device)
    chosen = (allowed[..., None] >> bits & 1).bool()
    logs = scores.log_softmax(-1).masked_fill(~chosen, _NEVER).logsumexp(-1)
    return mean(-logs, allowed > 0)


def _feats(logs: Tensor, labels: Tensor) -> Tensor:
    """The losses of all features of a word together."""
    told = labels != IGNORE
    losses = -logs.gather(-1, labels.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return (losses * told).sum() / told.any(-1).sum().clamp(min=1)


def _sents(scores: Tensor, labels: Tensor) -> Tensor:
    losses = functional.binary_cross_entropy_with_logits(
        scores, labels.clamp(min=0).to(scores.dtype), reduction="none"
    )
    return mean(losses, labels != IGNORE)
