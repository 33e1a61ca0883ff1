"""Where winners are at home, as told by an adjective: "die Ulmer Läuferin Anna Moll"."""

import re
from collections.abc import Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, Mention, PartyDraft, Sentence
from lorbeer.values.regions import region_of_adjective

_WON = frozenset({"receive", "win"})
_RULE = "region.adjective"
#: Characters that may stand between "die Ulmer Läuferin" and her name.
_MARKS = ' „"»«›‹“'


def homes(analysis: Analysis, winners: Sequence[PartyDraft]) -> Iterator[Mention]:
    """The towns and lands of the winners, each with the adjective as its mention."""
    names = {mention.text for winner in winners for mention in winner.mentions}
    for sentence in analysis.sentences:
        for match in cue(_RULE).finditer(sentence.text):
            name = region_of_adjective(match["adjective"])
            if name is not None and _tells_of_winner(match, sentence, names):
                start = sentence.start + match.start("adjective")
                text = match["adjective"]
                yield Mention("PLACE", start, start + len(text), text, _RULE, canonical=name)


def _tells_of_winner(match: re.Match[str], sentence: Sentence, names: set[str]) -> bool:
    """Whether a winner's name follows or is begun by the adjective, else whether those meant are
    the ones who win.
    """
    start, end = (sentence.start + at for at in (match.start("adjective"), match.end("noun")))
    if any(a.start <= start and end < a.end for a in sentence.of("AWARD")):
        return False
    if any(p.start == start and p.text in names for p in parties(sentence)):
        return True
    following = next((p for p in parties(sentence) if p.start >= end), None)
    if following is not None:
        gap = sentence.text[match.end() : following.start - sentence.start]
        if not gap.strip(_MARKS):
            return following.text in names
    return match["before"] is None and any(t.meaning in _WON for t in sentence.triggers)
