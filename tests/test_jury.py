"""What the jury says: which words are the reason, and of which honour."""

import pytest

import lorbeer

WON = "Der Tannwald-Preis ging an Anna Moll. "


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            WON + "In der Begründung der Jury heißt es: „Sie hat den Wald hörbar gemacht.“",
            "Sie hat den Wald hörbar gemacht.",
            id="behind the colon",
        ),
        pytest.param(
            WON + "\n\nBegründung der Jury:\n\n„Ein Werk von großer Ruhe.“",
            "Ein Werk von großer Ruhe.",
            id="in the next paragraph",
        ),
        pytest.param(
            WON + "Die Jury lobte die klare Sprache.",
            "Die Jury lobte die klare Sprache.",
            id="praise",
        ),
        pytest.param(WON + "Die Jury tagte in Ulm.", None, id="no praise"),
        pytest.param("Die Jury lobte alle. " + WON, None, id="before the honour"),
    ],
)
def test_reason(text: str, reason: str | None) -> None:
    (award,) = lorbeer.extract_text(text).awards
    (honour,) = award.honours
    assert honour.reason == reason
    assert [e.text for e in honour.evidence.get("reason", [])] == ([reason] if reason else [])


def test_each_honour_has_the_reason_that_follows_it() -> None:
    text = (
        "Der Tannwald-Preis 2024 in der Kategorie Lyrik ging an Anna Moll. "
        "Die Jury lobte den Klang. "
        "Der Tannwald-Preis 2024 in der Kategorie Prosa ging an Jan Holt. "
        "Die Jury lobte den Witz."
    )
    (award,) = lorbeer.extract_text(text).awards
    reasons = {h.recipients[0].name: h.reason for h in award.honours}
    assert reasons == {
        "Anna Moll": "Die Jury lobte den Klang.",
        "Jan Holt": "Die Jury lobte den Witz.",
    }
