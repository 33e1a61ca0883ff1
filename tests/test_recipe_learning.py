"""The recipe's learning: batches, losses and the loop, where PyTorch is installed."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("recipe", reason="the recipe is only in the repository")

import torch

from recipe.adaptation import hidden_subwords
from recipe.batches import BOS, EOS, Batch, make_batch
from recipe.held_out import figures
from recipe.losses import Features, label_losses, total
from recipe.network import PAD, Network, Sizes
from recipe.store import IGNORE, Encoded, Group
from recipe.training import Rates, train

ENTS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
FEATURES = [2, 3]
SIZES = Sizes(
    tags=3, pos=4, feats=sum(FEATURES), lemmas=3, ents=len(ENTS), deps=3, vocabulary=20, hidden=24,
    layers=2, heads=2, inner=48, positions=32, dropout=0.0, head_dropout=0.0,
)  # fmt: skip


def sentence(pieces: list[int], sizes: list[int], heads: list[int]) -> Encoded:
    words = len(sizes)
    codes = np.full((words, 4), 1, np.int16)
    codes[:, 2] = heads
    allowed = np.array([[1 << 2, 1 << 1]] * words, np.int32)
    feats = np.array([[1, -1]] * words, np.int8)
    return Encoded(np.array(pieces), np.array(sizes), codes, allowed, feats, 0, True)


FIRST = sentence([5, 6, 7], [1, 2], [2, 0])
SECOND = sentence([8, 9], [1, 1], [0, 1])


def batch() -> Batch:
    return make_batch([[FIRST, SECOND], [SECOND]], [0, 0])


def test_windows_join_sentences_and_shift_heads() -> None:
    made = batch()
    assert made.inputs["ids"].tolist() == [[BOS, 5, 6, 7, 8, 9, EOS], [BOS, 8, 9, EOS, *[PAD] * 3]]
    assert made.inputs["first"].tolist() == [[0, 1, 2, 4, 5], [0, 1, 2, 0, 0]]
    assert made.inputs["last"].tolist() == [[0, 1, 3, 4, 5], [0, 1, 2, 0, 0]]
    assert made.labels["codes"][0, :, 2].tolist() == [IGNORE, 2, 0, 0, 3]
    assert made.labels["sents"].tolist() == [
        [IGNORE, IGNORE, 0, 1, 0],
        [IGNORE, IGNORE, 0, IGNORE, IGNORE],
    ]


def test_padding_changes_no_scores() -> None:
    torch.manual_seed(1)
    network = Network(SIZES).eval()
    with torch.no_grad():
        together = network(**batch().inputs)["ents"][1, :3]
        alone = network(**make_batch([[SECOND]], [0]).inputs)["ents"][0]
    assert torch.allclose(together, alone, atol=1e-5)


def test_features_are_normalised_one_by_one() -> None:
    logs = Features(FEATURES, torch.device("cpu")).logs(torch.tensor([1.0, 1.0, 0.0, 0.0, 0.0]))
    assert torch.allclose(logs[0].exp(), torch.tensor([0.5, 0.5, 0.0]), atol=1e-4)
    assert torch.allclose(logs[1].exp(), torch.tensor([1 / 3] * 3), atol=1e-4)


def test_the_loop_learns_what_it_is_shown() -> None:
    torch.manual_seed(1)
    network = Network(SIZES)
    features = Features(FEATURES, torch.device("cpu"))
    shown = batch()

    def endless():
        while True:
            yield shown

    def objective(one: Batch):
        return label_losses(network, network(**one.inputs), one.labels, features)

    before = float(total(objective(shown)).detach())
    state = train(network, objective, total, endless(), Rates(0.01, 0.01, 0.01), steps=80)
    network.load_state_dict(state)
    assert float(total(objective(shown)).detach()) < 0.5 * before
    found = figures(network, {"gsd": Group([FIRST, SECOND], {})}, ENTS)
    assert found["gsd_uas"] == found["gsd_tags"] == found["gsd_ents_f"] == 1


def test_only_subwords_of_words_are_left_out() -> None:
    torch.manual_seed(1)
    many = make_batch([[FIRST, SECOND]] * 40 + [[SECOND]] * 40, [0] * 80)
    drawn = hidden_subwords(many)
    ids = many.inputs["ids"]
    assert not drawn[(ids == PAD) | (ids == BOS) | (ids == EOS)].any()
    assert 0.1 < drawn[ids > EOS].float().mean() < 0.3
    halves = drawn[:40, 2] == drawn[:40, 3]
    assert halves.all(), "a word is left out as a whole"
