"""Whether a jury has yet to decide: those whom a release names for the award are then nominees."""

from collections.abc import Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis

_SIGNS = ("pending.round", "pending.decision")
#: How ids of rules begin by which somebody wins.
_WINNING = ("receive.", "win.", "confer.", "noun.", "congratulate.")


def with_pending(found: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """Findings with all who are honoured as nominees where the decision is still to come.

    That is so where the text tells of a final round and of the day on which the winner will be
    known, and its title tells of none.
    """
    if not is_pending(analysis) or any(_is_title(f, analysis) for f in found):
        return list(found)
    return [replace(f, status="nominee") if f.role == "recipient" else f for f in found]


def is_pending(analysis: Analysis) -> bool:
    """Whether a text tells of a final round, and that its winner is not yet known."""
    told = [sentence.text for sentence in analysis.sentences]
    return all(any(cue(name).search(text) for text in told) for name in _SIGNS)


def _is_title(finding: Finding, analysis: Analysis) -> bool:
    """Whether a title says by a verb or a noun that somebody wins."""
    in_title = analysis.sentences[finding.sentence].block.kind == "title"
    is_won = finding.status == "winner" and finding.source.rule.startswith(_WINNING)
    return in_title and is_won and finding.role == "recipient"
