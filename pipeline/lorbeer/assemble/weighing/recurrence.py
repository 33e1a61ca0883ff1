"""Where names recur that were recognised once: "den Stillen Anker", "Stiller Anker 2024"."""

import re
from collections.abc import Collection, Iterator

from lorbeer.assemble.reading.awards import words
from lorbeer.flow import Analysis, Mention, Sentence

_STRETCH = re.compile(r"[\w&+](?:[^\s\-/]*[\w&+])?")
#: A single word that is shorter is too often part of something else.
_SHORTEST = 5
RULE = "name.recurs"

Name = tuple[str, ...]


def recurrences(names: Collection[Name], analysis: Analysis) -> Iterator[tuple[Name, int, Mention]]:
    """(name, index of the sentence, mention) of all places where a name stands, however inflected.

    Names are given as their words for comparison (`lorbeer.assemble.reading.awards.words`).
    """
    by_first: dict[str, list[Name]] = {}
    for name in names:
        if len(name) > 1 or len(name[0]) >= _SHORTEST:
            by_first.setdefault(name[0], []).append(name)
    for index, sentence in enumerate(analysis.sentences):
        placed = list(_placed(sentence))
        for at, (word, start, _) in enumerate(placed):
            if not sentence.text[start].isupper():
                continue
            for name in by_first.get(word, ()):
                run = placed[at : at + len(name)]
                if tuple(word for word, _, _ in run) == name:
                    yield name, index, _mention(sentence, start, run[-1][2])


def _placed(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(word for comparison, start, end), offsets in the sentence."""
    for match in _STRETCH.finditer(sentence.text):
        found = words(match[0])
        if found:
            yield found[0], *match.span()


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    text = sentence.text[start:end]
    shift = sentence.start
    return Mention("NAME", start + shift, end + shift, text, RULE, canonical=text)
