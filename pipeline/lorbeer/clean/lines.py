"""Lines of inline text: gathered while a page is read, cut at its line breaks."""

import re
from dataclasses import dataclass, field

from lorbeer.clean.characters import clean_characters

_SENTENCE_END = re.compile(r"[.!?:;…][\"'“”»)\]]*$")

#: Long words only: after `Prof.` and `Dipl.-Ing.` no sentence ends.
_INNER_SENTENCE_END = re.compile(r"[a-zäöüß]{5}[.!?] [A-ZÄÖÜ„\"»]")


@dataclass(frozen=True)
class Line:
    """A line of text; `bold` where all of it is."""

    text: str
    at: int
    bold: bool


@dataclass
class _Open:
    """The line that is being gathered."""

    at: int
    pieces: list[str] = field(default_factory=list)
    bold: bool = True


@dataclass
class LineBuffer:
    """Inline text of the block that is being read."""

    _lines: list[_Open] = field(default_factory=list)
    _broken: bool = True

    def add(self, text: str, at: int, bold: bool) -> None:
        """Text that continues the line, or begins one after a break."""
        if self._broken:
            self._lines.append(_Open(at))
            self._broken = False
        line = self._lines[-1]
        line.pieces.append(text)
        if not bold and text.strip(" \n\t\xa0.,:;|–-"):
            line.bold = False

    def end_line(self) -> None:
        """A line break in the source."""
        self._broken = True

    def take(self) -> list[Line]:
        """All lines so far, clean, without empty ones; the buffer is empty then."""
        lines = [
            Line(clean_characters("".join(line.pieces)), line.at, line.bold) for line in self._lines
        ]
        self._lines.clear()
        self._broken = True
        return [line for line in lines if any(map(str.isalnum, line.text))]


def join_continued(lines: list[Line]) -> list[Line]:
    """Joins a line to the one before where the break fell inside a sentence."""
    joined: list[Line] = []
    for line in lines:
        if joined and _continues(joined[-1].text, line.text):
            before = joined.pop()
            text = f"{before.text} {line.text}"
            joined.append(Line(text, before.at, before.bold and line.bold))
        else:
            joined.append(line)
    return joined


def _continues(before: str, line: str) -> bool:
    if _SENTENCE_END.search(before):
        return False
    # Running text that stops amid a sentence; entries of a list hold no full sentence before.
    return line[0].islower() or bool(_INNER_SENTENCE_END.search(before))
