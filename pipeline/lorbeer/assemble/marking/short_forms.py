"""Where awards are named again: by their whole name, and by short forms and second names that
brackets introduce: "Landesmeisterschaft [LM]".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.party_register import abbreviates
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

_LABELS = frozenset({"ORGANISATION", "NAME", "PERSON", "PLACE", "QUOTED"})
#: Rules that tell an award by what stands around it, and not by its name.
_TITLES = frozenset({"award.conferred-title", "award.borne-title"})
_TOLD = frozenset({"award.endowed", "award.conferred", "award.of-stage", "award.apposed"})
_BY_CONTEXT = _TITLES | _TOLD | {"award.emblem", "award.results"}


def with_repeated_names(analysis: Analysis) -> Analysis:
    """The analysis with names that only their context makes awards, wherever they recur."""
    told = {
        award.text: award
        for sentence in analysis.sentences
        for award in sentence.of("AWARD")
        if award.rule in _BY_CONTEXT and (" " in award.text or award.rule not in _TITLES)
    }
    return _with(told, "award.recurs", analysis)


def with_short_forms(analysis: Analysis) -> Analysis:
    """The analysis with every short form of an award marked as that award, wherever it recurs."""
    return _with(dict(_introductions(analysis)), "award.short-form", analysis)


def _with(introduced: Mapping[str, Mention], rule: str, analysis: Analysis) -> Analysis:
    if not introduced:
        return analysis
    sentences = tuple(_marked(sentence, introduced, rule) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _introductions(analysis: Analysis) -> Iterator[tuple[str, Mention]]:
    """(short form, the award in front of its brackets)."""
    for sentence in analysis.sentences:
        for award in sentence.of("AWARD"):
            match = cue("award.alias").match(sentence.text, award.end - sentence.start)
            if match is None:
                continue
            if match["short"] and _is_of_award(match["short"], award):
                yield match["short"], award
            elif match["quoted"]:
                yield match["quoted"], award


def _is_of_award(short: str, award: Mention) -> bool:
    """Whether a short form is the award's, and not the giver's in "Preis der Stiftung Bau (SB)"."""
    giver = cue("award.giver-part").search(award.text)
    return abbreviates(short, award.text) and not (giver and abbreviates(short, giver["giver"]))


def _marked(sentence: Sentence, introduced: Mapping[str, Mention], rule: str) -> Sentence:
    awards = sentence.of("AWARD")
    found = [
        replace(
            award,
            start=sentence.start + match.start(),
            end=sentence.start + match.end(),
            text=short,
            rule=rule,
            function="",
            clause=_clause(sentence.start + match.start(), sentence),
        )
        for short, award in introduced.items()
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", sentence.text)
    ]
    new = [m for m in found if not any(a.start < m.end and m.start < a.end for a in awards)]
    if not new:
        return sentence
    kept = [
        m
        for m in sentence.mentions
        if m.label not in _LABELS or not any(n.start <= m.start and m.end <= n.end for n in new)
    ]
    return replace(sentence, mentions=tuple(sorted([*kept, *new], key=lambda m: (m.start, -m.end))))


def _clause(position: int, sentence: Sentence) -> int:
    """The clause of the mention or verb nearest to a position."""
    marks: list[Mention | Trigger] = [*sentence.mentions, *sentence.triggers]
    return min(marks, key=lambda m: abs(m.start - position)).clause if marks else 0
