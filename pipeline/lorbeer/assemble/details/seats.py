"""Where winners are at home, as told beside their names: "Anna Moll (Ulm)", "aus Ulm", a column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.cells import cells, row_groups
from lorbeer.assemble.reading.findings import PARTY_LABELS
from lorbeer.assemble.reading.groups import is_kind
from lorbeer.flow import Analysis, Block, Mention, PartyDraft, Sentence
from lorbeer.values.regions import is_region

_RULE = "region.seat"
#: Behind names also places count that the gazetteer does not know, if at least so many that follow
#: in the same way are known, and so do half of them.
_LEAST_KNOWN = 2
_WAYS = ("seat.brackets", "seat.from", "seat.comma", "seat.in")
#: The ways by which only places count that are known.
_LOOSE = frozenset({"seat.from", "seat.in"})


def seats(analysis: Analysis, winners: Sequence[PartyDraft]) -> Iterator[Mention]:
    """The places where the text says that winners live, work or come from."""
    names = {m.text for winner in winners for m in winner.mentions}
    names |= {winner.name for winner in winners}
    yield from _behind_names(analysis, names)
    yield from _in_columns(analysis, names)
    for before, sentence in pairwise((None, *analysis.sentences)):
        if sentence is not None:
            yield from _lived_in(sentence, before, names)


def _behind_names(analysis: Analysis, names: set[str]) -> Iterator[Mention]:
    found = [
        one
        for s in analysis.sentences
        if not _is_signature(s, analysis)
        for one in _followed(s, names)
    ]
    known = {way: [is_known for w, _, is_known in found if w == way] for way in _WAYS}
    for way, place, is_known in found:
        if is_known or (way not in _LOOSE and _are_places(known[way])):
            yield place


def _is_signature(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a line tells who publishes and where: contact details, or a last line that is none of
    a list: "Hof Moll, Ulm".
    """
    is_last = sentence == analysis.sentences[-1] and sentence.block.kind == "paragraph"
    is_line = not sentence.text.rstrip().endswith((".", "!", "?"))
    return sentence.block.section == "contact" or (is_last and is_line)


def _are_places(known: Sequence[bool]) -> bool:
    return sum(known) >= _LEAST_KNOWN and 2 * sum(known) >= len(known)


def _followed(sentence: Sentence, names: set[str]) -> Iterator[tuple[str, Mention, bool]]:
    """(way, place, whether it is known to be one) of what follows winners' names in a sentence; a
    person comes from a place whatever its name.
    """
    people = {m.end - sentence.start for m in sentence.of("PERSON") if m.text in names}
    named = {m.end - sentence.start for m in sentence.of(*PARTY_LABELS) if m.text in names}
    for end in sorted(named | {m.end() for name in names for m in _all(name, sentence.text)}):
        for way in _WAYS:
            match = cue(way).match(sentence.text, end)
            if match is None or (way == "seat.in" and _may_be_met(end, match, people, sentence)):
                continue
            place = _less_rest(_place(sentence, match, "name"))
            is_home = way == "seat.from" and end in people and not match["article"]
            is_known = _is_place(place, sentence) or is_home
            if cue("region.street").search(place.text):
                continue
            if is_known or not is_kind(place.text):
                yield way, place, is_known


def _may_be_met(end: int, seat: re.Match[str], people: set[int], sentence: Sentence) -> bool:
    """Whether "in Ulm" behind a winner may tell where something happens: behind a person, or on a
    day, unless the verb follows: "Das Museum in Ulm hat am Freitag".
    """
    is_dated = seat["verb"] is None and bool(sentence.of("DATE"))
    return end in people or is_dated


def _less_rest(place: Mention) -> Mention:
    """A place without words of the sentence behind it: "Brixen" of "aus Brixen Schluss, was"."""
    first = place.text.partition(" ")[0]
    if is_region(place.text) or not is_region(first) or not cue("seat.rest").match(place.text):
        return place
    return replace(place, end=place.start + len(first), text=first)


def _all(name: str, text: str) -> Iterator[re.Match[str]]:
    if name in text:
        yield from re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _is_place(place: Mention, sentence: Sentence) -> bool:
    marked = sentence.of("PLACE")
    return is_region(place.text) or any(
        p.start <= place.start and place.end <= p.end for p in marked
    )


def _place(sentence: Sentence, match: re.Match[str], group: str) -> Mention:
    start, end = (sentence.start + at for at in match.span(group))
    return Mention("PLACE", start, end, match[group], _RULE)


def _lived_in(sentence: Sentence, before: Sentence | None, names: set[str]) -> Iterator[Mention]:
    """Where a sentence says of a winner, or of whom a pronoun means, to live or come from."""
    meant = names | {name.rsplit(" ", 1)[-1] for name in names}
    for match in cue("seat.lives").finditer(sentence.text):
        group = str(match.lastgroup)
        place, lead = _place(sentence, match, group), sentence.text[: match.start(group)]
        others = [p for p in sentence.of("PERSON") if p.end <= place.start and p.text not in meant]
        if others or not _is_place(place, sentence):
            continue
        is_named = any(any(_all(name, lead)) for name in meant)
        is_pronoun = before is not None and cue("seat.pronoun").match(sentence.text)
        if is_named or (is_pronoun and before and any(name in before.text for name in meant)):
            yield place


def _in_columns(analysis: Analysis, names: set[str]) -> Iterator[Mention]:
    """The cells of columns of places, in rows that name a winner."""
    for group in row_groups(analysis):
        rows = [list(_cells(analysis.sentences[index].block, analysis)) for index in group]
        for column in range(max(map(len, rows))):
            if not _holds_places([row[column] for row in rows if column < len(row)]):
                continue
            for row in rows[1:]:
                cell = row[column] if column < len(row) else None
                is_won = any(name in other.text for other in row if other != cell for name in names)
                if cell and is_won and cue("seat.cell").fullmatch(cell.text):
                    yield from () if is_kind(cell.text) else (cell,)


def _holds_places(column: Sequence[Mention]) -> bool:
    """Whether a column holds places: its title says so, or most of its cells are known."""
    if cue("seat.column").fullmatch(column[0].text):
        return True
    return _are_places([is_region(cell.text) for cell in column[1:] if cell.text])


def _cells(row: Block, analysis: Analysis) -> Iterator[Mention]:
    for start, text in cells(analysis.text.of(row), row.start):
        core = text.strip()
        begin = start + text.find(core)
        yield Mention("PLACE", begin, begin + len(core), core, _RULE)
