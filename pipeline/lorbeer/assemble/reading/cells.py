"""Rows of tables and their cells, as cleaning writes them: a line a row."""

from collections.abc import Iterator

from lorbeer.flow import Analysis

_SEPARATOR = " | "


def cells(row: str, start: int = 0) -> list[tuple[int, str]]:
    """(where it starts, cell) of a row that starts at an offset; cells may be empty."""
    found = []
    for cell in row.split(_SEPARATOR):
        found.append((start, cell))
        start += len(cell) + len(_SEPARATOR)
    return found


def row_groups(analysis: Analysis) -> Iterator[list[int]]:
    """The indices of the sentences that open the rows of a table, table by table."""
    group: list[int] = []
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.kind == "row" and sentence.start == sentence.block.start:
            group.append(index)
        elif sentence.block.kind != "row" and group:
            yield group
            group = []
    if group:
        yield group
