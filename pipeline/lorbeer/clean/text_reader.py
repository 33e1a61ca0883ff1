"""Plain text as passages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby, zip_longest

from lorbeer.clean.characters import clean_characters
from lorbeer.clean.dates import parse_day
from lorbeer.clean.enumeration import is_enumerated, without_marks
from lorbeer.clean.passage import Passage
from lorbeer.values.hyphens import is_divided, join_lines

_WIDEST_WRAP = 120
"""Characters above which a line was not wrapped by hand or by a mail program."""
_RAGGED = 12
"""Characters by which a wrapped line may fall short of the width."""
_FULL = 0.7
"""Share of the width that most lines of a wrapped text fill."""
_SHORT = 80
"""Characters up to which a line may be a heading or an entry of a list."""
_LIST_RUN = 3
"""Short lines in a row that make a list."""
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_RULE = re.compile(r"^[-=_*~#+]{3,}$")
_LABEL = re.compile(r"[A-ZÄÖÜ][^.:!?]{2,40}:\s\S")
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'“”»)\]]*$")


@dataclass(frozen=True)
class _Line:
    """A line of the source without the white space around it."""

    text: str
    at: int


def read_text(source: str) -> list[Passage]:
    """The passages of a plain text: paragraphs, headings and items."""
    groups = list(_groups(source))
    width = _wrap_width(groups)
    passages: list[Passage] = []
    for group in groups:
        passages += _passages_of(_join_wrapped(group, width))
    return _with_headings(passages)


def _groups(source: str) -> Iterator[list[_Line]]:
    """Lines between blank lines and rules."""
    group: list[_Line] = []
    at = 0
    for raw in source.split("\n"):
        text = clean_characters(unescape(raw))
        if any(map(str.isalnum, text)) and not _RULE.match(text):
            group.append(_Line(text, at))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def _wrap_width(groups: list[list[_Line]]) -> int:
    """The width at which the text was wrapped; 0 if its lines are whole paragraphs."""
    lengths = [len(line.text) for group in groups for line in group]
    width = max((length for length in lengths if length <= _WIDEST_WRAP), default=0)
    long = sum(length > _WIDEST_WRAP for length in lengths)
    broken = [len(line.text) for group in groups for line in group[:-1]]
    full = sum(length >= _FULL * width for length in broken)
    return width if long * 10 <= len(lengths) and full * 2 > len(broken) else 0


def _join_wrapped(group: list[_Line], width: int) -> list[_Line]:
    """Undoes hard wrapping: a line joins the one before if its first word did not fit there."""
    joined: list[_Line] = []
    last = ""
    for line in group:
        if joined and _is_wrapped(last, line.text, width):
            joined[-1] = replace(joined[-1], text=join_lines(joined[-1].text, line.text))
        else:
            joined.append(line)
        last = line.text
    return joined


def _is_wrapped(before: str, line: str, width: int) -> bool:
    if is_enumerated(line) or _HEADING_MARK.match(line):
        return False
    if _LABEL.match(before) and _LABEL.match(line):
        return False
    if is_divided(before):
        return True
    if not _SENTENCE_END.search(before) and (line[0].islower() or len(before) > _FULL * width > 0):
        return True
    return len(before) + 1 + len(line.partition(" ")[0]) > width - _RAGGED > 0


def _passages_of(lines: list[_Line]) -> Iterator[Passage]:
    """Passages of one group; a run of short lines is a list."""
    for is_list, run in _runs(lines):
        for line in run:
            if _HEADING_MARK.match(line.text):
                yield Passage("heading", without_marks(line.text), line.at, 2)
            elif is_list or is_enumerated(line.text):
                yield Passage("item", without_marks(line.text), line.at, 1)
            else:
                yield Passage("paragraph", line.text, line.at)


def _runs(lines: list[_Line]) -> Iterator[tuple[bool, list[_Line]]]:
    """Lines that follow one another, and whether they are short and enough to be a list."""
    for is_short, group in groupby(lines, _may_be_entry):
        run = list(group)
        yield is_short and len(run) >= _LIST_RUN, run


def _may_be_entry(line: _Line) -> bool:
    # The first line of a text is its title.
    return line.at > 0 and len(line.text) <= _SHORT and not _SENTENCE_END.search(line.text)


def _with_headings(passages: list[Passage]) -> list[Passage]:
    """Turns short lines without a final stop into headings where text or a list follows."""
    result: list[Passage] = []
    for passage, following in zip_longest(passages, passages[1:]):
        is_heading = following and _is_heading(passage, following)
        result.append(replace(passage, kind="heading", level=2) if is_heading else passage)
    return result


def _is_heading(passage: Passage, following: Passage) -> bool:
    if passage.kind != "paragraph" or len(passage.text) > _SHORT:
        return False
    if _SENTENCE_END.search(passage.text.removesuffix(":")) or passage.text[0].islower():
        return False
    if parse_day(passage.text):
        return False
    return following.kind == "item" or len(following.text) > _SHORT
