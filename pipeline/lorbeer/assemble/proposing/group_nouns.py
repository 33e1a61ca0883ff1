"""Teams that only a general noun names: "Die Damenmannschaft belegte den zweiten Platz"."""

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.verbal import missing
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.ranks import places
from lorbeer.flow import Analysis, Mention

_HONOURING = frozenset({"confer", "receive", "win", "congratulate"})
_WON = ("AWARD", "AWARD_NOUN", "RANK")


def from_group_nouns(analysis: Analysis, index: int) -> list[Finding]:
    """The team that receives something in a sentence that names nobody, unless it has a longer name
    elsewhere ("Damenmannschaft des TV Au").
    """
    sentence = analysis.sentences[index]
    trigger = next(
        (
            t
            for t in sentence.triggers
            if t.meaning in _HONOURING
            and any(m.clause == t.clause for m in sentence.of(*_WON))
            and not missing(sentence, index, t)
        ),
        None,
    )
    match = cue("group.noun").search(sentence.text) if trigger else None
    if match is None or trigger is None:
        return []
    named = (m.text for s in analysis.sentences for m in s.of("ORGANISATION", "NAME"))
    if any(name.startswith(match["name"]) for name in named):
        return []
    start = sentence.start + match.start("name")
    team = Mention("NAME", start, start + len(match["name"]), match["name"], "group.noun")
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, "group.noun")
    award = next(iter(sentence.of("AWARD")), None)
    return [Finding("recipient", team, index, source, award, next(iter(places(sentence)), None))]
