"""What can be observed of one mention: in itself, in its sentence, and right beside it."""

import re
from collections.abc import Collection, Iterator

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.flow import Analysis, Mention, Sentence

_LEAD = 4
_EXPRESSIONS = ("RANK", "AWARD", "AWARD_NOUN", "MONEY", "DATE")
#: Characters that may stand before the first name of a line, or behind its last.
_LINE_MARKS = ' "„“”»«›‹*•-.'
_WORD = re.compile(r"[\w-]+")
_OFFICE_REACH = 40


def observe(mention: Mention, index: int, analysis: Analysis) -> Iterator[str]:
    """All that is observed of a mention in the sentence with this index."""
    sentence = analysis.sentences[index]
    yield from _itself(mention, sentence, index)
    yield from _frames(mention, sentence)
    yield from _company(sentence)
    yield from _edges(mention, sentence)


def whole(indices: Collection[int], analysis: Analysis) -> Iterator[str]:
    """What the sentences that name a candidate have in common: their place, and their assertions.

    A cue such as "past" stands in all of them ("always past") or in some.
    """
    if not indices:
        return
    yield f"position {5 * min(indices) // max(1, len(analysis.sentences))}"
    cues = [{name for name, _ in analysis.sentences[index].assertions} for index in indices]
    for name in set().union(*cues):
        yield f"{'always' if all(name in found for found in cues) else 'sometimes'} {name}"


def step(number: float) -> int:
    """A number on a coarse logarithmic scale: 0, 1, 2 to 3 (as 2), 4 to 7 (as 3) and so on."""
    return min(int(number).bit_length(), 6)


def distance(one: Mention, other: Mention) -> int:
    """Characters between two mentions."""
    return max(one.start - other.end, other.start - one.end, 0)


def _itself(mention: Mention, sentence: Sentence, index: int) -> Iterator[str]:
    yield f"label {mention.label}"
    yield f"rule {mention.rule}"
    yield f"function {mention.function or 'open'}"
    yield f"words {min(len(mention.text.split()), 5)}"
    yield f"block {sentence.block.kind}"
    yield f"section {sentence.block.section}"
    if index < _LEAD:
        yield "place lead" if index else "place first"


def _frames(mention: Mention, sentence: Sentence) -> Iterator[str]:
    """Verbs that mean conferring, winning ... in the mention's clause, and elsewhere beside it."""
    own = {t.meaning for t in sentence.triggers if t.clause == mention.clause}
    for meaning in own:
        yield f"verb {meaning}"
        yield f"verb {meaning} {mention.function or 'open'}"
    yield from (f"other-verb {t.meaning}" for t in sentence.triggers if t.meaning not in own)


def _company(sentence: Sentence) -> Iterator[str]:
    """What else stands in the sentence."""
    yield from (f"with {label}" for label in _EXPRESSIONS if sentence.of(label))
    yield from (f"with role {noun.kind.partition('/')[0]}" for noun in sentence.of("ROLE"))
    if cue("signal.speech").search(sentence.text):
        yield "with speech"
    if cue("signal.class").search(sentence.text):
        yield "with class"
    if not sentence.text.rstrip().endswith((".", "!", "?", ":")):
        yield "without stop"


def _edges(mention: Mention, sentence: Sentence) -> Iterator[str]:
    """What stands right before and right behind the mention."""
    before = sentence.text[: mention.start - sentence.start]
    after = sentence.text[mention.end - sentence.start :]
    last = _WORD.findall(before)[-1:]
    yield from (f"word {word.lower()}" for word in last if word.lower() in words("telling_words"))
    if cue("signal.office").search(before[-_OFFICE_REACH:]):
        yield "office before"
    if cue("signal.office").search(after[:_OFFICE_REACH]):
        yield "office behind"
    if not before.strip(_LINE_MARKS):
        yield "opens line"
    if not after.strip(_LINE_MARKS):
        yield "closes line"
    yield from (f"{sign} before" for sign in "(:" if before.rstrip().endswith(sign))
    yield from (f"{sign} behind" for sign in "(:," if after.lstrip(' "“”»«›‹*').startswith(sign))
    if cue("signal.dash").match(after):
        yield "dash behind"
