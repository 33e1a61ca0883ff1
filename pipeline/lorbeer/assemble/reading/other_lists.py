"""Lines that name people who are not honoured: a jury, a board, guests, a line-up, a programme."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.columns import tables
from lorbeer.assemble.reading.sections import sections
from lorbeer.flow import LISTED, Analysis, Sentence

#: A line of a list has so many words at most, unless it is marked as an item.
_ENTRY_WORDS = 12
_HONOURING = frozenset({"confer", "receive", "win", "congratulate", "nominate"})


def other_lines(analysis: Analysis) -> frozenset[int]:
    """Indices of such lines: rows of a table whose first column says so, what stands below a
    heading that says so, and lists behind a line that does.
    """
    found = {*_rows(analysis), *_below_headings(analysis), *_behind_lines(analysis)}
    return frozenset(i for i in found if not _honours(analysis.sentences[i]))


def _rows(analysis: Analysis) -> Iterator[int]:
    for table in tables(analysis):
        if cue("table.others").match(table.titles[0]):
            yield from (row.index for row in table.rows)


def _below_headings(analysis: Analysis) -> Iterator[int]:
    headings = {section.indices.start - 1 for section in sections(analysis)}
    is_open, number = False, 0
    for index, sentence in enumerate(analysis.sentences):
        told = cue("heading.others").match(sentence.text)
        if told and sentence.text == analysis.text.of(sentence.block):
            is_open, number = True, int(told["number"] or 0)
        elif index in headings or (number and _is_numbered(sentence, number + 1)):
            is_open = False
        elif is_open:
            yield index


def _is_numbered(sentence: Sentence, number: int) -> bool:
    """Whether a line opens with this number: the next item of an agenda."""
    match = cue("heading.agenda").match(sentence.text)
    return match is not None and int(match["number"]) == number


def _behind_lines(analysis: Analysis) -> Iterator[int]:
    is_open = False
    for index, sentence in enumerate(analysis.sentences):
        if not _is_entry(sentence):
            is_open = _opens(sentence)
        elif is_open:
            yield index


def _opens(sentence: Sentence) -> bool:
    """Whether a line ends with a colon and says that others than winners follow."""
    line = sentence.text.rstrip()
    if not line.endswith(":") or sentence.end < sentence.block.end:
        return False
    kinds = ("winners", "nominees", "commendations")
    if any(cue(f"list.announces-{kind}").search(line) for kind in kinds):
        return False
    return not _honours(sentence) and bool(cue("list.of-others").search(line))


def _is_entry(sentence: Sentence) -> bool:
    if sentence.block.kind in LISTED:
        return True
    is_short = len(sentence.text.split()) <= _ENTRY_WORDS
    closes = sentence.text.rstrip().endswith((".", "!", "?", ":"))
    return sentence.block.kind == "paragraph" and is_short and not closes


def _honours(sentence: Sentence) -> bool:
    """Whether a line itself tells of an award or a place; offices are numbered, too."""
    ranks = (r for r in sentence.of("RANK") if r.rule != "rank.enumerated")
    is_told = any(trigger.meaning in _HONOURING for trigger in sentence.triggers)
    return is_told or bool(sentence.of("AWARD")) or any(ranks)
