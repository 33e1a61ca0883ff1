"""Lemmas: the lexicon first, then the likeliest rule, a known lemma before an unknown one."""

import numpy as np
import pytest

from de_lorbeer.lemma_rules import rule_for
from de_lorbeer.lemmas import MARGIN, Lemmatizer

RULES = [
    *(rule_for("Ulm", "Ulm"), rule_for("machte", "machen"), rule_for("zeichnete", "zeichnen")),
    *(rule_for("Tage", "Tag"), rule_for("gute", "gut"), rule_for("aus", "auch")),
]
LEXICON = {
    "NOUN": {"Händen": "Hand", "Haus": "Haus"},
    "VERB": {"zeichnet": "zeichnen", "ging": "gehen"},
}


def lemma(word: str, pos: str, best: int, second: int = 5, gap: float = MARGIN / 2) -> str:
    scores = np.full((1, len(RULES)), -50.0)
    scores[0, second] = -gap
    scores[0, best] = 0.0
    return Lemmatizer(RULES, LEXICON)([word], [pos], scores)[0]


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        pytest.param("Händen", "NOUN", "Hand", id="known"),
        pytest.param("Kinderhänden", "NOUN", "Kinderhand", id="end of a compound"),
        pytest.param("Baden-Händen", "NOUN", "Baden-Hand", id="end behind a hyphen"),
        pytest.param("Ging", "VERB", "gehen", id="at the start of a sentence"),
        pytest.param("Händen", "PROPN", "Händen", id="another part of speech"),
    ],
)
def test_lexicon(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos, best=0) == expected


def test_likeliest_rule_makes_an_unknown_lemma() -> None:
    assert lemma("lachte", "VERB", best=1) == "lachen"


def test_a_known_lemma_wins_over_a_likelier_unknown_one() -> None:
    assert lemma("zeichnete", "VERB", best=1, second=2) == "zeichnen"
    assert lemma("zeichnete", "VERB", best=1, second=2, gap=2 * MARGIN) == "zeichneen"
