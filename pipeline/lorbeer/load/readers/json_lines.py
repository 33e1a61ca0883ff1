"""JSON Lines: one object a line."""

import json
from collections.abc import Iterator

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.item import Item
from lorbeer.load.rows import Row, releases_of
from lorbeer.load.streams import lines_of, text_of


def read_json_lines(item: Item, fields: Fields) -> Iterator[Release | Unreadable]:
    """A release a line, read as they come; a broken line is an `Unreadable` with its number."""
    return releases_of(_rows(item), item.source, fields)


def _rows(item: Item) -> Iterator[Row | Unreadable]:
    for number, line in enumerate(lines_of(text_of(item.stream, newline="\n")), 1):
        if line.strip():
            yield _row(number, line, item.source)


def _row(number: int, line: str, source: str) -> Row | Unreadable:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        return Unreadable(f"{source}#{number}", f"no valid JSON ({reason}); mend or remove it")
    if not isinstance(values, dict):
        return Unreadable(f"{source}#{number}", "no JSON object; mend or remove it")
    return Row(number, values)
