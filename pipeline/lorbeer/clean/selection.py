"""What trafilatura takes for the main text of a page."""

import logging
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from lorbeer.clean.characters import letters_of

# It calls pages with little in them errors.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_UNMISTAKABLE = 12
"""Letters from which a passage is known again inside a longer line."""


@dataclass(frozen=True)
class Selection:
    """The letters of the selected lines, each on its own and all together."""

    lines: frozenset[str]
    letters: str

    @classmethod
    def of(cls, page: HtmlElement) -> "Selection":
        """Its selection by the quick way, which favours recall: the rest is sorted out here."""
        document = bare_extraction(
            deepcopy(page), fast=True, favor_recall=True, include_comments=False
        )
        text = document.text if isinstance(document, Document) and document.text else ""
        lines = [letters_of(line) for line in text.split("\n")]
        return cls(frozenset(lines), "".join(lines))

    def holds(self, text: str) -> bool:
        """Whether a passage is part of the selection."""
        letters = letters_of(text)
        return letters in self.lines or (len(letters) >= _UNMISTAKABLE and letters in self.letters)
