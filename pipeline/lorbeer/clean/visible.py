"""The visible characters of a source, each with its offset."""

import html
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_ENTITY = r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?"
_TAG = (
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>"
    r"|<[!/]?[A-Za-z](?!\w*://)(?![^<>\s]*@)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
)
#: Images, and the targets of links and references.
_TARGET = (
    r"!\[[^\]]*\]\([^)]*\)"
    r"|(?<=\])\([^)\s]*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|(?<=\])\[[^\]]*\]"
)

_MARKUPS = {
    "text": re.compile(rf"(?P<entity>{_ENTITY})"),
    "html": re.compile(rf"{_TAG}|(?P<entity>{_ENTITY})", re.DOTALL),
    "markdown": re.compile(rf"{_TAG}|{_TARGET}|(?P<entity>{_ENTITY})", re.DOTALL),
}


_SPACE = re.compile(r"\s")
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

    def first_letter_from(self, offset: int) -> int:
        """Position in `letters` of the first one at or after a source offset."""
        return bisect_left(self.places, bisect_left(self.offsets, offset))


def visible(source: str, markup: str) -> Visible:
    """What a reader of `source` sees; `markup` is a `flow.Markup`."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _MARKUPS[markup].finditer(source):
        _add_literal(source, at, match.start(), pieces, offsets)
        entity = match["entity"]
        character = html.unescape(entity) if entity else ""
        if entity and character == entity:  # the ampersand of a name or an address
            _add_literal(source, match.start(), match.end(), pieces, offsets)
        else:
            pieces.append(character)
            offsets.extend([match.start()] * len(character))
        at = match.end()
    _add_literal(source, at, len(source), pieces, offsets)
    characters = _SPACE.sub(" ", "".join(pieces))
    places = [place for place, char in enumerate(characters) if char.isalnum()]
    return Visible(characters, offsets, "".join(characters[place] for place in places), places)


def _add_literal(source: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    text = source[start:end]
    if unicodedata.is_normalized("NFC", text):
        pieces.append(text)
        offsets.extend(range(start, end))
        return
    for cluster in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", cluster[0])
        pieces.append(composed)
        offsets.extend([start + cluster.start()] * len(composed))
