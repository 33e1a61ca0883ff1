"""Reading order: columns one after the other, what spans them in its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lorbeer.load.readers.pdf.lines import Line

_GUTTER = 1.0
"""Width of the gap between columns, in sizes of the letters."""
_LEAST_LINES = 3
"""Lines that a column has beside another."""
_STEP = 2.0
"""Points within which lines stand side by side."""
_SHORT_CELL = 22
"""Letters in the lines of a column under which it is one of a table."""
_ALIGNED = 0.8
"""Share of lines at the same height that tells a table from columns."""
_CELL_GAP = 1.5
_LINE_GAP = 0.6
_LETTER = re.compile(r"\w")


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page in the order in which they are read, each from top to bottom.

    Lines at the same height in one column become one, with a cell for each.
    """
    gutter = _best_gutter(lines)
    if gutter is None:
        return [_rows(lines)] if lines else []
    columns: list[list[Line]] = []
    running: list[Line] = []
    for band in _bands(lines, gutter):
        while running and band and _ends(running[-1], band):
            running.append(band.pop(0))
        left = [line for line in band if line.right <= gutter]
        right = [line for line in band if line.left >= gutter]
        if left and right:
            columns += in_reading_order(running) + in_reading_order(left) + in_reading_order(right)
            running = []
        else:
            running += band
    return columns + in_reading_order(running)


def _ends(before: Line, band: Sequence[Line]) -> bool:
    """Whether the first line of a band, with none beside it, is the short end of the text above."""
    line = band[0]
    is_next = before.bottom - line.top < _LINE_GAP * line.size and before.size == line.size
    return is_next and not _beside_any([line], band[1:])


def _best_gutter(lines: Sequence[Line]) -> float | None:
    """Where most lines stand beside others with a gap between; None for a single column."""
    places = {round(line.right / _STEP) * _STEP + _STEP for line in lines}
    scored = ((_beside(lines, place), place) for place in sorted(places))
    score, place = max(scored, default=(0, 0.0))
    return place if score >= _LEAST_LINES else None


def _beside(lines: Sequence[Line], gutter: float) -> int:
    """Lines on each side of a gutter that have one on the other; 0 if they make a table."""
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return 0
    gap = min(line.left for line in right) - max(line.right for line in left)
    if gap < _GUTTER * right[0].size:
        return 0
    lefts, rights = _beside_any(left, right), _beside_any(right, left)
    return 0 if _is_table(lefts, rights) else min(len(lefts), len(rights))


def _beside_any(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    covered = {step for line in others for step in range(*_steps(line))}
    return [line for line in lines if round(line.middle / _STEP) in covered]


def _steps(line: Line) -> tuple[int, int]:
    return round(line.bottom / _STEP), round(line.top / _STEP) + 1


def _is_table(lefts: Sequence[Line], rights: Sequence[Line]) -> bool:
    if not lefts or not rights:
        return False
    fewer, more = sorted((lefts, rights), key=len)
    heights = {round(line.bottom / _STEP) for line in more}
    aligned = sum(not heights.isdisjoint(_near(line)) for line in fewer)
    shortest = min(sum(len(line.text) for line in side) / len(side) for side in (lefts, rights))
    return aligned >= _ALIGNED * len(fewer) and shortest < _SHORT_CELL


def _near(line: Line) -> range:
    step = round(line.bottom / _STEP)
    return range(step - 1, step + 2)


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Lines from top to bottom: those that cross the gutter alone, those between them together."""
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if line.left < gutter < line.right:
            yield from filter(None, (band, [line]))
            band = []
        else:
            band.append(line)
    if band:
        yield band


def _rows(lines: Sequence[Line]) -> list[Line]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if rows and rows[-1][0].bottom < line.middle < rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    """One line of several; a bullet or a small gap divides no cells."""
    joined = row[0]
    for line in row[1:]:
        is_near = line.left - joined.right < _CELL_GAP * line.size
        if is_near or not _LETTER.search(joined.cells[-1]):
            cells = (*joined.cells[:-1], f"{joined.cells[-1]} {line.text}")
        else:
            cells = (*joined.cells, line.text)
        joined = replace(
            joined,
            cells=cells,
            right=max(joined.right, line.right),
            bottom=min(joined.bottom, line.bottom),
            top=max(joined.top, line.top),
            is_bold=joined.is_bold and line.is_bold,
        )
    return joined
