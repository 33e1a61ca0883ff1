"""One JSON array of all releases, indented for people."""

from typing import TextIO

from lorbeer.records import Extraction
from lorbeer.store.writer import Writer


class JsonArrayWriter(Writer):
    """Holds one release at a time; the array is valid once closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = "[\n"

    def write(self, extraction: Extraction) -> None:
        """Write one element."""
        self._stream.write(self._before + extraction.model_dump_json(indent=2))
        self._before = ",\n"

    def close(self) -> None:
        """End the array."""
        is_empty = self._before == "[\n"
        self._stream.write("[]\n" if is_empty else "\n]\n")
