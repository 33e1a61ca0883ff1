"""Honours for long membership that no pin names: "für 40 Jahre Mitgliedschaft geehrt"."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.marking.mentions import with_more
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.flow import Analysis, Mention, Sentence

RULE = "award.jubilee"
#: One name for all of a release, however its sentences put it.
_NAME = "Ehrung langjähriger Mitglieder"


def with_jubilees(analysis: Analysis) -> Analysis:
    """The analysis with the honour for long membership, if it names no award."""
    if any(sentence.of("AWARD") for sentence in analysis.sentences):
        return analysis
    sentences = (with_more(sentence, list(_jubilees(sentence))) for sentence in analysis.sentences)
    return replace(analysis, sentences=tuple(sentences))


def _jubilees(sentence: Sentence) -> Iterator[Mention]:
    """What long members are honoured for, where a sentence says that they are."""
    if is_weak(sentence) or not cue("jubilee.honoured").search(sentence.text):
        return
    for match in cue(RULE).finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        clause = next((t.clause for t in sentence.triggers), 0)
        yield Mention("AWARD", start, end, match[0], RULE, "", clause, "membership", _NAME)
