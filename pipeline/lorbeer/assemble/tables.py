"""Tables of winners: the header row says which column holds names and which holds works."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.findings import Finding
from lorbeer.assemble.groups import can_name_party, parties
from lorbeer.flow import Analysis, Mention, Sentence

_SEPARATOR = " | "


def from_tables(analysis: Analysis) -> Iterator[Finding]:
    """The recipients of every row that states a rank or a prize, below a header row.

    The first column of names counts, and those of works; a second one holds affiliations.
    """
    header: list[str] = []
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.kind != "row":
            header = []
        elif sentence.start == sentence.block.start:
            cells = analysis.text.of(sentence.block).split(_SEPARATOR)
            if not header:
                header = [cell.strip() for cell in cells]
            elif has_columns(header):
                yield from _row(analysis, sentence, index, header)


def has_columns(header: list[str]) -> bool:
    """Whether a header row names a column of recipients."""
    return any(cue("table.recipient").match(cell) for cell in header)


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
    start = sentence.block.start
    holders = [title for title in header if cue("table.recipient").match(title)]
    for title, cell in zip(
        header, analysis.text.of(sentence.block).split(_SEPARATOR), strict=False
    ):
        if title in holders[1:]:
            start += len(cell) + len(_SEPARATOR)
            continue
        for party in _cell_parties(sentence, title, cell, start):
            yield Finding(
                "recipient",
                party,
                index,
                replace(party, label="ROW", rule="table.row"),
                award if award is not None and award.label == "AWARD" else None,
                rank,
            )
        start += len(cell) + len(_SEPARATOR)


def _rank_cell(analysis: Analysis, sentence: Sentence, header: list[str]) -> Mention | None:
    """The bare number in a column of places."""
    start = sentence.block.start
    for title, cell in zip(
        header, analysis.text.of(sentence.block).split(_SEPARATOR), strict=False
    ):
        if cue("table.rank").match(title) and cell.strip(" .").isdigit():
            return Mention("RANK", start, start + len(cell), cell, "table.rank")
        start += len(cell) + len(_SEPARATOR)
    return None


def _cell_parties(sentence: Sentence, title: str, cell: str, start: int) -> list[Mention]:
    """All names in a column of recipients, the whole cell in a column of works."""
    if cue("table.recipient").match(title):
        inside = [p for p in parties(sentence) if start <= p.start and p.end <= start + len(cell)]
        if inside:
            return inside
    counts = cue("table.recipient").match(title) or cue("table.work").match(title)
    if counts and cell.strip() and can_name_party(cell):
        return [Mention("NAME", start, start + len(cell), cell, "table.cell")]
    return []
