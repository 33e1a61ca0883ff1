"""Finds where the texts of a tree stand in its source."""

from lxml.html import HtmlElement

from lorbeer.clean.characters import composed, letters_of
from lorbeer.clean.html_tree import text_of
from lorbeer.clean.visible import Visible

_UNMISTAKABLE = 12
"""Letters from which a text is known again wherever it stands; shorter ones must be near."""
_NEAR = 200


class PlaceFinder:
    """Follows a tree through its source: texts must be asked for in the order of the tree."""

    def __init__(self, source: Visible) -> None:
        """Start at the beginning of what a reader sees of the source."""
        self._source = source
        self._cursor = 0

    def find(self, text: str) -> int:
        """The source offset where a text begins; where it is not found, the last one known."""
        if text.isspace():
            return self._source.offset_of_letter(self._cursor)
        letters = letters_of(composed(text))
        reach = None if len(letters) >= _UNMISTAKABLE else self._cursor + _NEAR
        found = self._source.letters.find(letters, self._cursor, reach)
        if found >= 0:
            self._cursor = found + len(letters)
        return self._source.offset_of_letter(found if found >= 0 else self._cursor)

    def pass_over(self, element: HtmlElement) -> int:
        """Leave all text of an element behind; returns where it begins."""
        return self.find(text_of(element))
