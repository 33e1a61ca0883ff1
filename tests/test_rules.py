"""Rules: each fires in its example and finds what it states; what they are worth is counted."""

import json
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lorbeer.cli import app
from lorbeer.evaluate import GoldRelease
from lorbeer.explain import explain_text
from lorbeer.reasons import Explanation
from lorbeer.rules import Counts, Rule, found_by, measure, registered, rules


@cache
def explained(text: str) -> Explanation:
    """The explanation of an example; rules share examples."""
    return explain_text(text)


TESTED = [rule for rule in rules().values() if rule.finds or not rule.is_learned]


@pytest.mark.parametrize("rule", TESTED, ids=[rule.id for rule in TESTED])
def test_a_rule_finds_what_it_states(rule: Rule) -> None:
    found = found_by(rule.id, explained(rule.example))
    assert found, "does not fire"
    assert {what: set(found.get(what, ())) for what in rule.finds} == {
        what: set(texts) for what, texts in rule.finds.items()
    }


def test_every_line_of_the_registry_is_of_a_rule() -> None:
    """Examples for patterns that are gone would go unseen."""
    import lorbeer.rules.registry as registry

    folder = Path(registry.__file__).parent
    lines = (folder / "of_patterns.jsonl").read_text("utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines if not line.startswith("#")]
    derived = {row["id"] for row in registry._of_patterns()}
    assert len(ids) == len(set(ids))
    assert set(ids) <= derived


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        ("confer.verleihen.active", "confer.verleihen"),
        ("confer.verleihen.passive", "confer.verleihen"),
        ("award.head", "award.head"),
        ("name.quoted.in-frame", "name.quoted.in-frame"),
        ("no.such-rule", None),
    ],
)
def test_ids_as_evidence_has_them(rule: str, known: str | None) -> None:
    found = registered(rule)
    assert (found.id if found else None) == known


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Counts]]:
    """A right and a wrong recipient of one award, and a background award."""
    text = (
        "Anna Moll erhielt den Tannwald-Preis. Der Tannwald-Preis ging an Anna Moll. "
        "Jan Holt gewann den Tannwald-Preis."
    )
    gold = GoldRelease.model_validate(
        {
            "id": "one",
            "awards": [
                {
                    "name": ["Tannwald-Preis"],
                    "stage": "awarded",
                    "honours": [{"recipients": [["Anna Moll"]], "status": "winner"}],
                }
            ],
        }
    )
    counts = measure([gold], {"one": explain_text(text)})
    return {rule: dict(of_rule) for rule, of_rule in counts.items()}


def test_a_value_with_several_sources_is_no_gain(measured: dict[str, dict[str, Counts]]) -> None:
    assert measured["receive.erhalten"]["pair"] == Counts(right=1)
    assert measured["confer.gehen-an"]["recipient"] == Counts(right=1)


def test_a_wrong_value_with_one_source_is_a_loss(measured: dict[str, dict[str, Counts]]) -> None:
    assert measured["win.gewinnen"]["pair"] == Counts(wrong=1, losses=1)
    assert measured["person.given-name"]["pair"] == Counts(right=1, wrong=1, gains=1, losses=1)


def test_finders_of_an_award_are_counted(measured: dict[str, dict[str, Counts]]) -> None:
    assert measured["award.head"] == {"award": Counts(right=1, gains=1)}


def test_background_awards_count_neither_way() -> None:
    gold = GoldRelease.model_validate(
        {
            "id": "one",
            "awards": [{"name": ["Tannwald-Preis"], "stage": "awarded", "background": True}],
        }
    )
    counts = measure([gold], {"one": explain_text("Anna Moll erhielt den Tannwald-Preis.")})
    assert "award.head" not in counts
    assert "pair" not in counts["receive.erhalten"]


def run(*words: str) -> Result:
    environment = {"COLUMNS": "120", "TERM": "dumb", "NO_COLOR": "1"}
    return CliRunner().invoke(app, ["rules", *words], env=environment)


def test_the_command_lists_rules_by_the_beginning_of_their_ids() -> None:
    listed = json.loads(run("list.", "confer.gehen-an", "--format", "json").stdout)
    assert [rule["id"] for rule in listed][-1] == "confer.gehen-an"
    assert {rule["id"].partition(".")[0] for rule in listed} == {"list", "confer"}
    assert all(rule["example"] and rule["does"] for rule in listed)


def test_markdown_is_a_table() -> None:
    lines = run("receive.erhalten", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "| Rule | What it does | Example |"
    assert lines[2].startswith("| `receive.erhalten` | verb that means to receive: ")


def test_an_unknown_rule_is_wrong_usage() -> None:
    result = run("no.such")
    assert (result.exit_code, "no rule begins with 'no.such'" in result.stderr) == (2, True)


def test_with_gold_the_worth_of_rules_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Moll erhielt den Tannwald-Preis.", encoding="utf-8")
    gold = {"id": "a", "awards": [], "source": {"file": "a.txt"}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    result = run("--gold", str(tmp_path / "gold.jsonl"))
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["receive.erhalten", "0:1", "+0", "-1", "0:1", "+0", "-1"] in rows
    assert "right:wrong +gains -losses" in result.stdout
