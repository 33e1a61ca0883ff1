"""JSON: an array of objects, read as they come, or one object."""

import json
from collections.abc import Iterator
from typing import TextIO

import ijson

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields, value_of
from lorbeer.load.decoding import as_text
from lorbeer.load.item import Item, ReadError
from lorbeer.load.rows import Row, releases_of
from lorbeer.load.streams import LARGEST, head_of, text_of

_PIECE = 8 * 1024
"""Characters that are parsed at a time."""
_DEEPEST = 10_000
"""Open brackets at the end of a piece; the parser's stack overflows at nine times as many."""


class _Bounded:
    """A text as the bytes that ijson wants; `ReadError` if one element takes too many."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.restart()

    def restart(self) -> None:
        """Begins to count for another element."""
        self._left = LARGEST
        self._depth = 0

    def read(self, size: int) -> bytes:
        """The next `size` characters."""
        data = self._text.read(size).encode()
        self._left -= len(data)
        self._depth += sum(map(data.count, (b"[", b"{"))) - sum(map(data.count, (b"]", b"}")))
        if self._left < 0 or self._depth > _DEEPEST:
            raise ReadError(
                f"a value larger than {LARGEST >> 20} MB or nested without end; mend it"
            )
        return data


def read_json(item: Item, fields: Fields) -> Iterator[Release | Unreadable]:
    """A release an element of an array, or the one that an object is.

    Of an object without a text, the first array of objects in it counts.
    """
    is_array = as_text(head_of(item.stream)).lstrip().startswith("[")
    text = text_of(item.stream, newline="")
    rows = _elements(text) if is_array else _in_object(text, fields)
    return releases_of(_numbered(rows, item.source), item.source, fields)


def _elements(text: TextIO) -> Iterator[object]:
    stream = _Bounded(text)
    try:
        for element in ijson.items(stream, "item", use_float=True, buf_size=_PIECE):
            stream.restart()
            yield element
    except (ijson.JSONError, ValueError, RecursionError) as error:
        raise _broken(error) from error


def _in_object(text: TextIO, fields: Fields) -> Iterator[object]:
    content = text.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ReadError(f"an object larger than {LARGEST >> 20} MB; save its rows as JSON Lines")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _broken(error) from error
    if isinstance(found, dict) and value_of(found, "text", fields.text) is None:
        yield from next(filter(_is_table, found.values()), [found])
    else:
        yield found


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _numbered(rows: Iterator[object], source: str) -> Iterator[Row | Unreadable]:
    for number, values in enumerate(rows, 1):
        if isinstance(values, dict):
            yield Row(number, values)
        else:
            yield Unreadable(f"{source}#{number}", "no JSON object; mend or remove it")


def _broken(error: Exception) -> ReadError:
    reason = " ".join(str(error).split())[:120]
    return ReadError(f"broken or cut off, no valid JSON from here on ({reason}); mend the file")
