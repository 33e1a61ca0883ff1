"""Extractions kept in memory, in the order in which they came."""

from lorbeer.records import Extraction
from lorbeer.store.writer import Writer


class MemoryWriter(Writer):
    """Keeps everything it is given in `extractions`."""

    def __init__(self) -> None:
        self.extractions: list[Extraction] = []

    def write(self, extraction: Extraction) -> None:
        """Keep one extraction."""
        self.extractions.append(extraction)

    def close(self) -> None:
        """Nothing is left to do; what was kept stays."""
