"""Short forms and second names of awards, introduced in brackets: "Landesmeisterschaft [LM]"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.party_register import abbreviates
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

_LABELS = frozenset({"ORGANISATION", "NAME", "PERSON", "PLACE", "QUOTED"})


def with_short_forms(analysis: Analysis) -> Analysis:
    """The analysis with every short form of an award marked as that award, wherever it recurs."""
    introduced = dict(_introductions(analysis))
    if not introduced:
        return analysis
    sentences = tuple(_marked(sentence, introduced) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _introductions(analysis: Analysis) -> Iterator[tuple[str, Mention]]:
    """(short form, the award in front of its brackets)."""
    for sentence in analysis.sentences:
        for award in sentence.of("AWARD"):
            match = cue("award.alias").match(sentence.text, award.end - sentence.start)
            if match is None:
                continue
            if match["short"] and abbreviates(match["short"], award.text):
                yield match["short"], award
            elif match["quoted"]:
                yield match["quoted"], award


def _marked(sentence: Sentence, introduced: dict[str, Mention]) -> Sentence:
    awards = sentence.of("AWARD")
    found = [
        replace(
            award,
            start=sentence.start + match.start(),
            end=sentence.start + match.end(),
            text=short,
            rule="award.short-form",
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
