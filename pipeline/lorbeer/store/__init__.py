"""Stage: extractions into files and databases."""

from collections.abc import Callable, Mapping
from typing import TextIO

from lorbeer.store.csv_rows import CsvWriter
from lorbeer.store.json_array import JsonArrayWriter
from lorbeer.store.json_lines import JsonLinesWriter
from lorbeer.store.memory import MemoryWriter
from lorbeer.store.writer import StoreError, Writer

__all__ = ["FORMATS", "MemoryWriter", "StoreError", "Writer", "open_database", "open_writer"]

_WRITERS: Mapping[str, Callable[[TextIO], Writer]] = {
    "jsonl": JsonLinesWriter,
    "json": JsonArrayWriter,
    "csv": CsvWriter,
}
FORMATS = tuple(_WRITERS)


def open_writer(format: str, stream: TextIO) -> Writer:
    """A writer of `jsonl`, `json` or `csv` into an open text stream (for csv: newline="")."""
    if format not in _WRITERS:
        raise StoreError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    return _WRITERS[format](stream)


def open_database(url: str) -> Writer:
    """A writer into the database at a SQLAlchemy URL such as `sqlite:///awards.db`."""
    # Imported late: SQLAlchemy takes most of a second, and only databases need it.
    from lorbeer.store.database import DatabaseWriter

    return DatabaseWriter(url)
