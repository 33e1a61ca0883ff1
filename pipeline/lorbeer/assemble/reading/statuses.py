"""The status that a sentence gives to those it honours: winner, nominee or commendation."""

from de_lorbeer.cues import cue
from lorbeer.flow import Sentence
from lorbeer.records import Status


def status_in(sentence: Sentence) -> Status:
    """By the commendation it names, its verbs of nominating, or its nouns for nominees."""
    if cue("status.commendation").search(sentence.text):
        return "commendation"
    if any(trigger.meaning == "nominate" for trigger in sentence.triggers):
        return "nominee"
    if any(noun.kind.endswith("/nominee") for noun in sentence.of("ROLE")):
        return "nominee"
    return "winner"
