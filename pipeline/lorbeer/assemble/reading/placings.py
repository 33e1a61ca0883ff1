"""Places told by layout: the number at the head of a line, the line above ("2. Platz (200 €)")."""

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.cards import is_result
from lorbeer.assemble.reading.cells import cells
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, Block, Mention, Sentence

#: Lines with more words tell of something.
_LINE = 8
#: How many lines below a place its holders may stand.
_REACH = 3


def placing(party: Mention, index: int, analysis: Analysis) -> Mention | None:
    """The place of a party in a list, a table or a row of lines, if layout tells it."""
    sentence = analysis.sentences[index]
    if sentence.start != sentence.block.start:
        return None
    if sentence.block.kind == "row":
        return _in_table(sentence.block, analysis)
    leading = _leading(sentence)
    if leading is not None:
        return leading if leading.end <= party.start else None
    return _above(index, analysis)


def _leading(sentence: Sentence) -> Mention | None:
    """The place that opens a line: "2. Anna Moll", "Platz 2: Anna Moll"."""
    match = cue("list.rank").match(sentence.text)
    if match is None:
        return None
    group = next(name for name, value in match.groupdict().items() if value)
    start, end = match.span(group)
    shift = sentence.start
    return Mention("RANK", shift + start, shift + end, match[group], "list.rank")


def _above(index: int, analysis: Analysis) -> Mention | None:
    """The place in a line above that names nobody; lines between are holders of the same place."""
    if len(analysis.sentences[index].text.split()) > _LINE:
        return None
    for above in reversed(analysis.sentences[max(0, index - _REACH) : index]):
        if is_result(above):
            return None
        ranks = above.of("RANK")
        if ranks and not parties(above):
            return ranks[0]
        if ranks or _leading(above) or len(above.text.split()) > _LINE:
            return None
    return None


def _in_table(block: Block, analysis: Analysis) -> Mention | None:
    """The bare number in a row's first cell, if the rows around it are numbered on."""
    number = _first_cell(block, analysis)
    if number is None:
        return None
    rows = [b for b in analysis.text.blocks if b.kind == "row"]
    at = rows.index(block)
    around = [_first_cell(row, analysis) for row in rows[max(0, at - 1) : at + 2] if row != block]
    if not any(other is not None and abs(other - number) <= 1 for other in around):
        return None
    start, cell = cells(analysis.text.of(block), block.start)[0]
    return Mention("RANK", start, start + len(cell), cell, "table.rank")


def _first_cell(row: Block, analysis: Analysis) -> int | None:
    _, text = cells(analysis.text.of(row))[0]
    cell = text.strip(" .")
    return int(cell) if cell.isdigit() and len(cell) < 3 else None
