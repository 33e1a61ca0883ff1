"""Syntax: the function of a noun phrase from its surface, else from either label scheme."""

from collections.abc import Sequence

import pytest
from spacy.lang.de import German
from spacy.tokens import Doc, Span

from de_lorbeer.syntax import function

VOCABULARY = German().vocab

#: word, tag, index of the head, label in Universal Dependencies, label in TIGER.
Word = tuple[str, str, int, str, str]

NAMES: Sequence[Word] = [
    ("Anna", "NE", 1, "nsubj", "sb"),
    ("ehrt", "VVFIN", 1, "ROOT", "ROOT"),
    ("Jan", "NE", 1, "obj", "oa"),
    ("Holt", "NE", 2, "flat:name", "app"),
    ("Petra", "NE", 1, "iobj", "da"),
]
PASSIVE: Sequence[Word] = [
    ("Anna", "NE", 2, "nsubj:pass", "sb"),
    ("wurde", "VAFIN", 2, "aux:pass", "ROOT"),
    ("geehrt", "VVPP", 2, "ROOT", "oc"),
]
PREDICATE: Sequence[Word] = [
    ("Siegerin", "NN", 0, "ROOT", "pd"),
    ("ist", "VAFIN", 0, "cop", "ROOT"),
    ("Anna", "NE", 0, "nsubj", "sb"),
]
COORDINATION: Sequence[Word] = [
    ("Anna", "NE", 3, "nsubj", "sb"),
    ("und", "KON", 2, "cc", "cd"),
    ("Jan", "NE", 0, "conj", "cj"),
    ("siegten", "VVFIN", 3, "ROOT", "ROOT"),
]
TITLED: Sequence[Word] = [
    ("Heute", "ADV", 1, "advmod", "mo"),
    ("siegte", "VVFIN", 1, "ROOT", "ROOT"),
    ("Anna", "NE", 1, "dep", "mo"),
]


def doc(words: Sequence[Word], scheme: str, morphs: Sequence[str] | None = None) -> Doc:
    label = 3 if scheme == "UD" else 4
    return Doc(
        VOCABULARY,
        words=[word[0] for word in words],
        tags=[word[1] for word in words],
        heads=[word[2] for word in words],
        deps=[str(word[label]) for word in words],
        morphs=morphs,
    )


@pytest.mark.parametrize("scheme", ["UD", "TIGER"])
@pytest.mark.parametrize(
    ("words", "start", "end", "expected"),
    [
        pytest.param(NAMES, 0, 1, "subject", id="subject"),
        pytest.param(NAMES, 2, 4, "object", id="object of two words"),
        pytest.param(NAMES, 4, 5, "indirect", id="indirect object"),
        pytest.param(PASSIVE, 0, 1, "subject", id="subject of a passive"),
        pytest.param(PREDICATE, 2, 3, "subject", id="subject beside a predicate noun"),
        pytest.param(COORDINATION, 2, 3, "subject", id="coordinated subject"),
        pytest.param(TITLED, 2, 3, "", id="a label without a function"),
    ],
)
def test_parse_decides_where_no_article_does(
    scheme: str, words: Sequence[Word], start: int, end: int, expected: str
) -> None:
    assert function(doc(words, scheme)[start:end]) == expected


def test_tiger_tells_genitives_and_agents() -> None:
    words: Sequence[Word] = [
        ("Annas", "NE", 1, "", "ag"),
        ("Preis", "NN", 2, "", "sb"),
        ("gefällt", "VVFIN", 2, "", "ROOT"),
        ("Jan", "NE", 2, "", "sbp"),
    ]
    parsed = doc(words, "TIGER")
    assert [function(parsed[at : at + 1]) for at in (0, 1, 3)] == ["genitive", "subject", "agent"]


def test_universal_labels_tell_genitives_and_agents() -> None:
    words: Sequence[Word] = [
        ("Annas", "NE", 1, "nmod:poss", ""),
        ("Preis", "NN", 3, "nsubj:pass", ""),
        ("wurde", "VAFIN", 3, "aux:pass", ""),
        ("gestiftet", "VVPP", 3, "ROOT", ""),
        ("Jan", "NE", 3, "obl:agent", ""),
    ]
    parsed = doc(words, "UD")
    assert [function(parsed[at : at + 1]) for at in (0, 1, 4)] == ["genitive", "subject", "agent"]


def phrase(opener: str, tag: str, *inner: tuple[str, str], morph: str = "") -> Span:
    """A phrase of an opener, inner words and "Preis", wrongly parsed as a subject throughout."""
    words: list[Word] = [("gefällt", "VVFIN", 0, "ROOT", "ROOT")]
    rest = [(opener, tag), *inner, ("Preis", "NN")]
    words += [(word, its_tag, 0, "nsubj", "sb") for word, its_tag in rest]
    morphs = [""] * (len(words) - 1) + [morph]
    parsed = doc(words, "UD", morphs)
    return parsed[len(parsed) - 1 : len(parsed)]


@pytest.mark.parametrize(
    ("opener", "tag", "morph", "expected"),
    [
        pytest.param("mit", "APPR", "", "mit", id="preposition"),
        pytest.param("Zum", "APPRART", "", "zu", id="contraction"),
        pytest.param("vom", "APPRART", "", "von", id="contraction with an agent"),
        pytest.param("dem", "ART", "", "indirect", id="dative article"),
        pytest.param("ihrem", "PPOSAT", "", "indirect", id="dative possessive"),
        pytest.param("des", "ART", "", "genitive", id="genitive article"),
        pytest.param("den", "ART", "", "object", id="accusative article"),
        pytest.param("den", "ART", "Number=Plur", "subject", id="plural article is mute"),
        pytest.param("der", "ART", "Case=Gen", "genitive", id="feminine genitive"),
        pytest.param("der", "ART", "Case=Nom", "subject", id="nominative article is mute"),
    ],
)
def test_surface_goes_before_the_parse(opener: str, tag: str, morph: str, expected: str) -> None:
    assert function(phrase(opener, tag, morph=morph)) == expected


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param([("große", "ADJA")], id="adjective"),
        pytest.param([("den", "ART"), ("großen", "ADJA")], id="article behind the preposition"),
        pytest.param([("10.000", "CARD"), ("Euro", "NN"), ("dotierten", "ADJA")], id="participle"),
    ],
)
def test_preposition_is_found_across_what_stands_inside(inner: list[tuple[str, str]]) -> None:
    assert function(phrase("mit", "APPR", *inner)) == "mit"


def test_a_verb_ends_the_search_for_a_preposition() -> None:
    assert function(phrase("mit", "APPR", ("siegte", "VVFIN"))) == "subject"
