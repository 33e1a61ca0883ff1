"""Lines of inline text: gathered while a page is read, cut at its line breaks."""

import re
from dataclasses import dataclass, field

from lorbeer.clean.characters import clean_characters
from lorbeer.values.hyphens import is_divided, join_lines

_SENTENCE_END = re.compile(r"[.!?:;…][\"'“”»)\]]*$")

#: Long words only: after `Prof.` and `Dipl.-Ing.` no sentence ends.
_INNER_SENTENCE_END = re.compile(r"[a-zäöüß]{5}[.!?] [A-ZÄÖÜ„\"»]")


@dataclass(frozen=True)
class Line:
    """A line of text; `bold` where all of it is, `linked` the share of it inside links."""

    text: str
    at: int
    bold: bool
    linked: float = 0


@dataclass
class _Open:
    """The line that is being gathered."""

    at: int
    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    linked: int = 0

    def line(self) -> Line:
        """What was gathered, clean."""
        whole = "".join(self.pieces)
        return Line(clean_characters(whole), self.at, self.bold, self.linked / max(len(whole), 1))


@dataclass
class LineBuffer:
    """Inline text of the block that is being read."""

    _lines: list[_Open] = field(default_factory=list)
    _broken: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing was gathered."""
        return not self._lines

    def add(self, text: str, at: int, *, bold: bool, linked: bool) -> None:
        """Text that continues the line, or begins one after a break."""
        if self._broken:
            self._lines.append(_Open(at))
            self._broken = False
        line = self._lines[-1]
        line.pieces.append(text)
        line.linked += len(text) if linked else 0
        if not bold and text.strip(" \n\t\xa0.,:;|–-"):
            line.bold = False

    def end_line(self) -> None:
        """A line break in the source."""
        self._broken = True

    def take(self) -> list[Line]:
        """All lines so far, clean, without empty ones; the buffer is empty then."""
        lines = [line.line() for line in self._lines]
        self._lines.clear()
        self._broken = True
        return [line for line in lines if any(map(str.isalnum, line.text))]


def join_continued(lines: list[Line]) -> list[Line]:
    """Joins a line to the one before where the break fell inside a sentence."""
    joined: list[Line] = []
    for line in lines:
        if joined and _continues(joined[-1].text, line.text):
            before = joined.pop()
            text = join_lines(before.text, line.text)
            joined.append(Line(text, before.at, before.bold and line.bold, _linked(before, line)))
        else:
            joined.append(line)
    return joined


def _continues(before: str, line: str) -> bool:
    if _SENTENCE_END.search(before):
        return False
    if is_divided(before):
        return True
    # Running text that stops amid a sentence; entries of a list hold no full sentence before.
    return line[0].islower() or bool(_INNER_SENTENCE_END.search(before))


def _linked(*lines: Line) -> float:
    """The share of several lines that is inside links."""
    return sum(line.linked * len(line.text) for line in lines) / sum(
        len(line.text) for line in lines
    )
