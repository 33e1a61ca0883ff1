"""Who is honoured together with somebody: "erhielt den Preis gemeinsam mit Jan Holt"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Mention, Sentence

#: Whoever shares the joy, or takes the award in hand, need not have won it.
_SHARED = ("confer.", "receive.erhalten", "receive.bekommen", "receive.werden-mit", "win.")
_RULE = "companion.together"


def with_companions(found: Sequence[Finding], sentence: Sentence) -> list[Finding]:
    """Findings with the persons who are honoured like the first person among them."""
    first = next((f for f in found if _is_shared(f, sentence)), None)
    if first is None:
        return list(found)
    known = {finding.party for finding in found}
    new = [
        replace(first, party=party, source=replace(first.source, rule=_RULE))
        for party in _companions(first, sentence)
        if party not in known
    ]
    return [*found, *new]


def _is_shared(finding: Finding, sentence: Sentence) -> bool:
    """Whether a verb honours a person in a way that others can share."""
    rules = {t.rule for t in sentence.triggers if t.start == finding.source.start}
    return (
        finding.role == "recipient"
        and finding.party.label == "PERSON"
        and any(rule.startswith(_SHARED) for rule in rules)
    )


def _companions(first: Finding, sentence: Sentence) -> Iterator[Mention]:
    """The persons behind "gemeinsam mit" in the verb's clause, unless that joins them to another
    name than the first one's.
    """
    named = parties(sentence)
    verbs = [t for t in sentence.triggers if t.start == first.source.start]
    for party in named:
        before = sentence.text[: party.start - sentence.start]
        match = cue("companion.together").search(before)
        if match is None or party.label != "PERSON":
            continue
        opens = sentence.start + match.start()
        joined = next((p for p in named if p.end == opens), first.party)
        if joined == first.party and any(verb.clause == party.clause for verb in verbs):
            group = coordinated(party, named, sentence)
            yield from (p for p in group if p.start >= party.start and p.label == "PERSON")
