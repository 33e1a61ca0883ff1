"""The members of a team that wins, where the text tells them apart from it: "Die Uhus sind Eva
Kurz, Till Kern und Benno Rau".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.affiliations import between, is_aside
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, Mention, Sentence

_RULE = "members.told"
_UNNAMED = "members.unnamed"
_TEAMS = frozenset({"ORGANISATION", "NAME", "QUOTED"})
#: So many sentences above may name the team whose members are told.
_REACH = 3


def from_members(analysis: Analysis, found: Sequence[Finding]) -> Iterator[Finding]:
    """The persons told to be a team that was found above: honoured like it, save where a card
    tells its result; the card's heading is the winner then.
    """
    recipients = [f for f in found if f.role == "recipient"]
    known = {f.party.text for f in recipients}
    winners = [f for f in recipients if f.source.rule != "card.result"]
    for index, sentence in enumerate(analysis.sentences):
        above = [f for f in winners if f.sentence < index]
        for member in _told(sentence, above, index):
            if member.party.text not in known:
                known.add(member.party.text)
                yield replace(member, sentence=index)


def _told(sentence: Sentence, above: Sequence[Finding], index: int) -> Iterator[Finding]:
    match = cue(_RULE).match(sentence.text) or cue(_UNNAMED).match(sentence.text)
    team = _team(match, above, index) if match is not None else None
    if match is None or team is None:
        return
    end = sentence.start + match.end()
    source = Mention("TRIGGER", sentence.start, end, match[0], _RULE)
    for member in _enumerated(sentence, end):
        yield replace(team, party=member, source=source, money=None)


def _enumerated(sentence: Sentence, start: int) -> Iterator[Mention]:
    """The persons named from somewhere on; what is said of each may stand between them: "Anna Moll
    (Trommel), Pfleger Jan Holt und Eva Kurz".
    """
    everyone = parties(sentence)
    last: Mention | None = None
    for person in (p for p in everyone if p.label == "PERSON" and p.start >= start):
        gap = between(last, person, sentence) if last else ""
        is_home = cue("between.person-and-home").fullmatch(gap)
        if is_home or is_aside(person, everyone, sentence):
            continue
        if last and not cue("members.between").fullmatch(gap):
            return
        last = person
        yield person


def _team(match: re.Match[str], above: Sequence[Finding], index: int) -> Finding | None:
    """The team found above that is named, else the only one in the nearest sentence above."""
    name = next(filter(None, match.groups()), "")
    if name:
        return next((f for f in above if _is_called(f.party, name)), None)
    near = [f for f in above if index - f.sentence <= _REACH]
    nearest = max((f.sentence for f in near), default=None)
    teams = [f for f in near if f.sentence == nearest and f.party.label in _TEAMS]
    return teams[0] if len({f.party for f in teams}) == 1 else None


def _is_called(party: Mention, name: str) -> bool:
    """Whether a team has a name, or opens or ends with it: "Sippe Uhus" of "Uhus"."""
    text = f" {party.text} "
    is_so = text.startswith(f" {name} ") or text.endswith(f" {name} ")
    return party.label != "PERSON" and is_so
