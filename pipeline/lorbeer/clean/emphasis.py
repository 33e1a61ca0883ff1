"""What a source sets apart amid its lines, as in bold or italics: names, often."""

import re
from collections.abc import Iterator, Sequence

from lorbeer.flow import Markup

_MARKUPS = {
    "markdown": re.compile(
        r"(?<![\w*_\\])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>[^*_\n]{3,80})(?<!\s)(?P=mark)(?![*_])"
    ),
    "html": re.compile(
        r"<(?P<mark>em|i|b|strong|cite)(?:\s[^<>]{0,200})?>\s{0,9}(?P<words>[^<>\s][^<>]{2,80})</(?P=mark)>"
    ),
}


def emphasised(content: str, markup: Markup, origins: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(start, end) in the clean text of each stretch that its source emphasises.

    `origins` are the offsets in `content` of the characters of the clean text.
    """
    if markup not in _MARKUPS:
        return
    places = {origin: place for place, origin in enumerate(origins)}
    for match in _MARKUPS[markup].finditer(content):
        start, end = match.span("words")
        last = start + len(content[start:end].rstrip()) - 1
        if start in places and last in places and places[start] < places[last]:
            yield places[start], places[last] + 1
