"""Figures on the held-out sentences: what choices of the recipe are made on."""

from collections.abc import Iterator

import numpy as np
import torch

from recipe.batches import Batch, make_batch
from recipe.losses import Scores, arcs, labels_of
from recipe.network import Network
from recipe.store import CODES, IGNORE, Array, Encoded, Group

_TOGETHER = 32


def figures(network: Network, groups: dict[str, Group], ents: list[str]) -> dict[str, float]:
    """`<group>_las`, `_uas`, `_tags`, `_pos`, `_lemmas`, `_ents_f`, where a group has the labels.

    Sentences are read one by one, heads are not made a tree, entity tags not made well-formed:
    a little below what the finished pipeline reaches. MISC counts where a group has it.
    """
    network.eval()
    found: dict[str, float] = {}
    for name, group in groups.items():
        counts: dict[str, Array] = {}
        for batch in _batches(group.sentences):
            with torch.no_grad():
                found_here = _counts(network, batch, ents)
            for figure, pair in found_here.items():
                counts[figure] = counts.get(figure, 0) + pair
        for figure, (right, total) in counts.items():
            if total:
                found[f"{name}_{figure}"] = round(float(right / total), 4)
    return found


def _batches(sentences: list[Encoded]) -> Iterator[Batch]:
    ordered = sorted(sentences, key=lambda sentence: len(sentence.pieces))
    for start in range(0, len(ordered), _TOGETHER):
        some = ordered[start : start + _TOGETHER]
        yield make_batch([[sentence] for sentence in some], [0] * len(some))


def _counts(network: Network, batch: Batch, ents: list[str]) -> dict[str, Array]:
    """Figure -> (right, total) of one batch."""
    batch = batch.to(next(network.parameters()).device)
    scores = {name: score.float() for name, score in network(**batch.inputs).items()}
    codes = {name: batch.labels["codes"][..., i].cpu().numpy() for i, name in enumerate(CODES)}
    heads = arcs(scores, batch.labels).argmax(-1)
    deps = labels_of(network, scores, heads).argmax(-1).cpu().numpy()
    told = codes["heads"] != IGNORE
    right = (heads.cpu().numpy() == codes["heads"]) & told
    counts = {
        "uas": _pair(right, told),
        "las": _pair(right & (deps == codes["deps"]), told),
        "ents_f": _entities(scores, batch, ents),
    }
    for name in ("tags", "lemmas"):
        told = codes[name] != IGNORE
        counts[name] = _pair((scores[name].argmax(-1).cpu().numpy() == codes[name]) & told, told)
    allowed = batch.labels["allowed"][..., 0].cpu().numpy()
    chosen = scores["pos"].argmax(-1).cpu().numpy()
    counts["pos"] = _pair((allowed >> chosen & 1).astype(bool), allowed > 0)
    return counts


def _pair(right: Array, total: Array) -> Array:
    return np.array([right.sum(), total.sum()])


def _entities(scores: Scores, batch: Batch, ents: list[str]) -> Array:
    """Twice the entities found right, and the entities found and expected together."""
    allowed = batch.labels["allowed"][..., 1].cpu().numpy()
    chosen = scores["ents"].argmax(-1).cpu().numpy()
    misc = sum(1 << i for i, ent in enumerate(ents) if ent.endswith("MISC"))
    counts = np.zeros(2)
    for row, tags in zip(allowed, chosen, strict=True):
        told = row > 0
        if not told.any():
            continue
        open_misc = bool((row & misc).any() and (row[told] & 1).any() and (row == misc | 1).any())
        gold = [ents[int(v & -v).bit_length() - 1] for v in row[told]]
        guess = [ents[i] for i in tags[told]]
        if open_misc:
            guess = ["O" if tag.endswith("MISC") else tag for tag in guess]
        expected, predicted = _spans(gold), _spans(guess)
        counts += (2 * len(expected & predicted), len(expected) + len(predicted))
    return counts


def _spans(tags: list[str]) -> set[tuple[int, int, str]]:
    spans = set()
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (not tag.startswith("I-") or tag[2:] != tags[start][2:]):
            spans.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = i
    return spans
