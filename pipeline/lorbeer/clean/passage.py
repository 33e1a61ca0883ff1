"""What the readers hand on: passages in the order of the source."""

from dataclasses import dataclass

from lorbeer.flow import BlockKind


@dataclass(frozen=True)
class Passage:
    """A future block: its clean text on one line, and the source offset where it may begin.

    `at` is a lower bound, not exact: the text stands at or after it.
    """

    kind: BlockKind
    text: str
    at: int
    level: int = 0
