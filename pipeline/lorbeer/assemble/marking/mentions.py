"""Sentences with names marked that they did not have before."""

from collections.abc import Sequence
from dataclasses import replace

from lorbeer.flow import Mention, Sentence


def with_more(sentence: Sentence, new: Sequence[Mention]) -> Sentence:
    """The sentence with more mentions, beside those that it has."""
    if not new:
        return sentence
    mentions = sorted([*sentence.mentions, *new], key=lambda m: (m.start, -m.end))
    return replace(sentence, mentions=tuple(mentions))


def with_name(sentence: Sentence, name: Mention) -> Sentence:
    """The sentence with a mention in place of all those inside it."""
    kept = [m for m in sentence.mentions if not (name.start <= m.start and m.end <= name.end)]
    return with_more(replace(sentence, mentions=tuple(kept)), [name])
