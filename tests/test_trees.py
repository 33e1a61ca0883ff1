"""Trees: always one root and no cycle, and of those the best."""

from itertools import product

import numpy as np
import pytest

from de_lorbeer.trees import best_heads


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(len(heads)):
        word, steps = start, 0
        while heads[word] and steps <= len(heads):
            word, steps = heads[word] - 1, steps + 1
        if steps > len(heads):
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_tree_is_the_best_of_all(seed: int) -> None:
    """Compared with every tree there is; the root is the best one of three, here of all."""
    words = seed % 3 + 1
    scores = np.random.default_rng(seed).normal(size=(words, words + 1))
    np.fill_diagonal(scores[:, 1:], -np.inf)
    every = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]
    assert tuple(best_heads(scores)) == max(every, key=lambda heads: total(scores, heads))


@pytest.mark.parametrize("seed", range(20))
def test_longer_sentences_make_trees_too(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(12, 13))
    np.fill_diagonal(scores[:, 1:], -np.inf)
    assert is_tree(tuple(best_heads(scores)))


def test_cycle_is_broken_at_the_cheapest_place() -> None:
    never = -np.inf
    scores = np.array([[0.0, never, 5.0], [1.0, 5.0, never]])
    assert best_heads(scores) == [2, 0]
