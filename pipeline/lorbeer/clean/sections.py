"""Which part of the release each passage belongs to."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lorbeer.clean.data import entries
from lorbeer.clean.passage import Passage
from lorbeer.records import SectionKind

_LONGEST = 80
"""Characters up to which a line may open a section."""
_BY_KIND: dict[str, SectionKind] = {"item": "list", "row": "table", "quote": "quote"}


def sections_of(passages: Iterable[Passage]) -> Iterator[SectionKind]:
    """The section of each passage, in order.

    A heading like `Über X` or `Pressekontakt` opens a section that lasts until the next heading;
    elsewhere the kind of the passage decides.
    """
    current: SectionKind | None = None
    is_brief = False
    for passage in passages:
        opened = _opened_by(passage)
        if opened or passage.kind == "heading":
            current = opened
            # "Kontakt: Max Muster" opens no more than the short lines that follow it.
            is_brief = passage.kind != "heading" and not passage.text.endswith(":")
        elif is_brief and len(passage.text) > _LONGEST:
            current = None
        yield current or _BY_KIND.get(passage.kind, "body")


def _opened_by(passage: Passage) -> SectionKind | None:
    """The section that a heading, a short line or the words before a colon open."""
    if passage.kind in ("item", "row", "quote"):
        return None
    line, colon, _ = passage.text.partition(":")
    is_line = len(passage.text) <= _LONGEST and not passage.text.endswith((".", "!", "?"))
    if not (passage.kind == "heading" or colon or is_line) or len(line) > _LONGEST:
        return None
    return next((section for section, opening in _openings() if opening.fullmatch(line)), None)


@cache
def _openings() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    pairs = (entry.split(maxsplit=1) for entry in entries("sections.txt"))
    return tuple((_section(name), re.compile(pattern, re.IGNORECASE)) for name, pattern in pairs)


def _section(name: str) -> SectionKind:
    return "about" if name == "about" else "contact"
