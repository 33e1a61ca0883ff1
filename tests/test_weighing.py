"""Weighing: what is observed of candidates, and the probability that observations add up to."""

import math
from types import SimpleNamespace
from typing import cast

import pytest
from spacy.language import Language

from lorbeer.annotate import annotate
from lorbeer.assemble.judging import judgement as judging
from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.weighing import (
    Overview,
    award_candidates,
    award_features,
    party_features,
    probability,
    weights,
)
from lorbeer.assemble.weighing.tagged import continued_name, tagged_mentions, whole_name
from lorbeer.clean import clean
from lorbeer.flow import Analysis, Mention
from lorbeer.load import release_from_text

#: An observation that must speak for a candidate, by question.
TELLING = {
    "award": "has recipient",
    "date": "beside honour",
    "recipient": "found recipient",
    "region": "word aus",
}


def overview_of(text: str, nlp: Language) -> Overview:
    analysis, found = propose(annotate(clean(release_from_text(text, "test")), nlp))
    return Overview(analysis, found, PartyRegister(analysis))


def parties_of(text: str, nlp: Language) -> dict[str, set[str]]:
    overview = overview_of(text, nlp)
    return {party.name: party_features(party, overview) for party in overview.parties}


def awards_of(text: str, nlp: Language) -> dict[str, set[str]]:
    overview = overview_of(text, nlp)
    return {c.name: award_features(c, overview) for c in award_candidates(overview)}


@pytest.mark.parametrize(
    ("text", "name", "seen", "not_seen"),
    [
        pytest.param(
            "Der Tannwald-Preis ging an Anna Moll.",
            "Anna Moll",
            {"label PERSON", "function an", "verb confer an", "found recipient", "with AWARD"},
            {"found giver", "with RANK", "always past"},
            id="recipient of a verb",
        ),
        pytest.param(
            "Jan Holt belegte den zweiten Platz.",
            "Jan Holt",
            {"with RANK", "rank behind", "opens line"},
            {"rank before", "with AWARD"},
            id="rank behind the name",
        ),
        pytest.param(
            "Bereits 2019 gewann Anna Moll den Tannwald-Preis.",
            "Anna Moll",
            {"always past", "verb win"},
            {"found recipient", "sometimes past"},
            id="past throughout",
        ),
        pytest.param(
            "Bürgermeister Jan Holt begrüßte die Gäste.",
            "Jan Holt",
            {"office before", "with speech"},
            {"office behind", "found recipient"},
            id="office",
        ),
    ],
)
def test_what_is_observed_of_a_party(
    text: str, name: str, seen: set[str], not_seen: set[str], nlp: Language
) -> None:
    features = parties_of(text, nlp)[name]
    assert seen - features == set()
    assert not_seen & features == set()


def test_what_is_observed_of_an_award(nlp: Language) -> None:
    found = awards_of("Anna Moll gewann den Tannwald-Preis 2023.", nlp)
    assert {"head Preis", "has recipient", "year behind", "rank among awards 0"} <= found[
        "Tannwald-Preis"
    ]
    assert {"no award by rules", "no head", "found recipient"} <= found["Anna Moll"]


def test_a_party_is_one_candidate_under_its_full_name(nlp: Language) -> None:
    found = parties_of("Anna Moll siegte. Die Jury lobte Moll sehr.", nlp)
    assert [name for name in found if "Moll" in name] == ["Anna Moll"]


def test_probability_is_the_logistic_function_of_the_summed_weights() -> None:
    table = weights.table(weights.RULES, "recipient")
    name, weight = next((n, w) for n, w in table.items() if n != weights.BIAS)
    expected = 1 / (1 + math.exp(-(table[weights.BIAS] + weight)))
    assert probability("recipient", [name, name, "never seen"]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        *((weights.RULES, question) for question in TELLING),
        *((weights.BOTH, question) for question in TELLING if question != "date"),
    ],
)
def test_what_tells_weighs_more_than_nothing(folder: str, question: str) -> None:
    assert weights.table(folder, question)[TELLING[question]] > 0
    assert weights.table(folder, question)[weights.BIAS] < 0


def test_what_the_tagger_read_has_weights_of_its_own() -> None:
    assert weights.weights_of("award", {"seen"}) == weights.table(weights.RULES, "award")
    assert weights.weights_of("award", {weights.TAGGED}) == weights.table(weights.BOTH, "award")
    assert weights.weights_of("award", {weights.ALONE}) == weights.table(weights.MODEL, "award")


def test_a_name_is_one_candidate_however_it_is_inflected(nlp: Language) -> None:
    text = "Vorschläge für den „Stillen Anker“. Der Stille Anker ist neu. Ein stiller Ort."
    overview = overview_of(text, nlp)
    anchors = [c for c in award_candidates(overview) if "Anker" in c.name]
    assert [[m.text for m in c.cluster.mentions] for c in anchors] == [
        ["Stillen Anker", "Stille Anker"]
    ]


def test_an_unknown_question_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        probability("colour", [])


