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
