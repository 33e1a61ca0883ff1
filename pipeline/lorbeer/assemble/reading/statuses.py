"""The status that a sentence gives to those it honours: winner, nominee or commendation."""

from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, Sentence
from lorbeer.records import Status

#: What a list is of, one of so many sentences above it tells, or the title.
_TOLD_ABOVE = 6
#: What the words that announce a list make of its entries.
_ANNOUNCED: tuple[tuple[Status, str], ...] = (
    ("nominee", "nominees"),
    ("commendation", "commendations"),
    ("winner", "winners"),
)


def status_in(sentence: Sentence) -> Status:
    """By the commendation it names, its verbs of nominating, or its nouns for nominees."""
    if cue("status.commendation").search(sentence.text):
        return "commendation"
    if any(trigger.meaning == "nominate" for trigger in sentence.triggers):
        return "nominee"
    if any(noun.kind.endswith("/nominee") for noun in sentence.of("ROLE")):
        return "nominee"
    return "winner"


def lines_above(analysis: Analysis, first: int) -> tuple[Sentence, ...]:
    """The sentences above a list, of which one may tell what it is of."""
    return analysis.sentences[max(0, first - _TOLD_ABOVE) : first]


def governing_status(analysis: Analysis, index: int) -> Status:
    """The status that the nearest sentence above a list gives to its entries, or else the title."""
    for sentence in (*reversed(lines_above(analysis, index)), *analysis.sentences[:1]):
        for status, kind in _ANNOUNCED:
            if cue(f"list.announces-{kind}").search(sentence.text):
                return status
    return "winner"


def status_told(governing: str | None) -> Status:
    """The status that a label, or else the announcement, gives to an entry."""
    if governing is None:
        return "winner"
    if cue("list.announces-commendations").search(governing):
        return "commendation"
    return "nominee" if cue("list.announces-nominees").search(governing) else "winner"
