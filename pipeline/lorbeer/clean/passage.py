"""What the readers hand on: passages in the order of the source."""

from dataclasses import dataclass

from lorbeer.flow import BlockKind


@dataclass(frozen=True)
class Passage:
    """A future block: its clean text on one line, and the source offset where it may begin.

    `at` is a lower bound, not exact: the text stands at or after it. `added`: how many characters
    it begins with that are not in the source, such as the number of a list item.
    """

    kind: BlockKind
    text: str
    at: int
    level: int = 0
    added: int = 0
