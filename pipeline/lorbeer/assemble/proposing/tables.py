"""Tables of winners: which columns hold names, works, classes and places, their titles tell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.entries import parties_within
from lorbeer.assemble.proposing.results import class_above
from lorbeer.assemble.reading.columns import Row, Table, holds_people, tables, title_kind
from lorbeer.assemble.reading.findings import RESULT, Finding
from lorbeer.assemble.reading.groups import can_name_party, coordinated, is_kind
from lorbeer.assemble.reading.runs import is_told, may_head_list
from lorbeer.assemble.reading.statuses import governing_status
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.records import Status
from lorbeer.values.regions import is_region


def from_tables(analysis: Analysis) -> Iterator[Finding]:
    """The recipients of every row of the tables that tell places or prizes, or are announced."""
    found = [table for table in tables(analysis) if _is_read(table, analysis)]
    headings = {t.first: h for t in found if (h := _heading(t, analysis)) is not None}
    for table in found:
        heading = headings.get(table.first) if len(headings) > 1 else None
        above = class_above(heading) if heading else None
        holders = _holders(table, analysis)
        places, classes = _places(table), _classes(table, analysis)
        for row in table.rows:
            if len(places) > 1:
                yield from _row_of_places(table, row, places, analysis)
                continue
            if len(classes) > 1:
                yield from _row_of_classes(table, row, classes, analysis)
                continue
            for finding in _row(table, row, holders, analysis):
                yield replace(finding, category=finding.category or above)


def _is_read(table: Table, analysis: Analysis) -> bool:
    return len(_places(table)) > 1 or _tells_winners(table, analysis)


def _places(table: Table) -> list[int]:
    """The columns that are headed by a place each; a header may be wider than all rows below."""
    return [at for at in range(len(table.kinds)) if _is_place(table.titles[at])]


def _classes(table: Table, analysis: Analysis) -> list[int]:
    """The columns of people, each headed by its class, beside one of places; none where a title
    tells of winners or works.
    """
    titles = [(at, title) for at, title in enumerate(table.titles) if title]
    is_known = any(title_kind(title) in {"recipient", "work"} for _, title in titles)
    if is_known or not table.columns("rank"):
        return []
    named = [at for at, title in titles if title_kind(title) in {None, "category"}]
    return [at for at in named if holds_people(table.rows, at, analysis)]


def _heading(table: Table, analysis: Analysis) -> Sentence | None:
    """The short line right above a table."""
    above = analysis.sentences[table.first - 1] if table.first else None
    return above if above is not None and may_head_list(above) else None


def _is_place(title: str) -> bool:
    return bool(cue("list.place-line").fullmatch(title))


def _row_of_places(
    table: Table, row: Row, places: list[int], analysis: Analysis
) -> Iterator[Finding]:
    """The winners of one class, a column for each place: "Klasse | 1. Platz | 2. Platz"."""
    sentence = analysis.sentences[row.index]
    category = next((c for at, c in enumerate(row.cells) if c and at not in places), None)
    for at in places:
        cell = row.cells[at]
        for party in _names(cell, sentence) if cell else ():
            rank = _title("RANK", "table.rank", table, at, analysis)
            source = replace(party, label="ROW", rule="table.row")
            yield Finding("recipient", party, row.index, source, rank=rank, category=category)


def _row_of_classes(
    table: Table, row: Row, classes: list[int], analysis: Analysis
) -> Iterator[Finding]:
    """The winners of one place, a column for each class: "Platz | Frauen | Männer"."""
    sentence = analysis.sentences[row.index]
    rank = _rank(table, row, sentence)
    for at in classes:
        cell = row.cells[at]
        for party in _names(cell, sentence) if cell else ():
            category = _title("CATEGORY", "table.class-title", table, at, analysis)
            source = replace(party, label="ROW", rule="table.row")
            yield Finding("recipient", party, row.index, source, rank=rank, category=category)


def _title(label: str, rule: str, table: Table, at: int, analysis: Analysis) -> Mention:
    """The title of a column as a mention."""
    header, title = analysis.sentences[table.first].block, table.titles[at]
    start = header.start + analysis.text.of(header).index(title)
    return Mention(label, start, start + len(title), title, rule)


def _tells_winners(table: Table, analysis: Analysis) -> bool:
    if any(cue("table.not-winners").match(title) for title in table.titles):
        return False
    told = bool(table.columns("recipient", "work")) and is_told(table.first, analysis)
    prizes = (
        title for title, kind in zip(table.titles, table.kinds, strict=True) if kind != "detail"
    )
    return told or bool(table.columns("rank")) or any(map(_tells_prize, prizes))


def _tells_prize(title: str) -> bool:
    """Whether a column holds prizes, or calls those in it winners."""
    told = (cue("table.prize").match(title), cue("list.announces-winners").search(title))
    return any(told)


def _holders(table: Table, analysis: Analysis) -> list[int]:
    """The columns of those honoured: of people their own and that of their works, else all of
    teams, works and whose they are; where no title tells them, the first column of names.
    """
    recipients, works = table.columns("recipient"), table.columns("work")
    named = [at for at in recipients if cue("table.named").match(table.titles[at])]
    first = (named or recipients)[:1]
    if first and holds_people(table.rows, first[0], analysis):
        return [*first, *works]
    return [*works, *recipients] or table.columns("other", "town")[:1]


def _row(table: Table, row: Row, holders: list[int], analysis: Analysis) -> Iterator[Finding]:
    sentence = analysis.sentences[row.index]
    line = sentence.block
    award = next(iter(sentence.of("AWARD")), None)
    amounts = sentence.of("MONEY")
    status = _status(table, row, analysis)
    rank = _rank(table, row, sentence)
    for at in holders:
        cell = row.cells[at]
        if cell is not None and at != holders[0] and is_region(cell.text):
            continue
        named = _names(cell, sentence, is_title=at in table.columns("work")) if cell else ()
        for party in named:
            yield Finding(
                "recipient",
                party,
                row.index,
                Mention(RESULT, line.start, line.end, analysis.text.of(line), "table.row"),
                award,
                rank if status != "nominee" else None,
                amounts[0] if len(amounts) == 1 else None,
                _category(table, row, sentence),
                status,
            )


def _rank(table: Table, row: Row, sentence: Sentence) -> Mention | None:
    """The place that a row states, a number in a column of places, or the medal in a cell."""
    cells = [cell for at in table.columns("rank") if (cell := row.cells[at]) is not None]
    stated = [r for r in sentence.of("RANK") if any(c.start <= r.start < c.end for c in cells)]
    bare = [c for c in cells if cue("table.ordinal").fullmatch(c.text)]
    prizes = [r for r in sentence.of("RANK") if r.rule != "rank.medal"]
    numbered = [replace(cell, label="RANK", rule="table.rank") for cell in bare]
    return next(iter([*stated, *numbered, *prizes]), None)


def _category(table: Table, row: Row, sentence: Sentence) -> Mention | None:
    """The class of a row, else the prize that its cell tells, unless that is an award."""
    cells = [row.cells[at] for at in (*table.columns("category"), *table.columns("prize"))]
    awards = sentence.of("AWARD")
    for cell in cells:
        if cell is not None and not any(cell.start <= a.start < cell.end for a in awards):
            return cell
    return None


def _status(table: Table, row: Row, analysis: Analysis) -> Status:
    text = analysis.text.of(analysis.sentences[row.index].block)
    if cue("list.announces-commendations").search(text):
        return "commendation"
    status = governing_status(analysis, table.first)
    return status if status == "nominee" else "winner"


def _names(cell: Mention, sentence: Sentence, *, is_title: bool = False) -> list[Mention]:
    """The persons in a cell, else its name as recognised, else all of it without brackets; a title
    is whole, and so is the name of which a person's is only the end: "Kollektiv Brunner".
    """
    inside = parties_within(cell.start, cell.end, sentence)
    people = [p for p in inside if p.label == "PERSON"]
    name = cue("table.name").search(cell.text)
    is_whole = is_title or (name is not None and _ends_with_surname(name[0], people))
    if people and not is_whole:
        together = coordinated(people[0], inside, sentence)
        return [p for p in inside if p in together or p.label == "QUOTED"]
    if name is None or not can_name_party(name[0]) or cue("list.nobody").match(name[0]):
        return []
    start = cell.start + name.start()
    whole = Mention("NAME", start, start + len(name[0]), name[0], "table.cell")
    return [next((p for p in inside if p.text == whole.text and p.label != "PLACE"), whole)]


def _ends_with_surname(name: str, people: Sequence[Mention]) -> bool:
    """Whether a name is a noun for a kind of organisation and a surname."""
    noun, _, rest = name.partition(" ")
    return (
        len(people) == 1 and " " not in people[0].text and rest == people[0].text and is_kind(noun)
    )
