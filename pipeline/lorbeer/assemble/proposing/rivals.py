"""Who is nominated beside those of the sentences above: "Die anderen drei heißen ...", "Mit ihr im
Finale stehen ...".
"""

from collections.abc import Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.affiliations import is_aside
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import attached, parties
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.records import Status

#: So many sentences above may tell that somebody is nominated.
_REACH = 3
_RULE = "rivals.named"
_FELLOWS = "fellows.named"
_HONOURING = frozenset({"confer", "receive", "win"})
_WON = ("AWARD", "AWARD_NOUN", "RANK")


def from_rivals(analysis: Analysis, index: int) -> Iterator[Finding]:
    """All whom a sentence names behind such words, where one close above nominates somebody."""
    sentence = analysis.sentences[index]
    above = analysis.sentences[max(0, index - _REACH) : index]
    is_nominated = any(status_in(s) == "nominee" for s in above)
    rule = _RULE if is_nominated else _FELLOWS
    match = cue(rule).search(sentence.text)
    if match is None or not (is_nominated or any(map(_honours, above))):
        return
    start, end = (sentence.start + at for at in match.span())
    source = Mention("TRIGGER", start, end, match[0], rule)
    award = next(iter(sentence.of("AWARD")), None)
    status: Status = "nominee" if is_nominated else "winner"
    for party in _named(sentence, end):
        yield Finding("recipient", party, index, source, award, status=status)


def _honours(sentence: Sentence) -> bool:
    """Whether a sentence tells of somebody who wins something."""
    return bool(sentence.of(*_WON)) and any(t.meaning in _HONOURING for t in sentence.triggers)


def _named(sentence: Sentence, start: int) -> Sequence[Mention]:
    everyone = parties(sentence)
    heads = [
        party
        for party in everyone
        if party.start >= start
        and party.label != "PLACE"
        and not is_aside(party, everyone, sentence)
    ]
    return list(dict.fromkeys(m for head in heads for m in attached(head, everyone, sentence)))
