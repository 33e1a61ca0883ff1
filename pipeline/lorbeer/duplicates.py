"""Copies of one release, as several sites publish it, recognised in one run."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from lorbeer.flow import Text

_LEAST_SIMILAR = 0.8
"""Jaccard similarity of the sets of three words that makes two releases comparable.

Measured on the 72 releases of `corpus/` (235 words each on average). Of 216 copies on pages with
navigation and with other typography, all are found, 202 with one sentence cut, 165 with two and 102
with three; with five words instead of three, 197, 137 and 78. Where navigation stays in the clean
text at both ends, it is 134, 127, 86 and 52. Similarity cannot tell facts: it passes 171 of 174
texts with one other winner and 180 of 180 with other years. That no word is replaced can: of these
and of 341 texts with all winners or dates changed, none is taken for a copy.
"""
_SHINGLE = 3
_PERMUTATIONS = 64
_BANDS = 16
"""Bands of four values: of the pairs that are similar to 0.8, one in 5000 is overlooked."""
_SEED = 1
_LEAST_WORDS = 30
"""Words below which a release is compared with its title, and only for being the same."""
_MOST_WORDS = 2000
"""Words above which releases are compared only for being the same: the word by word comparison of
two tables of results with 1000 words takes 0.1 s, with 2000 words 0.6 s, with 8000 words 37 s."""
_ASIDE = frozenset({"title", "about", "contact"})
_WORD = re.compile(r"\w+")
#: `Talheim, den 12. Mai 2024. `: every site sets its own.
_DATELINE = re.compile(
    r"(?:[A-ZÄÖÜ(]\S*\s+){0,4}(?:(?:den|vom|am)\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{4}\W*"
)


@dataclass(frozen=True)
class Original:
    """A release that was read before; `words` are 4-byte hashes of the words of its body."""

    id: str
    source: str
    words: Sequence[int]


class Originals:
    """The releases read so far; each takes 3.5 kB for 250 words, 4 bytes a further word."""

    def __init__(self) -> None:
        self._known: list[Original] = []
        self._exact: dict[bytes, Original] = {}
        self._similar = RMinHashLSH(_LEAST_SIMILAR, _PERMUTATIONS, _BANDS)

    def find_or_add(self, text: Text, id: str, source: str) -> Original | None:
        """The release of which `text` is a copy; None for a new one, which is remembered.

        A copy has the words of its original in their order, but for some that are left out or
        added. Where words are replaced, names and years are: that is another release of the same
        template. `id` and `source` are those of the release to which the text belongs.
        """
        words = _words(_body(text))
        is_comparable = _LEAST_WORDS <= len(words) <= _MOST_WORDS
        if len(words) < _LEAST_WORDS:
            words = _words(map(text.of, text.blocks))
        new = Original(id, source, array("I", (crc32(word.encode()) for word in words)))
        digest = sha256(" ".join(words).encode()).digest()[:16]
        if not words or digest in self._exact:
            return self._exact.get(digest)
        original = self._find_or_add_similar(words, new) if is_comparable else None
        self._exact[digest] = original or new
        return original

    def _find_or_add_similar(self, words: list[str], new: Original) -> Original | None:
        shingles = [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
        (signature,) = RMinHash.from_token_sets([shingles], _PERMUTATIONS, _SEED)
        candidates: list[int] = sorted(self._similar.query(signature))
        for number in candidates:
            if _is_copy(new.words, self._known[number].words):
                return self._known[number]
        self._similar.insert(len(self._known), signature)
        self._known.append(new)
        return None


def _body(text: Text) -> list[str]:
    """The lines that tell the news, without a dateline."""
    lines = [text.of(block) for block in text.blocks if block.section not in _ASIDE]
    if lines and (dateline := _DATELINE.match(lines[0])):
        lines[0] = lines[0][dateline.end() :]
    return lines


def _words(lines: Iterable[str]) -> list[str]:
    """Words without case, punctuation and variants of characters."""
    return _WORD.findall(unicodedata.normalize("NFKC", " ".join(lines)).casefold())


def _is_copy(one: Sequence[int], other: Sequence[int]) -> bool:
    if _similarity(_shingles(one), _shingles(other)) < _LEAST_SIMILAR:
        return False
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return all(change != "replace" for change, *_ in changes)


def _shingles(words: Sequence[int]) -> set[tuple[int, ...]]:
    return set(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


def _similarity(one: set[tuple[int, ...]], other: set[tuple[int, ...]]) -> float:
    return len(one & other) / len(one | other)
