"""Who is meant by "er", "beide" or "das Unternehmen" in the sentence that tells of an honour."""

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.verbal import missing
from lorbeer.assemble.reading.affiliations import is_aside
from lorbeer.assemble.reading.categories import categories
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.assemble.reading.ranks import places
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

#: How many sentences before it may name who is meant.
_REACH = 2
#: Further down, such sentences tell of somebody's life.
_LEAD = 6
#: How many words that stand for several persons mean.
_COUNTS = {
    **dict.fromkeys(("beide", "beiden", "duo", "paar", "ehepaar", "zwei", "geschwisterpaar"), 2),
    **dict.fromkeys(("trio", "drei"), 3),
    **dict.fromkeys(("quartett", "vier"), 4),
    **dict.fromkeys(("quintett", "fünf"), 5),
}
_HONOURING = frozenset({"confer", "receive", "win", "congratulate", "nominate"})
_WON = ("AWARD", "AWARD_NOUN", "RANK")


def from_reference(analysis: Analysis, index: int) -> list[Finding]:
    """The recipients for whom a pronoun or a general noun stands, in a sentence that names none."""
    sentence = analysis.sentences[index]
    if index >= _LEAD:
        return []
    trigger = next((t for t in sentence.triggers if _honours_somebody(t, sentence, index)), None)
    if trigger is None:
        return []
    meant = (
        _several(trigger, analysis, index)
        or _one(trigger, analysis, index)
        or _municipality(trigger, analysis, index)
    )
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, "reference.before")
    named = categories(sentence)
    category = named[0] if len(named) == 1 else None
    award = next(iter(sentence.of("AWARD")), None)
    rank = next(iter(places(sentence)), None)
    return [
        Finding(
            "recipient",
            party,
            index,
            source,
            award,
            rank,
            category=category,
            status=status_in(sentence),
        )
        for party in meant
    ]


def _one(trigger: Trigger, analysis: Analysis, index: int) -> list[Mention]:
    """Whom "er", "sie" or "das Unternehmen" stands for."""
    sentence = analysis.sentences[index]
    is_person = _speaks_of_one(trigger, sentence)
    is_body = bool(cue("reference.noun").search(sentence.text))
    if is_person == is_body:
        return []
    named = _named_before(trigger, analysis, index, "PERSON" if is_person else "ORGANISATION")
    return named[:1] if len({party.text for party in named}) == 1 else []


def _municipality(trigger: Trigger, analysis: Analysis, index: int) -> list[Mention]:
    """The only place that title and sentences so far name, where "die Stadt" wins something."""
    sentence = analysis.sentences[index]
    if not cue("reference.municipality").search(sentence.text):
        return []
    told = [s for s in analysis.sentences[:index] if s.block.kind == "title"] + [sentence]
    named = [
        party
        for above in told
        for party in parties(above)
        if party.label == "PLACE"
        and party.end <= max(trigger.start, above.end)
        and not cue("reference.dateline").match(above.text, party.end - above.start)
    ]
    return named[:1] if len({party.text for party in named}) == 1 else []


def _several(trigger: Trigger, analysis: Analysis, index: int) -> list[Mention]:
    """Whom "beide", "die drei Schüler", "das Duo" or "sie" with a plural verb stands for: all of
    their kind in the sentence above, if they are as many and named together.
    """
    text = analysis.sentences[index].text
    match = cue("reference.plural").search(text)
    words = match.groupdict(default="") if match is not None else {}
    noun = words.get("noun", "")
    is_named = bool(words.get("group") and noun) or bool(cue("reference.things").search(noun))
    if is_named or (match is None and not cue("reference.several").search(text)):
        return []
    label = "ORGANISATION" if cue("reference.bodies").search(noun) else "PERSON"
    named = _named_before(trigger, analysis, index, label)
    count = next((_COUNTS[word] for word in map(str.lower, words.values()) if word in _COUNTS), 0)
    if len(named) < 2 or count not in {0, len(named)}:
        return []
    above = next(s for s in analysis.sentences if s.start <= named[0].start < s.end)
    together = coordinated(named[0], parties(above), above)
    return named if all(party in together for party in named) else []


def _honours_somebody(trigger: Trigger, sentence: Sentence, index: int) -> bool:
    """Whether a verb honours its subject, in the passive somebody, or a pronoun or noun behind it,
    with an award beside it.
    """
    receives = trigger.roles.get("subject") == "recipient" or trigger.rule.endswith(".passive")
    if trigger.roles.get("object") == "recipient":
        after = sentence.text[trigger.end - sentence.start :]
        receives = receives or bool(cue("reference.object").match(after))
    receives = receives or trigger.meaning == "congratulate"
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
    is_dative = is_award or trigger.meaning == "congratulate"
    wanted = cue("reference.dative" if is_dative else "reference.pronoun")
    named = cue("reference.person").search(sentence.text)
    return bool(wanted.search(sentence.text) or named)


def _named_before(trigger: Trigger, analysis: Analysis, index: int, label: str) -> list[Mention]:
    """The parties of a kind in a clause before ("Weil Anna Moll ..., wurde sie"), else in the
    nearest sentence above, of the same block, that names one.
    """
    sentence = analysis.sentences[index]
    if not cue("signal.speech").search(sentence.text):
        inside = [m for m in _named(sentence, label) if m.end <= trigger.start]
        if any(party.clause != trigger.clause for party in inside):
            return inside
    for above in reversed(analysis.sentences[max(0, index - _REACH) : index]):
        if above.block != sentence.block or cue("sentence.of-others").search(above.text):
            return []
        named = _named(above, label)
        if named:
            return named
    return []


def _named(sentence: Sentence, label: str) -> list[Mention]:
    """The parties of a kind that a pronoun behind them can stand for."""
    everyone = parties(sentence)
    return [
        party
        for party in everyone
        if party.label == label
        and not is_aside(party, everyone, sentence)
        and party.function not in {"von", "bei", "durch", "mit"}
    ]
