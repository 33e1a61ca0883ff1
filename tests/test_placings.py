"""Places told by layout: at the head of a line, in the line above, in a table's first column."""

import pytest
from spacy.language import Language

from lorbeer.annotate import annotate
from lorbeer.assemble.reading.groups import parties
from lorbeer.assemble.reading.placings import placing
from lorbeer.clean import clean
from lorbeer.load import release_from_text

TABLE = "# Lauf\n\n| | Name |\n|---|---|\n| 1 | Anna Moll |\n| 2 | Jan Holt |\n"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        pytest.param(
            "# Lauf\n\n- 2. Anna Moll, Ulm\n- 3. Jan Holt", "Anna Moll", "2", id="own line"
        ),
        pytest.param(
            "# Lauf\n\n2. Platz (200 Euro)\n\nAnna Moll", "Anna Moll", "2. Platz", id="above"
        ),
        pytest.param(
            "# Lauf\n\n3. Platz\n\nAnna Moll\n\nJan Holt", "Jan Holt", "3. Platz", id="shared"
        ),
        pytest.param(
            "# Lauf\n\n2. Platz: Jan Holt\n\nAnna Moll", "Anna Moll", None, id="another one's"
        ),
        pytest.param(
            "# Lauf\n\n2. Platz\n\nDie Läuferin Anna Moll kam trotz des Regens noch gut ins Ziel.",
            "Anna Moll",
            None,
            id="prose",
        ),
        pytest.param(TABLE, "Jan Holt", "2", id="numbered rows"),
        pytest.param(TABLE.replace("| 2 |", "| 34 |"), "Jan Holt", None, id="no numbering"),
    ],
)
def test_placing(text: str, name: str, place: str | None, nlp: Language) -> None:
    analysis = annotate(clean(release_from_text(text, "lauf.md")), nlp)
    ((index, party),) = [
        (index, party)
        for index, sentence in enumerate(analysis.sentences)
        for party in parties(sentence)
        if party.text == name
    ]
    found = placing(party, index, analysis)
    assert (found.text if found else None) == place
    if found:
        assert analysis.text.string[found.start : found.end] == found.text
