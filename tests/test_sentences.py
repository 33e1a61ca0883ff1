"""Sentences and tokens: what ends a sentence, and which words stay whole."""

from typing import Any

import pytest
from case_tables import cases
from spacy.language import Language


@pytest.mark.parametrize("case", cases("sentences"))
def test_cases(case: dict[str, Any], nlp: Language) -> None:
    assert [sentence.text for sentence in nlp(case["in"]).sents] == case["out"]


@pytest.mark.parametrize(
    "word",
    [
        "Preisträger:innen",
        "Gewinner:in",
        "Schüler*innen",
        "Kolleg_innen",
        "LehrerInnen",
        "IN4climate.RR",
        "Tiefenthal-Preis",
        "Prof.",
        "ca.",
    ],
)
def test_word_is_one_token(word: str, nlp: Language) -> None:
    assert word in [token.text for token in nlp(f"Wir laden {word} Moll ein")]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Preis:Anna", ["Preis", ":", "Anna"]),
        ("gewann.Der", ["gewann", ".", "Der"]),
        ("(Ulm)", ["(", "Ulm", ")"]),
        ("Holt GmbH.", ["Holt", "GmbH", "."]),
    ],
)
def test_words_run_together_are_parted(text: str, tokens: list[str], nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
