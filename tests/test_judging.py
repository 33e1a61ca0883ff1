"""Judging: which of the names that may be awards are the release's own."""

from dataclasses import replace

import pytest

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble.deciding import survey
from lorbeer.assemble.drafting import drafts
from lorbeer.assemble.judging.conferred import conferred
from lorbeer.assemble.judging.judgement import judge
from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.awards import Cluster, Judged, clusters
from lorbeer.clean import clean
from lorbeer.flow import Analysis, Mention
from lorbeer.load import release_from_text


def analysis(text: str, *, own: float = 0.9) -> Analysis:
    found = annotate(clean(release_from_text(text, "t.txt")), language_pipeline())
    assert found.roles is not None
    return propose(replace(found, roles=replace(found.roles, own=own)))[0]


def judged(read: Analysis, chance: float) -> list[Judged]:
    return [Judged(cluster, chance) for cluster in clusters(read)]


BEFORE = "Vereinsabend in Talheim\n\nEs war voll. Anna Moll freute sich. "


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        pytest.param(
            "Jan Holt überreichte ihr die Torf-Medaille.", ["Torf-Medaille"], id="handed over"
        ),
        pytest.param("Dafür bekam sie die Torf-Medaille.", ["Torf-Medaille"], id="received"),
        pytest.param("Die Torf-Medaille kennt jeder.", [], id="only named"),
        pytest.param("Dort wurde nie die Torf-Medaille verliehen.", [], id="denied"),
        pytest.param("Es sprach Jan Holt, der 2009 die Torf-Medaille erhielt.", [], id="earlier"),
        pytest.param("Er wurde mehrfach mit der Torf-Medaille geehrt.", [], id="one of many"),
        pytest.param("Unter anderem erhielt er die Torf-Medaille.", [], id="among others"),
        pytest.param("Den Sonderpokal der Bank bekam Jan Holt.", [], id="a special cup"),
        pytest.param("Den Publikumspreis der Bank bekam Jan Holt.", [], id="a prize within it"),
        pytest.param("Jan Holt gewann den Stadtlauf.", [], id="an occasion"),
        pytest.param("\n\n- Jan Holt erhielt die Torf-Medaille.", [], id="an entry of a list"),
    ],
)
def test_awards_of_which_a_verb_tells_that_they_are_given(behind: str, found: list[str]) -> None:
    read = analysis(BEFORE + behind)
    given = conferred(judged(read, 0.2), read)
    assert [award.cluster.best.canonical for award in given] == found


@pytest.mark.parametrize(
    ("chance", "own"),
    [
        pytest.param(0.1, 0.9, id="an improbable award"),
        pytest.param(0.2, 0.1, id="a tagger that sees no award of its own"),
    ],
)
def test_awards_that_are_given_but_doubtful(chance: float, own: float) -> None:
    read = analysis(BEFORE + "Dafür bekam sie die Torf-Medaille.", own=own)
    assert not list(conferred(judged(read, chance), read))


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        pytest.param("roles.award", ["Moor-Preis"], id="that no rule takes for an award"),
        pytest.param("award.head", ["Moor-Preis", "Torfwoche"], id="that rules do"),
        pytest.param("name.misc.in-frame", ["Moor-Preis", "Torfwoche"], id="in an award's place"),
    ],
)
def test_a_name_with_which_nobody_is_honoured(rule: str, found: list[str]) -> None:
    string = "Torfwoche\n\nBei der Torfwoche wurde Anna Moll mit dem Moor-Preis ausgezeichnet."
    read = annotate(clean(release_from_text(string, "t.txt")), language_pipeline())
    overview = survey(read)
    judgement = judge(overview)
    assert [award.cluster.best.canonical for award in judgement.awards] == ["Moor-Preis"]
    start = read.text.string.rindex("Torfwoche")
    name = Mention(
        "AWARD", start, start + 9, "Torfwoche", rule, kind="prize", canonical="Torfwoche"
    )
    beside = Judged(Cluster([name], [1]), 0.5)
    both = replace(judgement, awards=(*judgement.awards, beside))
    assert [d.name for d in drafts(overview, both) if d.stage] == found
