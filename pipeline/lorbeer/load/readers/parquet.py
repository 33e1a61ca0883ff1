"""Parquet: a release a row, read a few rows at a time."""

from collections.abc import Iterator

import pyarrow
from pyarrow.parquet import ParquetFile

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields, lacking, usual_names
from lorbeer.load.item import Item, ReadError
from lorbeer.load.rows import Row, releases_of
from lorbeer.load.streams import rewindable

_ROWS = 256
"""Rows in memory at a time."""


def read_parquet(item: Item, fields: Fields) -> Iterator[Release | Unreadable]:
    """A release a row, numbered from 1; only the columns that are needed are read."""
    return releases_of(_rows(item, fields), item.source, fields)


def _rows(item: Item, fields: Fields) -> Iterator[Row]:
    number = 0
    try:
        file = ParquetFile(rewindable(item.stream))
        columns = _columns(file.schema_arrow.names, fields)
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for values in batch.to_pylist():
                number += 1
                yield Row(number, values)
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        where = f"after row {number}" if number else "at its beginning or end"
        raise ReadError(f"a broken or cut off Parquet file, {where}; get it again") from error


def _columns(names: list[str], fields: Fields) -> list[str]:
    """The columns that may be needed; `ReadError` if there is none with a text."""
    paths = [path for path in (fields.text, fields.id, fields.date) if path]
    named = {*paths, *(path.partition(".")[0] for path in paths)}
    meanings = ("text", "id", "date", "title", "subtitle", "url", "publisher")
    usual = {name for meaning in meanings for name in usual_names(meaning)}
    texts = {fields.text, fields.text.partition(".")[0]} if fields.text else usual_names("text")
    if not any((name if fields.text else name.lower()) in texts for name in names):
        raise ReadError(lacking("text", fields.text, names))
    return [name for name in names if name in named or name.lower() in usual]
