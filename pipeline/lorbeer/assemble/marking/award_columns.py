"""Awards that a column of a table names: "Auszeichnung | Geehrt", "Goldene Kelle | Anna Moll"."""

from dataclasses import replace

from de_lorbeer.award_heads import head_of, is_generic, is_special_prize
from de_lorbeer.cues import cue
from lorbeer.assemble.marking.mentions import with_name
from lorbeer.assemble.reading.cells import cells, row_groups
from lorbeer.flow import Analysis, Mention, Sentence

RULE = "award.column"


def with_award_columns(analysis: Analysis) -> Analysis:
    """The analysis with what stands in columns of awards marked as awards.

    Where the title names an award, such a column tells prizes within it; so it does where one of
    its rows is a special prize or a commendation.
    """
    if any(s.of("AWARD") for s in analysis.sentences if s.block.kind == "title"):
        return analysis
    sentences = list(analysis.sentences)
    for header, *rows in row_groups(analysis):
        column = _column(analysis.text.of(sentences[header].block))
        if column is None:
            continue
        named = {index: _cell(sentences[index], column, analysis) for index in rows}
        if not any(cell and _is_part(cell[1]) for cell in named.values()):
            for index, cell in named.items():
                sentences[index] = _marked(sentences[index], *cell) if cell else sentences[index]
    return replace(analysis, sentences=tuple(sentences))


def _cell(row: Sentence, column: int, analysis: Analysis) -> tuple[int, str] | None:
    """(where it begins, its text) of a cell; None in a row that ends before."""
    found = cells(analysis.text.of(row.block), row.start)[column : column + 1]
    return found[0] if found else None


def _is_part(cell: str) -> bool:
    return is_special_prize(cell) or bool(cue("list.announces-commendations").search(cell))


def _column(header: str) -> int | None:
    """Index of the column of awards, if the header row names one."""
    titles = [title.strip() for _, title in cells(header)]
    return next((i for i, title in enumerate(titles) if cue("table.award").fullmatch(title)), None)


def _marked(sentence: Sentence, start: int, cell: str) -> Sentence:
    """The row with the name at the head of a cell marked, unless it is only a place or a grade."""
    name = cue("table.award-name").match(cell)
    if name is None:
        return sentence
    award = Mention("AWARD", start, start + name.end(), name[0], RULE, kind="prize")
    inside = [m for m in sentence.mentions if award.start <= m.start and m.end <= award.end]
    is_place = any(m.label in {"RANK", "MONEY"} for m in inside)
    if is_place or is_generic(name[0]) or award.end > sentence.end:
        return sentence
    heads = [head for word in name[0].split() if (head := head_of(word))]
    award = replace(award, canonical=name[0], kind=heads[-1].kind if heads else "prize")
    return with_name(sentence, award)