@pytest.mark.parametrize(("award", "honoured"), [(0.9, ["Anna Moll"]), (0.1, [])])
def test_where_an_award_is_told_of_the_likeliest_has_won_it(
    award: float, honoured: list[str], nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    overview = overview_of("Anna Moll und Jan Holt, Tannwald-Preis 2024", nlp)
    chances = {
        ("award", "Tannwald-Preis"): award,
        ("recipient", "Anna Moll"): 0.34,
        ("recipient", "Jan Holt"): 0.31,
    }
    for features in ("award_features", "party_features"):
        monkeypatch.setattr(judging, features, lambda candidate, _: {candidate.name})
    monkeypatch.setattr(
        judging, "probability", lambda question, seen: chances.get((question, *seen), 0.0)
    )
    findings = judging.judge(overview).findings
    assert [f.party.text for f in findings if f.role == "recipient"] == honoured


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        (" für den Frieden", "Preis für den Frieden"),
        (" für den", "Preis"),
        (" am See 2024", "Preis am See"),
        (" in", "Preis"),
        (" für Kunst, der", "Preis für Kunst"),
        (" für Kunst „und", "Preis für Kunst"),
        (" (für den", "Preis"),
    ],
)
def test_no_award_ends_with_a_small_word(rest: str, name: str) -> None:
    string = f"Preis{rest} ging an sie"
    roles = SimpleNamespace(end_of=lambda *_: len(f"Preis{rest}"))
    analysis = SimpleNamespace(roles=roles, text=SimpleNamespace(string=string), sentences=())
    award = Mention("AWARD", 0, 5, "Preis", "award.head", canonical="Preis")
    assert whole_name(award, cast(Analysis, analysis)).text == name


@pytest.mark.parametrize(
    ("name", "behind", "found"),
    [
        ("Moor-Pokal", " Junge Stimmen", "Moor-Pokal Junge Stimmen"),
        ("Moor-Pokal", " Junge Stimmen 2024", "Moor-Pokal Junge Stimmen"),
        ("Moor-Pokal", " Rad & Tat", "Moor-Pokal Rad & Tat"),
        ("Moor-Pokal", " für Kinder", "Moor-Pokal"),
        ("Moor-Pokal", " Jugend am schönen", "Moor-Pokal"),
        ("Stiller Anker", " Junge Stimmen", "Stiller Anker"),
        ("LM", " Staffel", "LM"),
    ],
)
def test_a_name_goes_on_with_what_follows_it_elsewhere(name: str, behind: str, found: str) -> None:
    string = f"Zum {name}: Beim {name}{behind} gewann sie"
    first, second = 4, string.rindex(name)
    ends = {first + len(name): first + len(name), second + len(name): len(string) - 11}
    roles = SimpleNamespace(end_of=lambda role, end, least: ends[end])
    analysis = SimpleNamespace(roles=roles, text=SimpleNamespace(string=string), sentences=())
    awards = [
        Mention("AWARD", start, start + len(name), name, "award.head", canonical=name)
        for start in (first, second)
    ]
    assert continued_name(awards[0], awards, cast(Analysis, analysis)).canonical == found


def test_headings_of_news_are_no_awards(nlp: Language) -> None:
    string = "Anna Moll schrieb „Rückblick Sommerfest“, „Saison 2024“ und „Sommerfest am See“."
    found = annotate(clean(release_from_text(string, "t.txt")), nlp)
    analysis, findings = propose(found)
    overview = Overview(analysis, findings, PartyRegister(analysis))
    quoted = [c.name for c in award_candidates(overview) if c.name in string and " " in c.name]
    assert "Sommerfest am See" in quoted
    assert not {"Rückblick Sommerfest", "Saison 2024"} & set(quoted)


def test_behind_für_a_headline_tells_who_gets_an_award() -> None:
    string = "Hauptpreis für Studie\n\nDer Hauptpreis der Stadt ging an sie"
    first, second = 0, string.rindex("Hauptpreis")
    ends = {10: 21, second + 10: second + 20}
    roles = SimpleNamespace(end_of=lambda role, end, least: ends[end])
    blocks = [("title", 0, 21), ("paragraph", 23, len(string))]
    sentences = tuple(
        SimpleNamespace(start=start, end=end, block=SimpleNamespace(kind=kind), of=lambda *_: [])
        for kind, start, end in blocks
    )
    analysis = SimpleNamespace(
        roles=roles, text=SimpleNamespace(string=string), sentences=sentences
    )
    awards = [
        Mention("AWARD", start, start + 10, "Hauptpreis", "award.head", canonical="Hauptpreis")
        for start in (first, second)
    ]
    whole = continued_name(awards[0], awards, cast(Analysis, analysis))
    assert whole.canonical == "Hauptpreis der Stadt"


@pytest.mark.parametrize(
    ("end", "found"),
    [(11, []), (24, ["Preis „Höfe, die was tun"]), (25, ["Preis „Höfe, die was tun"])],
)
def test_no_name_ends_inside_quotes(end: int, found: list[str]) -> None:
    text = "Preis „Höfe, die was tun“ für sie"
    roles = SimpleNamespace(passages=lambda *_: [SimpleNamespace(start=0, end=end)])
    sentence = SimpleNamespace(start=0, end=len(text), text=text, mentions=(), of=lambda *_: [])
    analysis = SimpleNamespace(roles=roles, sentences=(sentence,))
    names = [m.text for _, m in tagged_mentions("award", cast(Analysis, analysis))]
    assert names == found
