"""Names: people, organisations, places and quotations in single sentences."""

from typing import Any

import pytest
from case_tables import cases
from spacy.language import Language

from de_lorbeer import spans


@pytest.mark.parametrize("case", cases("names"))
def test_cases(case: dict[str, Any], nlp: Language) -> None:
    """`out` maps a label to all that is found under it."""
    doc = nlp(case["in"])
    found = {label: [span.text for span in spans.found(doc, label)] for label in case["out"]}
    assert found == case["out"]


def test_every_span_names_its_rule(nlp: Language) -> None:
    found = spans.found(nlp("Prof. Dr. Anna Moll vom TSV Talheim gewann in Ulm 500 Euro."))
    assert {span.label_ for span in found} == {"PERSON", "ORGANISATION", "PLACE", "MONEY"}
    assert [span.text for span in found if not span.id_] == []


def test_names_do_not_overlap(nlp: Language) -> None:
    doc = nlp(
        "Die Stiftung Anna Moll Bremen und das Institut für Wasserbau der TU Dresden luden ein."
    )
    names = spans.found(doc, "PERSON", "ORGANISATION", "PLACE", "NAME")
    taken = [token.i for span in names for token in span]
    assert len(taken) == len(set(taken)) > 0
