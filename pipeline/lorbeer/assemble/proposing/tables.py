"""Tables of winners: the header row says which column holds names and which holds works."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import can_name_party, parties
from lorbeer.flow import Analysis, Mention, Sentence

_SEPARATOR = " | "


def from_tables(analysis: Analysis) -> Iterator[Finding]:
    """The recipients of every row that states a rank or a prize, below a header row.

    One column of names counts, and those of works; others hold affiliations and categories.
    """
    header: list[str] = []
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.kind != "row":
            header = []
        elif sentence.start == sentence.block.start:
            cells = analysis.text.of(sentence.block).split(_SEPARATOR)
            if not header:
                header = [cell.strip() for cell in cells]
            elif sum(map(_is_place, header)) > 1:
                yield from _row_of_places(analysis, sentence, index, header)
            elif has_columns(header):
                yield from _row(analysis, sentence, index, header)


def has_columns(header: list[str]) -> bool:
    """Whether a header row names a column of recipients."""
    return any(cue("table.recipient").match(cell) for cell in header)


def _is_place(title: str) -> bool:
    return bool(cue("list.place-line").fullmatch(title))


def _row_of_places(
    analysis: Analysis, sentence: Sentence, index: int, header: list[str]
) -> Iterator[Finding]:
    """The winners of one class, a column for each place: "Klasse | 1. Platz | 2. Platz"."""
    cells = _cells(analysis, sentence, header)
    category = next((cell for title, cell in cells if not _is_place(title)), None)
    titles = _cells(analysis, _header_of(analysis, index), header)
    places = {title: replace(cell, label="RANK", rule="table.rank") for title, cell in titles}
    for title, cell in cells:
        for party in _cell_parties(sentence, "Name", cell) if _is_place(title) else ():
            source = replace(party, label="ROW", rule="table.row")
            rank = places[title]
            yield Finding("recipient", party, index, source, rank=rank, category=category)


def _header_of(analysis: Analysis, index: int) -> Sentence:
    """The first row of the table that holds the sentence of an index."""
    while index and analysis.sentences[index - 1].block.kind == "row":
        index -= 1
    return analysis.sentences[index]


def _has_prizes(header: list[str]) -> bool:
    """Whether a column holds prizes, or the recipients are called winners."""
    return any(
        cue("table.prize").match(cell) or cue("list.announces-winners").search(cell)
        for cell in header
    )


def _row(
    analysis: Analysis, sentence: Sentence, index: int, header: list[str]
) -> Iterator[Finding]:
    rank = next(iter(sentence.of("RANK")), None) or _rank_cell(analysis, sentence, header)
    award = next(iter(sentence.of("AWARD", "AWARD_NOUN")), None)
    if rank is None and award is None and not _has_prizes(header):
        return
    cells = _cells(analysis, sentence, header)
    holder = _holder(header)
    amounts = sentence.of("MONEY")
    for title, cell in cells:
        if title != holder and not cue("table.work").match(title):
            continue
        for party in _cell_parties(sentence, title, cell):
            yield Finding(
                "recipient",
                party,
                index,
                replace(party, label="ROW", rule="table.row"),
                award if award is not None and award.label == "AWARD" else None,
                rank,
                amounts[0] if len(amounts) == 1 else None,
                next((c for t, c in cells if t != holder and cue("table.category").match(t)), None),
            )


def _holder(header: list[str]) -> str:
    """The column of recipients: that of people and teams, else the first that may hold some."""
    holders = [title for title in header if cue("table.recipient").match(title)]
    named = (title for title in holders if cue("table.named").match(title))
    return next(named, holders[0])


def _cells(analysis: Analysis, sentence: Sentence, header: list[str]) -> list[tuple[str, Mention]]:
    """(title of the column, cell) of a row, empty cells left out."""
    start = sentence.block.start
    found = []
    for title, cell in zip(
        header, analysis.text.of(sentence.block).split(_SEPARATOR), strict=False
    ):
        if cell.strip():
            found.append((title, Mention("CELL", start, start + len(cell), cell, "table.cell")))
        start += len(cell) + len(_SEPARATOR)
    return found


def _rank_cell(analysis: Analysis, sentence: Sentence, header: list[str]) -> Mention | None:
    """The bare number in a column of places."""
    places = (c for t, c in _cells(analysis, sentence, header) if cue("table.rank").match(t))
    return next(
        (
            replace(place, label="RANK", rule="table.rank")
            for place in places
            if place.text.strip(" .").isdigit()
        ),
        None,
    )


def _cell_parties(sentence: Sentence, title: str, cell: Mention) -> list[Mention]:
    """All names in a column of recipients, the whole cell in a column of works."""
    inside = [p for p in parties(sentence) if cell.start <= p.start and p.end <= cell.end]
    if inside and cue("table.recipient").match(title):
        return inside
    return [replace(cell, label="NAME")] if can_name_party(cell.text) else []
