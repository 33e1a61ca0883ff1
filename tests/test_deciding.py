"""Deciding: when the role tagger alone decides, and when what rules found stands."""

from dataclasses import replace

import pytest

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble import deciding
from lorbeer.assemble.deciding import Decision, decide
from lorbeer.clean import clean
from lorbeer.flow import Analysis, Draft, HonourDraft, Mention
from lorbeer.load import release_from_text


def draft(name: str, award: float, honoured: float) -> Draft:
    mention = Mention("AWARD", 0, len(name), name, "award.head", "", 0)
    honours = (HonourDraft((), "winner", mention, honoured),) if honoured else ()
    return Draft(name, "prize", "awarded", (mention,), mention, award, honours=honours)


def analysis(own: float) -> Analysis:
    text = clean(release_from_text("Anna Moll erhielt den Moor-Preis.", "t.txt"))
    found = annotate(text, language_pipeline())
    assert found.roles is not None
    return replace(found, roles=replace(found.roles, own=own))


@pytest.mark.parametrize(
    ("together", "alone", "own", "decided"),
    [
        pytest.param(None, (0.1, 0.9), 0.9, "alone", id="nothing found, and the tagger is sure"),
        pytest.param(None, (0.1, 0.9), 0.8, None, id="a little less sure of an own award"),
        pytest.param(None, (0.9, 0.7), 0.9, None, id="a little less sure of a winner"),
        pytest.param(None, (0.9, 0.0), 1.0, None, id="an award without a winner"),
        pytest.param((0.2, 0.9), (0.4, 0.9), 0.9, "alone", id="instead of a doubtful award"),
        pytest.param((0.2, 0.9), (0.2, 0.9), 0.9, "together", id="another doubtful one"),
        pytest.param((0.4, 0.5), (0.9, 0.9), 0.9, "together", id="an award that is not doubtful"),
    ],
)
def test_who_decides(
    together: tuple[float, float] | None,
    alone: tuple[float, float],
    own: float,
    decided: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def decision(read: Analysis) -> Decision:
        overview = deciding.survey(read)
        name, chances = ("together", together) if read.by_rules else ("alone", alone)
        drafts = (draft(name, *chances),) if chances else ()
        return Decision(overview, deciding.judge(overview), drafts)

    monkeypatch.setattr(deciding, "_decision", decision)
    found = [draft.name for draft in decide(analysis(own)).reported]
    assert found == ([decided] if decided else [])


def test_rules_without_a_tagger_decide_alone() -> None:
    read = replace(analysis(1.0), roles=None)
    assert [draft.name for draft in decide(read).reported] == ["Moor-Preis"]
