"""The visible characters of a source, each with its offset."""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lorbeer.clean.characters import LETTERS, composed, is_composed

_ENTITY = r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?"
#: Tags, with the white space between one and the next.
_TAG = (
    r"(?:(?:<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)"
    r"|<[!/]?[A-Za-z](?!\w*://)(?![^<>\s]*@)(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^'\">])*+"
    r"(?:>|\Z))(?:\s+(?=<))?)+"
)
#: The same amid prose, where a "<" may stand for itself and a tag is short.
_TAG_IN_PROSE = (
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)"
    r"|<[!/]?[A-Za-z](?!\w*://)(?![^<>\s]*@)"
    r"(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'|[^'\">]){0,2000}+>"
)
#: Images, and the targets of links and references.
_TARGET = (
    r"!\[[^\]]{0,2000}\]\([^)]{0,2000}\)"
    r"|(?<=\])\([^)\s]{0,2000}(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|(?<=\])\[[^\]]*\]"
)

_MARKUPS = {
    "text": re.compile(rf"(?P<entity>{_ENTITY})"),
    "html": re.compile(rf"{_TAG}|(?P<entity>{_ENTITY})", re.DOTALL),
    "markdown": re.compile(rf"{_TAG_IN_PROSE}|{_TARGET}|(?P<entity>{_ENTITY})", re.DOTALL),
}


_SPACE = re.compile(r"[^\S ]")
#: A character with the accents that follow it.
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")


@dataclass(frozen=True)
class Visible:
    """Visible characters with their source offsets; `letters` are those that are alphanumeric.

    `places[i]` is the position of `letters[i]` in `characters`.
    """

    characters: str
    offsets: list[int]
    letters: str
    places: list[int]

    def offset_of_letter(self, number: int) -> int:
        """Source offset of a letter; of the last one, if there are not so many, 0 if none."""
        if not self.places:
            return 0
        return self.offsets[self.places[min(number, len(self.places) - 1)]]

    def first_letter_from(self, offset: int) -> int:
        """Position in `letters` of the first one at or after a source offset."""
        return bisect_left(self.places, bisect_left(self.offsets, offset))


def visible(source: str, markup: str) -> Visible:
    """What a reader of `source` sees; `markup` is a `flow.Markup`."""
    offsets: list[int] = []
    characters = _SPACE.sub(" ", "".join(_pieces(source, _MARKUPS[markup], offsets)))
    runs = list(LETTERS.finditer(characters))
    places = list(chain.from_iterable(range(*run.span()) for run in runs))
    return Visible(characters, offsets, "".join(run[0] for run in runs), places)


def _pieces(source: str, markup: re.Pattern[str], offsets: list[int]) -> Iterator[str]:
    """Stretches of visible text; fills `offsets` with those of their characters."""
    literal = _plain if is_composed(source) else _composed
    at = 0
    for match in markup.finditer(source):
        start, end = match.span()
        if at < start:
            yield literal(source, at, start, offsets)
        if match.lastgroup == "entity":
            character = html.unescape(match[0])
            if character == match[0]:  # the ampersand of a name or an address
                yield literal(source, start, end, offsets)
            else:
                offsets.extend([start] * len(character))
                yield character
        at = end
    yield literal(source, at, len(source), offsets)


def _plain(source: str, start: int, end: int, offsets: list[int]) -> str:
    offsets.extend(range(start, end))
    return source[start:end]


def _composed(source: str, start: int, end: int, offsets: list[int]) -> str:
    pieces = []
    for cluster in _CLUSTER.finditer(source, start, end):
        pieces.append(composed(cluster[0]))
        offsets.extend([cluster.start()] * len(pieces[-1]))
    return "".join(pieces)
