"""Who is nominated beside those of the sentences above: "Die anderen drei heißen ...", "Mit ihr im
Finale stehen ...".
"""

from collections.abc import Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import attached, is_aside, parties
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.flow import Analysis, Mention, Sentence

#: So many sentences above may tell that somebody is nominated.
_REACH = 3
_RULE = "rivals.named"


def from_rivals(analysis: Analysis, index: int) -> Iterator[Finding]:
    """All whom a sentence names behind such words, where one close above nominates somebody."""
    sentence = analysis.sentences[index]
    match = cue(_RULE).search(sentence.text)
    above = analysis.sentences[max(0, index - _REACH) : index]
    if match is None or not any(status_in(s) == "nominee" for s in above):
        return
    start, end = (sentence.start + at for at in match.span())
    source = Mention("TRIGGER", start, end, match[0], _RULE)
    award = next(iter(sentence.of("AWARD")), None)
    for party in _named(sentence, end):
        yield Finding("recipient", party, index, source, award, status="nominee")


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
