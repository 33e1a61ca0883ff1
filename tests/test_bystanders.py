"""Bystanders: who is only named beside an honour, by the words around the name."""

import pytest
from spacy.language import Language

from lorbeer.annotate import annotate
from lorbeer.assemble.judging.bystanders import is_bystander
from lorbeer.assemble.reading.groups import parties
from lorbeer.assemble.weighing import PartyCandidate
from lorbeer.clean import clean
from lorbeer.load import release_from_text


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Gespielt haben Karl Brandt und Eva Rot.", "Eva Rot", True),
        ("Für uns standen Karl Brandt und Eva Rot am Pult.", "Karl Brandt", True),
        ("Vorgeschlagen hatte sie Eva Rot.", "Eva Rot", True),
        ("Vorgeschlagen worden war sie von Eva Rot.", "Eva Rot", True),
        ("Vorgeschlagen hatten Eva Rot die Eltern.", "Eva Rot", False),
        ("Vorjahressieger war hier der Verein Windrad.", "Verein Windrad", True),
        ("Der Vorjahressieger, Jan Holt, kam zu Besuch.", "Jan Holt", True),
        ("Gewonnen hat Jan Holt.", "Jan Holt", False),
        ("Jan Holt, der die Kita seit Jahren begleitet, gratulierte.", "Jan Holt", True),
        ("Die Jury aus Eva Rot und Karl Brandt hat entschieden.", "Karl Brandt", True),
        ("Eine Fachjury unter Vorsitz von Eva Rot und Jan Holt kürte ihn.", "Jan Holt", True),
        ("Die Jury wählte Eva Rot.", "Eva Rot", False),
        (
            "Die Jury, bestehend aus Karl Brandt, TV Eich, Eva Rot und Jan Holt, tagte.",
            "Eva Rot",
            True,
        ),
        ("Die Jury, bestehend aus Karl Brandt und Jan Holt, kürte Eva Rot.", "Eva Rot", False),
        ("Juriert wurde von Karl Brandt (Ulm) und Jan Holt (Graz).", "Jan Holt", True),
        ("Eva Rot erreichte bei den Damen das Halbfinale.", "Eva Rot", True),
        ("Eva Rot erreichte das Halbfinale und gewann schließlich den Pokal.", "Eva Rot", False),
        ("Im Endspiel trafen Eva Rot und Lena Kurz aufeinander.", "Lena Kurz", True),
        ("Jan Holt und Karl Brandt klassierten sich im Mittelfeld.", "Jan Holt", True),
        ("Tom Berg sprach über die Geschichte der Mühle.", "Tom Berg", True),
        ("Eva Rot (SPD) war als Vertreterin des Kreises gekommen.", "Eva Rot", True),
        ("Musikalisch umrahmte der Posaunenchor Weil die Feier.", "Posaunenchor Weil", True),
        ("Befördert wurde Jan Holt zum Löschmeister.", "Jan Holt", True),
        ("Für Karl Brandt rückt Eva Rot nach.", "Eva Rot", True),
        ("Die Urkunde nahm Bürgermeisterin Eva Rot entgegen.", "Eva Rot", True),
        ("Den Pokal nahmen Trainer Jan Holt und Karl Brandt in Empfang.", "Karl Brandt", True),
        ("Stellvertretend nahm Eva Rot den Preis entgegen.", "Eva Rot", True),
        ("Den Preis nahm Eva Rot entgegen.", "Eva Rot", False),
        ("Halle, im Mai 2024: Die Kita Moos gewann den Preis.", "Halle", True),
        ("Halle gewann den Preis.", "Halle", False),
    ],
)
def test_bystander(text: str, name: str, expected: bool, nlp: Language) -> None:
    analysis = annotate(clean(release_from_text(text, "preis.md")), nlp)
    mentions = tuple(
        (index, party)
        for index, sentence in enumerate(analysis.sentences)
        for party in parties(sentence)
        if party.text == name
    )
    assert mentions
    assert is_bystander(PartyCandidate(name, mentions, ()), analysis) is expected
