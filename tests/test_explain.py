"""Explain: every finding and candidate has a fate, and it is the one that the records show."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import lorbeer
from lorbeer.assemble import drafting
from lorbeer.assemble.reading.awards import Judged
from lorbeer.cli import app
from lorbeer.explain import explain, explain_text
from lorbeer.flow import Unreadable
from lorbeer.reasons import Bound, Candidate, Explanation
from lorbeer.records import Stage

CORPUS = Path(__file__).parents[1] / "corpus" / "dev"
TALE = (
    "Anna Moll erhielt den Tannwald-Preis von der Stiftung Lesefuchs. Sie wohnt am Waldrand. "
    "Bereits 2019 gewann Jan Holt den Tannwald-Preis. Lena Brandt nahm den Tannwald-Preis "
    "entgegen. Anna Moll gewann den Tannwald-Preis."
)


@pytest.fixture(scope="module")
def tale() -> Explanation:
    return explain_text(TALE)


def bound(explanation: Explanation, name: str) -> list[Bound]:
    return [
        bound
        for passage in explanation.passages
        for reading in passage.readings
        for bound in reading.bound
        if bound.party == name
    ]


def candidate(explanation: Explanation, question: str, name: str) -> Candidate:
    found = [c for c in explanation.candidates if (c.question, c.name) == (question, name)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "path", [CORPUS / "schach-ederauen-open.md", CORPUS / "stiftung-souffleurkasten.html"]
)
def test_what_is_explained_is_what_is_extracted(path: Path) -> None:
    assert [one.extraction for one in explain([path])] == list(lorbeer.extract(path))


def test_passages_are_numbered_in_order(tale: Explanation) -> None:
    assert [passage.number for passage in tale.passages] == [1, 2, 3, 4, 5]
    assert all(p.text == TALE[p.start : p.end] for p in tale.passages)


def test_a_reading_binds_all_roles_of_its_verb(tale: Explanation) -> None:
    (reading,) = tale.passages[0].readings
    assert reading.rule == "receive.erhalten.active"
    assert {(b.role, b.party, b.award, b.objection) for b in reading.bound} == {
        ("recipient", "Anna Moll", "Tannwald-Preis", ""),
        ("giver", "Stiftung Lesefuchs", "Tannwald-Preis", ""),
    }
    assert [(role, mention.text) for role, mention in reading.beside] == [
        ("award", "Tannwald-Preis")
    ]


@pytest.mark.parametrize(
    ("name", "objections"),
    [
        pytest.param("Anna Moll", ["", "named as recipient before"], id="twice"),
        pytest.param("Jan Holt", ["past (past.already-year)"], id="past"),
        pytest.param("Lena Brandt", ["only takes the award in hand"], id="proxy"),
    ],
)
def test_what_becomes_of_findings(tale: Explanation, name: str, objections: list[str]) -> None:
    assert [one.objection for one in bound(tale, name)] == objections


@pytest.mark.parametrize(
    ("text", "rule", "lacks"),
    [
        (
            "Der Tannwald-Preis wurde gestern verliehen.",
            "confer.verleihen.passive",
            "no name takes a role",
        ),
        ("Der Verein bekam gestern Besuch.", "receive.bekommen.active", "lacks award"),
    ],
)
def test_a_verb_that_binds_nobody_says_why(text: str, rule: str, lacks: str) -> None:
    (reading,) = explain_text(f"Talheim. {text}").passages[-1].readings
    assert (reading.rule, reading.bound, reading.lacks) == (rule, (), lacks)


def test_what_spoke_for_a_candidate_speaks_most(tale: Explanation) -> None:
    anna = candidate(tale, "recipient", "Anna Moll")
    assert (anna.objection, anna.passages) == ("", (1, 5))
    assert "found recipient" in dict(anna.speaking_for)
    weights = [weight for _, weight in anna.speaking_for]
    assert weights == sorted(weights, reverse=True)
    assert all(weight < 0 for _, weight in anna.speaking_against)


@pytest.mark.parametrize(
    ("text", "question", "name", "objection"),
    [
        pytest.param(TALE, "award", "Anna Moll", "below 0.24", id="no award"),
        pytest.param(
            "Der Tannwald-Preis 2023 ging an Anna Moll. Ansprechpartner ist Jan Holt.",
            "recipient",
            "Jan Holt",
            "below 0.4",
            id="improbable",
        ),
        pytest.param(
            TALE,
            "recipient",
            "Jan Holt",
            "only denied, supposed or of the past",
            id="of the past",
        ),
        pytest.param(
            "Anna Moll erhielt den Tannwald-Preis. Der Heimatpreis wurde nicht vergeben.",
            "award",
            "Heimatpreis",
            "below 0.42",
            id="named in passing",
        ),
        pytest.param(
            "Am 3. März 2024 erhielt Anna Moll den Tannwald-Preis. Die Schau endet am 4. Mai 2024.",
            "date",
            "4. Mai 2024",
            "another day is likelier or nearer",
            id="another day",
        ),
    ],
)
def test_what_speaks_against_candidates(
    text: str, question: str, name: str, objection: str
) -> None:
    assert candidate(explain_text(text), question, name).objection == objection


def test_kept_candidates_are_those_of_the_records() -> None:
    for path in sorted(CORPUS.iterdir()):
        (one,) = explain([path])
        assert isinstance(one, Explanation)
        awards = one.extraction.awards
        recipients = {p.name for a in awards for h in a.honours for p in h.recipients}
        kept = [c for c in one.candidates if not c.objection]
        assert {c.name for c in kept if c.question == "recipient"} == recipients
        assert {c.name for c in kept if c.question == "award"} == {a.name for a in awards}
        objected = [c for c in one.candidates if c.objection]
        assert not recipients & {c.name for c in objected if c.question == "recipient"}


def test_an_award_that_is_not_reported_leaves_its_winner_to_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stage(award: Judged, *_: object) -> Stage | None:
        return None if award.cluster.best.text == "Tannwald-Preis" else "awarded"

    monkeypatch.setattr(drafting, "stage", stage)
    found = explain_text(
        "# Anna Moll erhält den Tannwald-Preis\n\n"
        "Der Moor-Preis und der Tannwald-Preis sind in Talheim bekannt.\n\n"
        "Anna Moll erhielt den Tannwald-Preis."
    )
    assert candidate(found, "award", "Tannwald-Preis").objection
    assert not candidate(found, "award", "Moor-Preis").objection
    assert {reading.award for reading in bound(found, "Anna Moll")} == {"Moor-Preis"}


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (result,) = explain([tmp_path / "none.html"])
    assert isinstance(result, Unreadable)


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "tale.txt").write_text(TALE, encoding="utf-8")

    def invoke(*words: str) -> Result:
        environment = {"COLUMNS": "160", "TERM": "dumb", "NO_COLOR": "1"}
        return CliRunner().invoke(
            app, ["explain", str(tmp_path / "tale.txt"), *words], env=environment
        )

    return invoke


def test_the_command_tells_the_tale(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    for line in (
        "found     PERSON Anna Moll (person.given-name) · AWARD Tannwald-Preis (award.head)",
        "rule      receive.erhalten.active “erhielt”: ✓ recipient Anna Moll of Tannwald-Preis",
        "cue       past (past.already-year)",
        "✗ recipient Jan Holt: past (past.already-year)",
        "1 passage in which nothing spoke left out (--all)",
        "conferred by: Stiftung",
    ):
        assert line in result.stdout
    assert "Waldrand" not in result.stdout


def test_all_shows_silent_passages(run: Run) -> None:
    assert "Waldrand" in run("--all").stdout


def test_one_passage_alone(run: Run) -> None:
    told = run("--sentence", "3").stdout
    assert "Jan Holt" in told
    assert "Lena Brandt" not in told


def test_a_passage_that_is_not_there(run: Run) -> None:
    assert "it has 5 passages only" in run("--sentence", "6").stdout


def test_json_is_the_extraction_and_more(run: Run) -> None:
    told = json.loads(run("--format", "json").stdout)
    assert set(told) == {"release", "awards", "rejected", "passages", "candidates"}
    assert told["passages"][0]["readings"][0]["trigger"]["rule"] == "receive.erhalten.active"
    one = json.loads(run("--format", "json", "--sentence", "2").stdout)
    assert [passage["number"] for passage in one["passages"]] == [2]
