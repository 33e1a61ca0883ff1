"""Sentences of a release's text, shown around a passage or a spelling."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

#: After a digit, a title or a word of up to three letters, a full stop mostly ends no sentence.
_BOUNDARY = re.compile(
    r"(?:(?<=[^\W\d]{4}[.!?])(?<!Prof\.)|(?<=[!?»“\"][.!?])|(?<=[.!?][»“\"]))\s+(?![a-zäöüß])"
)
_LONGEST = 300
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Excerpt:
    """A sentence in which `text[start:end]` is the passage that matters."""

    text: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the passage, the passage, and what follows."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def around(text: str, start: int, end: int) -> Excerpt:
    """The sentence around `text[start:end]`, within its line, cut where it is very long."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    bounds = [found.end() for found in _BOUNDARY.finditer(text, line, line_end)]
    first = max((bound for bound in bounds if bound <= start), default=line)
    last = min((bound for bound in bounds if bound >= end), default=line_end)
    return _cut(text[first:last].rstrip(), start - first, end - first)


def where_it_stands(text: str, spellings: Iterable[str]) -> Excerpt | None:
    """The sentence in which the first of the spellings stands that stands anywhere at all.

    Case, line ends and the kind of hyphen make no difference; it must begin where a word does.
    """
    found = (_pattern(spelling).search(text) for spelling in spellings)
    first = next((match for match in found if match), None)
    return around(text, *first.span()) if first else None


def _pattern(spelling: str) -> re.Pattern[str]:
    words = (re.escape(word) for word in re.split(r"[\s\u2010-\u2015-]+", spelling) if word)
    return re.compile(r"(?<!\w)" + r"[\s\u2010-\u2015-]+".join(words), re.IGNORECASE)


def _cut(sentence: str, start: int, end: int) -> Excerpt:
    """At most so many characters, on whole words, with the passage in the middle."""
    room = max(_LONGEST - (end - start), 0) // 2
    first = 0 if start <= room else sentence.find(" ", start - room, start) + 1 or start
    last = len(sentence) if len(sentence) - end <= room else sentence.rfind(" ", end, end + room)
    last = max(last, end)
    left, right = "… " if first else "", " …" if last < len(sentence) else ""
    pieces = [_SPACE.sub(" ", piece) for piece in _pieces(sentence, first, start, end, last)]
    offset = len(left) + len(pieces[0])
    return Excerpt(left + "".join(pieces) + right, offset, offset + len(pieces[1]))


def _pieces(sentence: str, *cuts: int) -> Iterable[str]:
    return (sentence[one:other] for one, other in pairwise(cuts))
