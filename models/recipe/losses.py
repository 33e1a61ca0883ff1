"""What the network is trained to make small."""

import torch
from torch import Tensor
from torch.nn import functional

from recipe.batches import IGNORE, Encoder
from recipe.network import Network

WEIGHTS = {
    **{"arcs": 1.0, "deps": 1.0, "tags": 0.6, "pos": 0.6, "feats": 1.0, "lemmas": 0.8},
    **{"ents": 2.0, "sents": 0.5},
}
_SMOOTHING = 0.03


def losses(
    network: Network, scores: dict[str, Tensor], labels: dict[str, Tensor], encoder: Encoder
) -> dict[str, Tensor]:
    """Loss by head, each the mean over the words that have the label."""
    scores = {name: score.float() for name, score in scores.items()}
    found = {
        "tags": _plain(scores["tags"], labels["tags"], _SMOOTHING),
        "lemmas": _plain(scores["lemmas"], labels["lemmas"], _SMOOTHING),
        "arcs": _plain(_arcs(scores["arcs"], labels), labels["heads"]),
        "deps": _deps(network, scores, labels),
        "pos": _allowed(scores["pos"], labels["pos"]),
        "ents": _allowed(scores["ents"], labels["ents"]),
        "feats": _feats(scores["feats"], labels["feats"], encoder),
        "sents": _sents(scores["sents"], labels["sents"]),
    }
    return {name: loss for name, loss in found.items() if loss is not None}


def _plain(scores: Tensor, labels: Tensor, smoothing: float = 0) -> Tensor | None:
    if not bool((labels != IGNORE).any()):
        return None
    return functional.cross_entropy(
        scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
    )


def _arcs(scores: Tensor, labels: dict[str, Tensor]) -> Tensor:
    """Scores of heads, those of padding words ruled out."""
    real = labels["heads"] != IGNORE
    real[:, 0] = True
    return scores.masked_fill(~real[:, None, :], -1e4)


def _deps(network: Network, scores: dict[str, Tensor], labels: dict[str, Tensor]) -> Tensor | None:
    batch, word = (labels["deps"] != IGNORE).nonzero(as_tuple=True)
    if not len(batch):
        return None
    head = labels["heads"][batch, word]
    found = network.labels(scores["label_dep"][batch, word], scores["label_head"][batch, head])
    return functional.cross_entropy(found, labels["deps"][batch, word])


def _allowed(scores: Tensor, allowed: Tensor) -> Tensor | None:
    """Minus the log probability that one of the allowed labels is chosen."""
    told = allowed.any(-1)
    if not bool(told.any()):
        return None
    logs = functional.log_softmax(scores[told], -1).masked_fill(~allowed[told], -1e4)
    return -torch.logsumexp(logs, -1).mean()


def _feats(scores: Tensor, labels: Tensor, encoder: Encoder) -> Tensor | None:
    total, told = scores.new_zeros(()), 0
    for number, name in enumerate(encoder.features):
        columns = [i for (feature, _), i in encoder.values.items() if feature == name]
        wanted = labels[..., number]
        mask = wanted != IGNORE
        if bool(mask.any()):
            inner = wanted[mask] - columns[0]
            part = scores[mask][:, columns[0] : columns[-1] + 1]
            total = total + functional.cross_entropy(part, inner, reduction="sum")
            told = max(told, int(mask.sum()))
    return total / told if told else None


def _sents(scores: Tensor, labels: Tensor) -> Tensor | None:
    mask = labels != IGNORE
    if not bool(mask.any()):
        return None
    return functional.binary_cross_entropy_with_logits(scores[..., 0][mask], labels[mask].float())
