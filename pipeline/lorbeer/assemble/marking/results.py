"""Contests that only the line above their results names: "Rhein im Licht: die Ergebnisse"."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.award_heads import is_generic, is_other_occasion
from de_lorbeer.cues import cue
from lorbeer.assemble.marking.mentions import with_more
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence

RULE = "award.results"
_PARTIES = frozenset({"PERSON", "ORGANISATION", "PLACE"})
#: Title and the line below it.
_LEAD = 2


def with_results(analysis: Analysis) -> Analysis:
    """The analysis with contests marked that the title, or the head of a list of results, names."""
    sentences = (
        with_more(sentence, list(_contests(sentence, index, analysis)))
        for index, sentence in enumerate(analysis.sentences)
    )
    return replace(analysis, sentences=tuple(sentences))


def _contests(sentence: Sentence, index: int, analysis: Analysis) -> Iterator[Mention]:
    is_line = sentence.block.kind in HEADLINES or sentence.text == analysis.text.of(sentence.block)
    patterns = [cue("results.above")] if index < _LEAD and is_line else []
    patterns += [cue("results.of")] if is_line or sentence.start == sentence.block.start else []
    for pattern in patterns:
        match = pattern.match(sentence.text)
        if match is not None:
            name = match["name"]
            start, end = (sentence.start + offset for offset in match.span("name"))
            if _is_contest(name, start, end, sentence):
                yield Mention("AWARD", start, end, name, RULE, "", 0, "competition", name)


def _is_contest(name: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a name may be a contest's: no award told already, no party, no vote or survey."""
    is_other = is_generic(name.split()[-1]) or is_other_occasion(name)
    return not is_other and not any(
        m.start < end
        and start < m.end
        and (m.label == "AWARD" or (m.label in _PARTIES and m.start <= start and end <= m.end))
        for m in sentence.mentions
    )
