"""Who is meant by "er", "sie" or "das Unternehmen" in the sentence that tells of an honour."""

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.findings import Finding
from lorbeer.assemble.proposing.verbal import missing
from lorbeer.assemble.reading.groups import is_aside, parties
from lorbeer.assemble.reading.ranks import places
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

#: How many sentences before it may name who is meant.
_REACH = 2
#: Further down, such sentences tell of somebody's life.
_LEAD = 6
_HONOURING = frozenset({"confer", "receive", "win"})
_WON = ("AWARD", "AWARD_NOUN", "RANK")


def from_reference(analysis: Analysis, index: int) -> list[Finding]:
    """The recipient whom a pronoun or a general noun stands for, in a sentence that names none."""
    sentence = analysis.sentences[index]
    if index >= _LEAD:
        return []
    trigger = next((t for t in sentence.triggers if _honours_somebody(t, sentence, index)), None)
    if trigger is None:
        return []
    is_person = _speaks_of_one(trigger, sentence)
    is_body = bool(cue("reference.noun").search(sentence.text))
    if is_person == is_body:
        return []
    meant = _meant(analysis, index, "PERSON" if is_person else "ORGANISATION")
    if meant is None:
        return []
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, "reference.before")
    award = next(iter(sentence.of("AWARD")), None)
    return [Finding("recipient", meant, index, source, award, next(iter(places(sentence)), None))]


def _honours_somebody(trigger: Trigger, sentence: Sentence, index: int) -> bool:
    """Whether a verb honours its subject, or in the passive somebody, with an award beside it."""
    receives = trigger.roles.get("subject") == "recipient" or trigger.rule.endswith(".passive")
    return (
        trigger.meaning in _HONOURING
        and receives
        and any(m.clause == trigger.clause for m in sentence.of(*_WON))
        and not missing(sentence, index, trigger)
    )


def _speaks_of_one(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a pronoun stands for one person: not "sie" with a plural verb, nor "er" for the award
    ("er wird verliehen").
    """
    if cue("reference.several").search(sentence.text):
        return False
    is_award = trigger.rule.endswith(".passive") and trigger.roles.get("subject") != "recipient"
    wanted = cue("reference.dative" if is_award else "reference.pronoun")
    return bool(wanted.search(sentence.text))


def _meant(analysis: Analysis, index: int, label: str) -> Mention | None:
    """The only party of a kind in the nearest sentence above, of the same block, that names one."""
    block = analysis.sentences[index].block
    for above in reversed(analysis.sentences[max(0, index - _REACH) : index]):
        if above.block != block or cue("sentence.of-others").search(above.text):
            return None
        everyone = parties(above)
        named = [
            p
            for p in everyone
            if p.label == label
            and not is_aside(p, everyone, above)
            and p.function not in {"von", "bei", "durch", "mit"}
        ]
        if named:
            return named[0] if len({p.text for p in named}) == 1 else None
    return None
