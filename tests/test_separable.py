"""Separable verbs: the particle in front of the lemma, in both label schemes."""

import pytest
from spacy.lang.de import German
from spacy.language import Language
from spacy.tokens import Doc

import de_lorbeer  # noqa: F401  (registers the attribute)

VOCABULARY = German().vocab
WORDS = ["Die", "Jury", "zeichnete", "sie", "aus", "."]


def doc(particle_label: str, lemma: str, particle_tag: str = "PTKVZ") -> Doc:
    return Doc(
        VOCABULARY,
        words=WORDS,
        tags=["ART", "NN", "VVFIN", "PPER", particle_tag, "$."],
        lemmas=["der", "Jury", lemma, "sie", "aus", "."],
        heads=[1, 2, 2, 2, 2, 2],
        deps=["det", "nsubj", "ROOT", "obj", particle_label, "punct"],
    )


@pytest.mark.parametrize("label", ["compound:prt", "svp"])
@pytest.mark.parametrize("tag", ["PTKVZ", "APPR"])
def test_particle_is_put_in_front(label: str, tag: str) -> None:
    assert doc(label, "zeichnen", tag)[2]._.verb_lemma == "auszeichnen"


def test_particle_is_not_put_there_twice() -> None:
    assert doc("svp", "auszeichnen")[2]._.verb_lemma == "auszeichnen"


def test_only_verbs_have_one() -> None:
    assert [token._.verb_lemma for token in doc("svp", "zeichnen")][:2] == ["", ""]


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Die Jury zeichnete die Schule mit dem ersten Preis aus.", "zeichnete", "auszeichnen"),
        ("Die Stadt lobt den Preis jedes Jahr aus.", "lobt", "ausloben"),
        ("Der Verein setzte sich gegen zwölf Bewerber durch.", "setzte", "durchsetzen"),
        ("Sie wurde gestern in Ulm ausgezeichnet.", "ausgezeichnet", "auszeichnen"),
        ("Der Minister überreichte den Preis.", "überreichte", "überreichen"),
    ],
)
def test_in_a_sentence(text: str, verb: str, lemma: str, nlp: Language) -> None:
    assert [t._.verb_lemma for t in nlp(text) if t.text == verb] == [lemma]
