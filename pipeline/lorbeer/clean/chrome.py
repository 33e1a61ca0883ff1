"""Lines of the page's own, such as "Weiterlesen", which no selector finds."""

from collections.abc import Iterable

from lorbeer.clean.characters import letters_of
from lorbeer.clean.data import entries
from lorbeer.clean.passage import Passage


def without_chrome(passages: Iterable[Passage]) -> list[Passage]:
    """The passages without those that are nothing but a button or a link of the page."""
    known = {letters_of(line) for line in entries("chrome_lines.txt")}
    return [
        passage
        for passage in passages
        if passage.kind == "heading" or letters_of(passage.text).casefold() not in known
    ]
