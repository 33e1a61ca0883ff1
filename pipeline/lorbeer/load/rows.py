"""Rows of tables and JSON as releases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields, lacking, paths_in, value_of
from lorbeer.load.item import ReadError, one_line, whole_characters
from lorbeer.load.making import make_release

_PATIENCE = 100
"""Rows without a text after which a table without any is given up."""
_NO_ROW = "no row in this table; give one with releases"


@dataclass(frozen=True)
class Row:
    """A row and its number, counted from 1, in its table."""

    number: int
    values: Mapping[str, Any]


def releases_of(
    rows: Iterable[Row | Unreadable], source: str, fields: Fields
) -> Iterator[Release | Unreadable]:
    """The releases in the rows of a table.

    A row without a text is an `Unreadable`; a table without any is one, not one a row
    (`ReadError`).
    """
    empty: list[Unreadable] = []
    has_text = seen = False
    for row in rows:
        seen = True
        found = row if isinstance(row, Unreadable) else _read(row, source, fields)
        if isinstance(row, Row) and isinstance(found, Unreadable) and not has_text:
            empty.append(found)
            if len(empty) == _PATIENCE:
                break
            continue
        if isinstance(found, Release) and not has_text:
            has_text = True
            yield from empty
        yield found
    if not has_text and (empty or not seen):
        raise ReadError(empty[0].problem if empty else _NO_ROW)


def _read(row: Row, source: str, fields: Fields) -> Release | Unreadable:
    key = value_of(row.values, "id", fields.id)
    name = f"{source}#{row.number if key in (None, '') else one_line(key)}"
    text = value_of(row.values, "text", fields.text)
    if text is None:
        return Unreadable(name, lacking("text", fields.text, paths_in(row.values)))
    if fields.id and key is None:
        return Unreadable(name, lacking("id", fields.id, paths_in(row.values)))
    if not isinstance(text, str) or not text.strip():
        return Unreadable(name, "its text is empty or no text; name another with --text-field")
    url = value_of(row.values, "url")
    return make_release(
        name,
        whole_characters(text),
        url=url if url and isinstance(url, str) else None,
        metadata=_metadata(row.values, fields),
    )


def _metadata(values: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    """What a row says about its release, under the names that front matter has."""
    found = {name: value_of(values, name) for name in ("title", "subtitle", "publisher")}
    found["date"] = value_of(values, "date", fields.date)
    return {name: _plain(value) for name, value in found.items() if value}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return whole_characters(value)
    return value if isinstance(value, date | list | Mapping) else str(value)
