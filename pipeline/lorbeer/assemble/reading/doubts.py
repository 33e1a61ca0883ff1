"""What makes a sentence honour nobody: denials, suppositions, the past, juries, earlier winners."""

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.assemble.reading.weakness import weaknesses
from lorbeer.flow import Sentence

_UNREAL = frozenset({"past", "hypothetical"})
#: A denial of anything; what it denies, `negated.honour` tells.
_NOT = "negated.not"
_REFUSED, _LOST = "negated.refused", "negated.lost"
#: Sentences that deny an honour, and those about juries and about winners of other years.
_OTHERS = ("negated.honour", "jury.members", "background.earlier")
_ENUMERATED = "background.enumeration"


def doubts(sentence: Sentence) -> list[str]:
    """Why what rules find of recipients in a sentence does not count; nothing in the title."""
    if sentence.block.kind == "title":
        return []
    weak = [reason for reason in weaknesses(sentence) if _NOT not in reason]
    return weak + _spoken(sentence, *_OTHERS, _ENUMERATED)


def is_unreal(sentence: Sentence) -> bool:
    """Whether a sentence speaks of no honour of its own, of whomever it may seem likely.

    Defeats count where no place is told: "Jan Holt verpasste als Vierter die Medaille" denies only
    a medal.
    """
    rules = {rule for _, rule in sentence.assertions}
    if _REFUSED in rules or any(name in _UNREAL for name, _ in sentence.assertions):
        return True
    if _LOST in rules and not (sentence.of("RANK") or status_in(sentence) == "nominee"):
        return True
    return bool(_spoken(sentence, *_OTHERS))


def _spoken(sentence: Sentence, *cues: str) -> list[str]:
    return [name for name in cues if cue(name).search(sentence.text)]
