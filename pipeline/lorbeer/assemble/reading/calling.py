"""Sentences that invite entries: "Vorschläge können bis zum 3. Mai eingereicht werden"."""

from functools import lru_cache

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.deadlines import deadline
from lorbeer.flow import Analysis, Sentence

_REPEATED = 2
#: Title, heading and first sentences.
_LEAD = 4
#: Wordings that invite in the present only.
_INVITING = ("call.appeal", "call.possible")
#: Wordings that also look back: "Bis zum Einsendeschluss waren 80 Beiträge eingegangen".
_OPEN = ("call.open", "call.runs", "call.deadline", "call.sought")

#: More sentences than most releases have.
_KEPT = 1024


def is_call(sentence: Sentence) -> bool:
    """Whether a sentence invites entries, or gives the closing date for them."""
    return sentence.block.section != "contact" and _is_invitation(sentence.text)


@lru_cache(maxsize=_KEPT)
def _is_invitation(text: str) -> bool:
    """Whether the wording invites; every question about the release asks it of each sentence."""
    if any(cue(name).search(text) for name in _INVITING):
        return True
    return not cue("call.past").search(text) and any(cue(name).search(text) for name in _OPEN)


def calls(analysis: Analysis) -> int:
    """How many sentences invite entries."""
    return sum(map(is_call, analysis.sentences))


def invites(analysis: Analysis) -> bool:
    """Whether the release asks for entries: with a closing date, repeatedly, or in its lead."""
    if not analysis.by_rules:
        return False
    found = calls(analysis)
    in_lead = any(map(is_call, analysis.sentences[:_LEAD]))
    return found >= _REPEATED or (found > 0 and (in_lead or deadline(analysis) is not None))
