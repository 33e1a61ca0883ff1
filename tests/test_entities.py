"""Entities that the annotator finds by itself, without the rules."""

from typing import Any

import pytest
import spacy
from case_tables import cases
from spacy.language import Language

from de_lorbeer.pipeline import TRAINED


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(TRAINED)


@pytest.mark.parametrize("case", cases("entities"))
def test_cases(case: dict[str, Any], bare: Language) -> None:
    found = [[ent.text, ent.label_] for ent in bare(case["in"]).ents]
    assert found == case["out"]
