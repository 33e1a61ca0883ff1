"""Patterns: every rule has its own id and an example, and does what its example shows."""

from typing import Any

import pytest
from spacy.language import Language

from de_lorbeer import assertion, data, expressions, frames, role_nouns
from de_lorbeer.cues import cue

FILES = sorted(path.stem for path in (data.ROOT / "patterns").glob("*.jsonl"))
#: Cues that are laid over all of the text between two mentions.
WHOLE = ("between.", "members.open", "rank.after-name", "rank.before-name")


def rules(name: str) -> list[Any]:
    return [pytest.param(rule, id=rule["id"]) for rule in data.patterns(name)]


def test_ids_are_unique_over_all_files() -> None:
    ids = [rule["id"] for name in FILES for rule in data.patterns(name)]
    assert len(set(ids)) == len(ids) > 0


@pytest.mark.parametrize("name", FILES)
def test_every_rule_has_an_example(name: str) -> None:
    assert [rule["id"] for rule in data.patterns(name) if not rule.get("example")] == []


@pytest.mark.parametrize("rule", rules("expressions"))
def test_expression_finds_its_example(rule: dict[str, Any]) -> None:
    patterns = {rule_id: pattern for rule_id, _, pattern in expressions.rules()}
    assert patterns[rule["id"]].search(rule["example"])


@pytest.mark.parametrize("rule", rules("assertion"))
def test_assertion_cue_sees_its_example(rule: dict[str, Any]) -> None:
    found = [(name, rule_id) for name, rule_id, _ in assertion.cues(rule["example"])]
    assert (rule["assertion"], rule["id"]) in found


@pytest.mark.parametrize("rule", rules("cues"))
def test_cue_matches_its_example(rule: dict[str, Any]) -> None:
    pattern, example = cue(rule["id"]), rule["example"]
    found = pattern.fullmatch(example) if rule["id"].startswith(WHOLE) else pattern.search(example)
    assert found


def test_unknown_cue_is_an_error() -> None:
    with pytest.raises(KeyError):
        cue("no.such-cue")


@pytest.mark.parametrize("rule", rules("frames"))
def test_verb_frame_is_opened_by_its_example(rule: dict[str, Any], nlp: Language) -> None:
    sentences = list(nlp(rule["example"]).sents)
    opened = {found.frame.id for sentence in sentences for found in frames.triggers(sentence)}
    assert rule["id"] in opened


@pytest.mark.parametrize("rule", rules("noun_frames"))
def test_role_noun_is_found_in_its_example(rule: dict[str, Any], nlp: Language) -> None:
    roles = [span for sent in nlp(rule["example"]).sents for span in role_nouns.find(sent)]
    assert rule["id"] in {span.id_ for span in roles}
    assert role_nouns.role(roles[0]) == "/".join(filter(None, (rule["role"], rule["status"])))


@pytest.mark.parametrize(
    ("sentence", "frame", "voice", "roles"),
    [
        pytest.param(
            "Die Stiftung verlieh der Schule den Lesepreis.",
            "confer.verleihen",
            "active",
            {"subject": "giver", "object": "award", "indirect": "recipient"},
            id="active",
        ),
        pytest.param(
            "Der Lesepreis wurde der Schule verliehen.",
            "confer.verleihen",
            "passive",
            {"subject": "award", "indirect": "recipient", "von": "giver"},
            id="passive",
        ),
    ],
)
def test_voice_decides_who_plays_which_role(
    sentence: str, frame: str, voice: str, roles: dict[str, str], nlp: Language
) -> None:
    opened = {found.frame.id: found for found in frames.triggers(next(nlp(sentence).sents))}
    assert opened[frame].voice == voice
    assert {name: opened[frame].roles()[name] for name in roles} == roles
