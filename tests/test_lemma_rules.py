"""Lemma rules: a rule learnt from one word serves another."""

import pytest

from de_lorbeer.lemma_rules import SAME, apply, rule_for


@pytest.mark.parametrize(
    ("form", "lemma", "other_form", "other_lemma"),
    [
        ("ausgezeichnet", "auszeichnen", "eingerechnet", "einrechnen"),
        ("Preise", "Preis", "Tage", "Tag"),
        ("Häuser", "Haus", "Krankenhäuser", "Krankenhaus"),
        ("auszuzeichnen", "auszeichnen", "einzurechnen", "einrechnen"),
        ("Gute", "gut", "Schöne", "schön"),
        ("Die", "der", "die", "der"),
        ("Ulm", "Ulm", "IN4climate.RR", "IN4climate.RR"),
    ],
)
def test_rule_carries_over(form: str, lemma: str, other_form: str, other_lemma: str) -> None:
    rule = rule_for(form, lemma)
    assert apply(rule, form) == lemma
    assert apply(rule, other_form) == other_lemma


def test_unchanged_word_has_the_plain_rule() -> None:
    assert rule_for("Ulm", "Ulm") == SAME


@pytest.mark.parametrize(
    ("rule", "form"),
    [
        pytest.param("l,ge,1,en", "Ulm", id="no infix"),
        pytest.param("k,,9,", "Ulm", id="too short"),
        pytest.param("k,,3,", "Ulm", id="nothing left"),
    ],
)
def test_a_rule_that_does_not_fit_leaves_the_form(rule: str, form: str) -> None:
    assert apply(rule, form) == form
