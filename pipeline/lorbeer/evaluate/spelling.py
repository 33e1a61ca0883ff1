"""When two spellings name the same thing."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

Words = tuple[str, ...]

_SEPARATORS = re.compile(r"[-\u2010-\u2015/]")
_NOISE = re.compile(r"[^\w&+ ]")
#: Shorter words are left alone: their endings mostly belong to the stem.
_SHORTEST_INFLECTED = 6


def _lines(name: str) -> tuple[str, ...]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


_IGNORED = frozenset(_lines("ignored_words.txt"))
_ENDINGS = _lines("endings.txt")


@lru_cache(maxsize=100_000)
def words(spelling: str) -> Words:
    """The words that count: case, quotes, hyphens, articles, titles and endings are gone."""
    folded = unicodedata.normalize("NFKC", spelling).casefold()
    plain = _NOISE.sub("", _SEPARATORS.sub(" ", folded))
    return tuple(_stem(word) for word in plain.split() if word not in _IGNORED)


def same(one: str, other: str, *, strict: bool) -> bool:
    """True if the words are equal or, unless strict, one spelling holds the other.

    To hold it means: word for word in one piece, and at most twice as long.
    """
    left, right = words(one), words(other)
    return left == right or (not strict and (_holds(left, right) or _holds(right, left)))


def _stem(word: str) -> str:
    if len(word) < _SHORTEST_INFLECTED:
        return word
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return word.removesuffix(ending)


def _holds(whole: Words, part: Words) -> bool:
    if not part or not len(part) <= len(whole) <= 2 * len(part):
        return False
    starts = range(len(whole) - len(part) + 1)
    return any(whole[start : start + len(part)] == part for start in starts)
