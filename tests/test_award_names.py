"""Award names: where they begin and end, their nominative and their kind."""

from typing import Any

import pytest
from case_tables import cases
from spacy.language import Language

from de_lorbeer import award_heads, award_names, spans


@pytest.mark.parametrize("case", cases("award_names"))
def test_cases(case: dict[str, Any], nlp: Language) -> None:
    """`out` lists the name in the nominative and the kind of every award."""
    awards = spans.found(nlp(case["in"]), "AWARD")
    found = [[award_names.canonical(span), award_names.kind(span)] for span in awards]
    assert found == case["out"]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("Die Auszeichnung freut uns.", "Auszeichnung"), ("Das Siegel „Gut begleitet“.", "Siegel")],
)
def test_nouns_that_point_to_an_award(sentence: str, noun: str, nlp: Language) -> None:
    assert [span.text for span in spans.found(nlp(sentence), "AWARD_NOUN")] == [noun]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Umweltpreises", "prize"),
        ("Ehrennadel", "medal"),
        ("Landesmeisterschaften", "championship"),
        ("Gütesiegel", "seal"),
        ("CTFs", "competition"),
        ("Ömer", None),
        ("Strompreis", None),
        ("preis", None),
        ("Tisch", None),
    ],
)
def test_head_of_a_word(word: str, kind: str | None) -> None:
    head = award_heads.head_of(word)
    assert (head.kind if head else None) == kind


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Umweltpreises", "Umweltpreis"),
        ("Wettbewerbs", "Wettbewerb"),
        ("Preisen", "Preis"),
        ("Medaille", "Medaille"),
        ("Umweltpreis", "Umweltpreis"),
        ("Tisches", "Tisches"),
    ],
)
def test_nominative(word: str, nominative: str) -> None:
    assert award_heads.nominative(word) == nominative


def test_generic_nouns_and_special_prizes() -> None:
    assert award_heads.is_generic("Auszeichnungen")
    assert not award_heads.is_generic("Umweltpreis")
    assert award_heads.is_special_prize("Publikumspreises")
    assert award_heads.is_special_prize("Jury-Preis")
    assert not award_heads.is_special_prize("Umweltpreis")


@pytest.mark.parametrize(
    ("name", "is_special"),
    [
        ("Sonderpreis Baukultur", True),
        ("Sonderpreis der Fachjury", True),
        ("Publikumspreis des Talheimer Filmpreises", True),
        ("Besondere Anerkennung Dorfbild", True),
        ("Förderpreis Musik", False),
        ("Sonderpreis der Nordlicht-Stiftung", False),
        ("Publikumspreis des Sparkassenverbands", False),
    ],
)
def test_special_prizes_with_a_name(name: str, *, is_special: bool) -> None:
    assert award_heads.is_special_prize(name) is is_special
