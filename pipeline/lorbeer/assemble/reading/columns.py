"""Tables read by columns: what each holds, by its title and by what stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.cells import cells, row_groups
from lorbeer.assemble.reading.groups import is_kind
from lorbeer.flow import Analysis, Mention, Sentence

#: A row with fewer titles may be a class of its own.
_LEAST_TITLES = 2
Kind = Literal["rank", "detail", "category", "work", "recipient", "town", "prize", "other"]
#: What the title of a column tells of it: the first cue that matches.
_TITLES: tuple[tuple[Kind, str], ...] = (
    ("category", "table.category"),
    ("work", "table.work"),
    ("town", "table.town"),
    ("recipient", "table.recipient"),
    ("prize", "table.prize"),
    ("detail", "table.detail"),
)


@dataclass(frozen=True)
class Row:
    """A row: the index of its sentence, and its cells, None where one is empty."""

    index: int
    cells: tuple[Mention | None, ...]


@dataclass(frozen=True)
class Table:
    """Titles of columns ("" where none is told) and the rows below them."""

    first: int
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    kinds: tuple[Kind, ...]

    def columns(self, *kinds: Kind) -> list[int]:
        """The positions of the columns of some kinds."""
        return [at for at, kind in enumerate(self.kinds) if kind in kinds]


def tables(analysis: Analysis) -> Iterator[Table]:
    """The tables of a text. Where a first row is no header, no column has a title."""
    for group in row_groups(analysis):
        begins = [i for i in group[1:] if _is_header(analysis.sentences[i], analysis)]
        for first, end in pairwise([group[0], *begins, group[-1] + 1]):
            yield from _table([i for i in group if first <= i < end], analysis)


def _is_header(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a row holds titles, a word each, as the first one of a table right below another."""
    cells = [cell.text.strip() for cell in _cells(sentence, analysis) if cell is not None]
    if len(cells) < _LEAST_TITLES or any(" " in cell for cell in cells):
        return False
    titles = [cell for cell in cells if title_kind(cell) is not None]
    return 2 * len(titles) > len(cells) or bool(cue("table.not-winners").match(cells[0]))


def _table(group: Sequence[int], analysis: Analysis) -> Iterator[Table]:
    """The table of these rows; what lacks in front of a row is as in the row above."""
    rows = [Row(index, _cells(analysis.sentences[index], analysis)) for index in group]
    is_headed = not _is_data(rows[0], analysis)
    titles = [cell.text if cell else "" for cell in rows[0].cells] if is_headed else []
    body = rows[1:] if is_headed else rows
    width = max((len(row.cells) for row in body), default=0)
    titles = [""] * (width - len(titles)) + titles[:width]
    of_people = [holds_people(body, at, analysis) for at in range(width)]
    filled: list[Row] = []
    for row in body:
        lacking = width - len(row.cells)
        front = _offset(row, of_people, analysis)
        above = filled[-1].cells[:front] if filled else (None,) * front
        behind = (None,) * (lacking - front)
        filled.append(Row(row.index, (*above, *row.cells, *behind)))
    kinds = [_kind(titles, at, filled, analysis) for at in range(width)]
    if filled:
        yield Table(rows[0].index, tuple(titles), tuple(filled), tuple(kinds))


def _offset(row: Row, of_people: Sequence[bool], analysis: Analysis) -> int:
    """How many cells lack in front of a row: so many that persons stand below persons, else all."""
    offsets = range(len(of_people) - len(row.cells), -1, -1)
    named = [_names_person(cell, row.index, analysis) for cell in row.cells]
    return max(
        offsets,
        key=lambda offset: sum(
            is_one and holds for is_one, holds in zip(named, of_people[offset:], strict=False)
        ),
    )


def _names_person(cell: Mention | None, index: int, analysis: Analysis) -> bool:
    if cell is None:
        return False
    return any(cell.start <= p.start < cell.end for p in analysis.sentences[index].of("PERSON"))


def _cells(sentence: Sentence, analysis: Analysis) -> tuple[Mention | None, ...]:
    found: list[Mention | None] = []
    for start, cell in cells(analysis.text.of(sentence.block), sentence.block.start):
        is_empty = not any(map(str.isalnum, cell)) and not cue("table.medal").fullmatch(cell)
        mention = Mention("CELL", start, start + len(cell), cell, "table.cell")
        found.append(None if is_empty else mention)
    return tuple(found)


def _is_data(row: Row, analysis: Analysis) -> bool:
    """Whether a first row holds places or amounts rather than titles."""
    sentence = analysis.sentences[row.index]
    first = row.cells[0]
    is_ranked = first is not None and bool(cue("table.ordinal").fullmatch(first.text))
    is_place_titles = sum(bool(c and cue("list.place-line").fullmatch(c.text)) for c in row.cells)
    return is_ranked or bool(sentence.of("MONEY")) or (is_place_titles == 1)


def _kind(titles: Sequence[str], at: int, rows: Sequence[Row], analysis: Analysis) -> Kind:
    """By what stands in a column where that shows places or figures, else by its title."""
    title = titles[at]
    texts = [cell.text.strip() for row in rows if (cell := row.cells[at]) is not None]
    if _mostly("table.medal", texts) or _mostly("table.place", texts):
        return "rank"
    is_class = bool(cue("table.category").match(title))
    if _mostly("table.ordinal", texts) and not is_class:
        return "rank" if not title.strip(" #") or cue("table.rank").match(title) else "detail"
    if cue("table.class").match(title) and any(map(cue("table.school").match, titles)):
        return "recipient" if _mostly("list.school-class", texts) else "category"
    if _mostly("table.figure", texts) and not is_class:
        return "detail"
    if cue("table.title").match(title) and _mostly("table.honorary", texts):
        return "category"
    told = title_kind(title)
    is_named = holds_people(rows, at, analysis) or any(map(is_kind, title.split()[:1]))
    return told or ("recipient" if is_named else "other")


def title_kind(title: str) -> Kind | None:
    """What the title of a column tells of it, if anything."""
    return next((kind for kind, name in _TITLES if cue(name).match(title)), None)


def holds_people(rows: Sequence[Row], at: int, analysis: Analysis) -> bool:
    """Whether most cells of a column name a person; rows that lack a cell tell nothing of it."""
    width = max(len(row.cells) for row in rows)
    named = [
        _names_person(row.cells[at], row.index, analysis)
        for row in rows
        if len(row.cells) == width and row.cells[at] is not None
    ]
    return 2 * sum(named) > len(named)


def _mostly(name: str, texts: Sequence[str]) -> bool:
    return 2 * sum(bool(cue(name).fullmatch(text)) for text in texts) > len(texts)
