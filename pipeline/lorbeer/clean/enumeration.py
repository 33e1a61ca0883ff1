"""Lines that belong to a list: bullets, numbers, places."""

import re

_BULLET = re.compile(r"^(?:[-*•‣▪●○◦·–—■□➤►✓]|o(?= {2}))\s+(?=\S)")
#: A heading in a list and a list in a list have several.
_MARKS = re.compile(r"^(?:(?:#{1,6}|[-*•‣▪●○◦·–—■□➤►✓])\s+)+(?=\S)")
#: "Jan" is a name, too, unless a year follows.
_MONTH = (
    r"(?:Jan(?:uar\b|\.?\s*(?=\d|$))|"
    r"(?:Jänner|Feb(?:ruar)?|März?|Maerz|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?|Mal)\b|"
    r"Jahr|\d|Runde|Auflage|Ausgabe|Wettbewerb|Verleihung)"
)
_NUMBER = re.compile(rf"^\(?\d{{1,2}}\s?[.)]\)?\s*(?!{_MONTH}|[-–])(?=\D)\S", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:(?:Platz|Rang|Preis|Kategorie)\s+\d{1,2}\b|\d{1,2}\.?\s?[.-]?\s?(?:Platz|Preis|Rang)\b"
    r"|(?:I{1,3}|IV)\.\s?(?:Platz|Preis|Rang)\b)",
    re.IGNORECASE,
)
_IN_DASHES = re.compile(r"^[-–—*~]+\s+(\S.{1,80}?)\s?[-–—*~]+$")
_LONGEST = 200
"""Characters above which a numbered line is a paragraph of prose."""


def is_enumerated(line: str) -> bool:
    """Whether a line opens like an item: `- x`, `• x`, `1. x`, `1) x`, `Platz 1`, `2. Preis`."""
    if len(line) > _LONGEST or is_set_in_dashes(line):
        return False
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _PLACE.match(line))


def is_set_in_dashes(line: str) -> bool:
    """Whether a line is a heading between dashes: `- Jugend forscht -`."""
    return bool(_IN_DASHES.match(line))


def without_dashes(line: str) -> str:
    """A line without the dashes around it."""
    match = _IN_DASHES.match(line)
    return match[1] if match else line


def without_marks(line: str) -> str:
    """A line without its leading bullets and heading marks."""
    return _MARKS.sub("", line, count=1)


def without_bullet(line: str) -> str:
    """A line without its leading bullet; numbers stay, they are ranks."""
    return _BULLET.sub("", line, count=1)
