"""Trees planted by an informed parser, and rounding in the loop, where PyTorch is installed."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("recipe", reason="the recipe is only in the repository")

import torch

from recipe.batches import make_batch
from recipe.labels import Labels
from recipe.network import Network, sizes_of
from recipe.rounding import WEIGHT_LIMIT, Rounded, round_in_the_loop, without_rounding
from recipe.silver import ALIKE, FEATURES, InformedParser, Uninformed, with_trees
from recipe.store import IGNORE, Encoded, Group

LABELS = Labels(
    tags=["NN", "VVFIN"],
    pos=["AUX", "CCONJ", "NOUN", "SCONJ", "VERB"],
    feats=[(name, value) for name in FEATURES for value in ("", "a", "b")],
    bundles=[""],
    lemmas=["x"],
    ents=["O"],
    deps=["nsubj", "obj", "root"],
)
SIZES = replace(
    sizes_of(LABELS, 20), hidden=24, layers=2, heads=2, inner=48, positions=32, dropout=0.0,
    head_dropout=0.0,
)  # fmt: skip
CASE_A, CASE_NONE, UNTOLD = 1, 0, -1


def sentence(pos: list[int], case: list[int]) -> Encoded:
    """Words of one subword each; `pos` are bit sets, `case` numbers of values or -1."""
    count = len(pos)
    feats = np.full((count, len(FEATURES)), -1, np.int8)
    feats[:, 0] = case
    return Encoded(
        pieces=np.arange(5, 5 + count, dtype=np.int32),
        sizes=np.ones(count, np.uint8),
        codes=np.full((count, 4), IGNORE, np.int16),
        allowed=np.array([pos, [0] * count], np.int32).T,
        feats=feats,
        corpus=0,
        bounded=True,
    )


NOUN, VERB_OR_AUX = 1 << 2, (1 << 4) | 1
THREE = sentence([NOUN, VERB_OR_AUX, 0], [CASE_A, CASE_NONE, UNTOLD])


def network() -> Network:
    torch.manual_seed(3)
    return Network(SIZES).eval()


def test_a_parser_is_given_classes_and_values_and_nothing_where_nothing_is_told() -> None:
    parser = InformedParser(network(), LABELS).eval()
    given = parser.given(make_batch([[THREE]], [0]).labels)[0]
    verbs = ALIKE.index(("VERB", "AUX")) + 1
    assert given[2, 0] == verbs
    assert given[1, 0] not in (0, verbs)
    assert given[1, 1] > len(parser.classes)
    assert given[2, 1:].tolist() == given[3].tolist()[1:] == [0] * len(FEATURES)
    assert given[0].tolist() == [0] * (1 + len(FEATURES)), "the root is given nothing"


def test_what_is_given_counts_once_it_has_been_learned() -> None:
    inner = network()
    parser = InformedParser(inner, LABELS).eval()
    told, untold = make_batch([[THREE]], [0]), make_batch([[sentence([0, 0, 0], [-1] * 3)]], [0])
    with torch.no_grad():
        assert torch.allclose(parser(told)["arcs"], inner(**told.inputs)["arcs"])
        torch.nn.init.normal_(parser.early.weight)
        changed, same = parser(told)["arcs"], parser(untold)["arcs"]
        assert not torch.allclose(changed, inner(**told.inputs)["arcs"])
        # Row 0 of the table stands for nothing told, and is all zeros as it was made.
        parser.early.weight[0] = 0
        assert torch.allclose(parser(untold)["arcs"], inner(**untold.inputs)["arcs"])
    assert same.shape == changed.shape


def test_planted_trees_have_one_root_and_no_circle() -> None:
    two = sentence([NOUN, NOUN], [CASE_A, CASE_A])
    inner = network()
    parsers = [InformedParser(inner, LABELS).eval(), Uninformed(inner).eval()]
    planted = with_trees(Group([THREE, two], {0: [two]}), parsers, LABELS)
    assert planted.variants == {}
    for found, before in zip(planted.sentences, (THREE, two), strict=True):
        heads, deps = found.codes[:, 2].tolist(), found.codes[:, 3].tolist()
        assert heads.count(0) == 1
        assert [LABELS.deps[d] == "root" for d in deps] == [head == 0 for head in heads]
        above = list(range(1, len(heads) + 1))
        for _ in heads:
            above = [heads[word - 1] if word else 0 for word in above]
        assert not any(above), "every word leads to the root"
        assert (before.codes == IGNORE).all(), "the sentence given stays as it is"
        assert (found.codes[:, :2] == IGNORE).all()


def test_rounded_weights_are_multiples_and_gradients_pass() -> None:
    weight = torch.tensor([[0.5, -1.0, 0.013], [2.0, 0.0, -0.7]], requires_grad=True)
    rounded = Rounded()(weight)
    steps = rounded.detach() / (weight.detach().abs().amax(1, keepdim=True) / WEIGHT_LIMIT)
    assert torch.allclose(steps, steps.round(), atol=1e-3)
    assert torch.allclose(rounded, weight, atol=2.0 / WEIGHT_LIMIT)
    rounded.sum().backward()
    assert torch.equal(weight.grad, torch.ones_like(weight))


def test_a_rounded_network_is_kept_under_the_plain_names() -> None:
    rounded, plain = network(), network()
    round_in_the_loop(rounded)
    missing = plain.load_state_dict(without_rounding(rounded.state_dict()))
    assert not missing.missing_keys and not missing.unexpected_keys
