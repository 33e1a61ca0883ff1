"""The day with which a release is signed at its end, or that closes the line above its text."""

import re
from collections.abc import Sequence
from datetime import date

from lorbeer.clean.dates import DAY, parse_day
from lorbeer.clean.passage import Passage

_END = 3
"""Passages at the end of a text among which its signature is sought."""
_HEAD = 4
"""Passages at the head of a text among which a line above it is sought."""
_LONGEST = 80
"""Characters of a line that tells little else."""
_WRITTEN = (
    r"(?i:geschrieben|verfasst|text|autor(?:in)?|bericht|versand|versandt|verschickt|stand|redaktion"
    r"|ausgegeben|herausgegeben|erschienen|eingestellt|veröffentlicht|erstellt|gepostet|redigiert)"
)
#: `Ulm, den 3. Mai 2019`, `bo, 30.5.2016`, `Möwennest, Stralsund • 22.09.2020`.
_NAMED = r"(?:[^\W\d][\w.'’-]*(?:[ /,]{1,2}[\w.'’-]+){0,4}\s?[,•·|–—-]\s?(?:(?:den|am|im)\s)?)"
#: `Geschrieben von Irmi am 25.6.2016`, `(Versand: 11. März 2026)`.
_STATED = rf"(?:{_WRITTEN}(?:\s(?:von|durch)\s[^\d,:;]{{2,40}}?)?[\s:,]*(?:(?:den|am|vom)\s)?)"
_SIGNED = re.compile(rf"\W*(?:{_NAMED}|{_STATED})?(?P<day>{DAY})\W*")
#: An occasion to which the last line invites, or of which it tells.
_OCCASION = re.compile(
    r"(?i:\b(?:nächste|termin|ab|bis|seit|anmeld|einsende|bewerb)"
    r"|(?:fest|feier|tag|abend|turnier|versammlung|konzert|sitzung|lauf|cup|markt|treffen|messe|ball"
    r"|schluss|meisterschaft(?:en)?|termine?|finale|gala|verleihung|ehrung|wahl|reise|fahrt|börse|lesung"
    r"|ausstellung|premiere|vortrag|workshop|führung|veranstaltungen|kalender|kurs|party)\b)"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,?\s")
#: A text that ends with `(gh, 10. Juni 2008)`.
_IN_BRACKETS = re.compile(rf"[.!?]\s?[(\[](?:[\w.'’/-]{{1,20}},?\s){{0,2}}(?P<day>{DAY})[)\]]\W*$")
#: `Blog › Aus der Praxis › 7. Oktober 2020`, `Aktuelles | 03.05.2019`.
_CRUMBS = re.compile(rf"[^.!?\d]{{3,60}}[›»|·•]\s?(?:\w+tag,?\s)?(?P<day>{DAY})\W*$")


def signed_on(passages: Sequence[Passage]) -> date | None:
    """The day of a line above the text or of its signature, the last one first; None if neither."""
    ends = [passage.text for passage in reversed(passages[-_END:])]
    heads = [passage.text for passage in passages[:_HEAD]]
    found = (
        *(_signature(text) for text in ends),
        *(_CRUMBS.match(text) for text in heads if _is_plain(text)),
    )
    return next((parse_day(match["day"]) for match in found if match), None)


def _is_plain(text: str) -> bool:
    return len(text) <= _LONGEST and not _OCCASION.search(text)


def _signature(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST:
        return _IN_BRACKETS.search(text[-_LONGEST:])
    match = _SIGNED.fullmatch(text)
    is_other = match and _OCCASION.search(_WEEKDAY.sub("", text[: match.start("day")]))
    return None if is_other else match or _IN_BRACKETS.search(text)
