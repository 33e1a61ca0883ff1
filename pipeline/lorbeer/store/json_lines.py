"""JSON Lines: one release a line."""

from typing import TextIO

from lorbeer.records import Extraction
from lorbeer.store.writer import Writer


class JsonLinesWriter(Writer):
    """Each line reaches the reader of a pipe as soon as its release is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, extraction: Extraction) -> None:
        """Write one line."""
        self._stream.write(extraction.model_dump_json() + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""
