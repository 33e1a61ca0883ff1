"""Where the name of a category ends."""

import pytest
from spacy.language import Language

from lorbeer.annotate import annotate
from lorbeer.assemble.reading.categories import categories
from lorbeer.clean import clean
from lorbeer.load import release_from_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Den Cup gewann in der Klasse U18 Anna Moll.", ["U18"]),
        ("Den Preis gewann in der Kategorie Junge Forschung Anna Moll.", ["Junge Forschung"]),
        ("Die Kategorien „Ton und Bild“ gewann Anna Moll.", ["Ton und Bild"]),
        ("Anna Moll gewann in der Altersklasse.", []),
    ],
)
def test_categories(text: str, found: list[str], nlp: Language) -> None:
    (sentence,) = annotate(clean(release_from_text(text, "text.txt")), nlp).sentences
    assert [mention.text for mention in categories(sentence)] == found
    for mention in categories(sentence):
        start = mention.start - sentence.start
        assert sentence.text[start : start + len(mention.text)] == mention.text
