"""Awards that a sentence leaves out because the ones above named them: "Er ging an Anna Moll", "Mit
ihr wurde Jan Holt geehrt".
"""

from collections.abc import Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.flow import Analysis, Sentence, Trigger

#: So many sentences above may name the award; so many if who is honoured refers to others.
_REACH, _FAR = 2, 8
_NAMED = ("AWARD", "AWARD_NOUN", "RANK")
#: What of a frame's needs a sentence above may meet.
_MET = frozenset({"award", "title"})
#: How sentences refer to an award above, how far, and the meanings of verbs that take it so.
_REFERENCES = (
    ("understood.pronoun", _REACH, frozenset({"confer", "receive", "win"})),
    ("understood.fellows", _FAR, frozenset({"confer", "receive", "nominate"})),
    ("understood.also", _REACH, frozenset({"confer", "nominate"})),
    ("understood.honoured", _FAR, frozenset({"confer", "nominate"})),
    ("understood.class", _REACH, frozenset({"win"})),
)


def with_understood_awards(analysis: Analysis) -> Analysis:
    """The analysis with verbs that need no award beside them where the one above is meant."""
    sentences = list(analysis.sentences)
    for index, sentence in enumerate(sentences):
        meanings = _meanings(sentences, index)
        if meanings:
            triggers = tuple(_met(trigger, meanings) for trigger in sentence.triggers)
            sentences[index] = replace(sentence, triggers=triggers)
    return replace(analysis, sentences=tuple(sentences))


def _meanings(sentences: Sequence[Sentence], index: int) -> frozenset[str]:
    """The meanings of verbs beside which a sentence without an award refers to one above."""
    sentence = sentences[index]
    if sentence.of(*_NAMED) or not sentence.triggers:
        return frozenset()
    found = (
        meanings
        for cue_id, reach, meanings in _REFERENCES
        if cue(cue_id).search(sentence.text.strip()) and _is_told_above(sentences, index, reach)
    )
    return frozenset().union(*found)


def _is_told_above(sentences: Sequence[Sentence], index: int, reach: int) -> bool:
    """Whether the award is told of close above: in the block, right above it, or far above."""
    sentence = sentences[index]
    above = sentences[max(0, index - reach) : index]
    near = [s for s in above if s.block == sentence.block or reach == _FAR] or above[-1:]
    return any(s.of(*_NAMED) and not is_weak(s) for s in near)


def _met(trigger: Trigger, meanings: frozenset[str]) -> Trigger:
    return replace(trigger, needs=trigger.needs - _MET) if trigger.meaning in meanings else trigger
