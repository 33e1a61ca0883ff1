"""The members of a team that wins, where the text tells them apart from it: "Die Uhus sind Eva
Kurz, Till Kern und Benno Rau".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Analysis, Mention, Sentence

_RULE = "members.told"


def from_members(analysis: Analysis, found: Sequence[Finding]) -> Iterator[Finding]:
    """The persons told to be a team that was found above: honoured like it."""
    known = {f.party.text for f in found if f.role == "recipient"}
    for index, sentence in enumerate(analysis.sentences):
        above = [f for f in found if f.role == "recipient" and f.sentence < index]
        for member in _told(sentence, above):
            if member.party.text not in known:
                known.add(member.party.text)
                yield replace(member, sentence=index)


def _told(sentence: Sentence, above: Sequence[Finding]) -> Iterator[Finding]:
    match = cue(_RULE).match(sentence.text)
    name = (match["team"] or match["behind"]) if match is not None else ""
    team = next((f for f in above if name and _is_called(f.party, name)), None)
    if match is None or team is None:
        return
    end = sentence.start + match.end()
    named = [p for p in parties(sentence) if p.label == "PERSON" and p.start >= end]
    source = Mention("TRIGGER", sentence.start, end, match[0], _RULE)
    for member in coordinated(named[0], named, sentence) if named else ():
        yield replace(team, party=member, source=source, money=None)


def _is_called(party: Mention, name: str) -> bool:
    """Whether a team has a name, or ends with it: "Sippe Uhus" of "Uhus"."""
    return party.label != "PERSON" and f" {party.text}".endswith(f" {name}")
