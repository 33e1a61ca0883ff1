"""CSV: cells between commas, semicolons, tabs or bars, with a header line."""

import csv
from collections.abc import Iterator

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.item import Item, ReadError
from lorbeer.load.rows import Row, releases_of
from lorbeer.load.sniffing import delimiter_of, header_cells
from lorbeer.load.streams import LARGEST, lines_of, text_of


def read_csv(item: Item, fields: Fields) -> Iterator[Release | Unreadable]:
    """A release a row, read as they come, numbered without the header."""
    # The module's own bound, for all readers, is too low for a whole release in a cell.
    csv.field_size_limit(LARGEST)
    return releases_of(_rows(item), item.source, fields)


def _rows(item: Item) -> Iterator[Row | Unreadable]:
    lines = lines_of(text_of(item.stream, newline=""))
    first = next(lines, "")
    cells = csv.reader(lines, delimiter=delimiter_of(first), strict=True)
    names = [name.strip() for name in header_cells(first)]
    number = 0
    try:
        for number, row in enumerate(filter(None, cells), 1):
            yield _row(number, names, row, item.source)
    except csv.Error as error:
        raise ReadError(f"row {number + 1} is broken ({error}); check its quotes") from error


def _row(number: int, names: list[str], cells: list[str], source: str) -> Row | Unreadable:
    if len(cells) > len(names):
        problem = f"{len(cells)} cells, but {len(names)} in the header; check its quotes"
        return Unreadable(f"{source}#{number}", problem)
    return Row(number, dict(zip(names, cells, strict=False)))
