"""Dates, amounts, ranks, editions and web addresses, by regular expressions with word lists."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from de_lorbeer import spans
from de_lorbeer.data import patterns, table, words

#: Offices and clubs that are called by a number themselves.
_NUMBERED = (
    r"(?:Vorsitz|Vorst|Bürgermeister|Stellvertret|Beigeordnet|Bundesliga|Liga|Mannschaft|Klasse)"
)
_CLUB = r"(?P<club> (?:FC|FFC|FSV|SSV|SC|TC|BC|HC|VC|VfL|CfR)\b)"
_ENTRY = re.compile(
    rf"(?:^|(?<=[:;,] )|(?<=\) )|(?<=\n))([1-9]\d?)\.(?= [A-ZÄÖÜ])(?! {_NUMBERED})(?={_CLUB}?)"
)
#: So many entries in a row count clubs that may be called by a number: "1. SG Au, 2. FSV Ems, ...".
_STANDING = 3


@cache
def _vocabulary() -> dict[str, str]:
    """Alternations that stand for {month}, {weekday} and so on, longest words first."""
    numbers = table("lexicon/numbers.tsv")
    lists = {
        "month": [row["name"] for row in table("lexicon/months.tsv")],
        "weekday": [row["name"] for row in table("lexicon/weekdays.tsv")],
        "currency": [row["word"] for row in table("lexicon/currencies.tsv")],
        "ordinal": [row["word"] for row in numbers if row["kind"] == "ordinal"],
        "cardinal": [row["word"] for row in numbers if row["kind"] == "cardinal"],
        "place": sorted(words("place_compounds")),
    }
    return {name: _alternation(entries) for name, entries in lists.items()}


def _alternation(entries: list[str]) -> str:
    longest_first = sorted(set(entries), key=len, reverse=True)
    either_case = (f"[{w[0].upper()}{w[0].lower()}]{re.escape(w[1:])}" for w in longest_first)
    return f"(?:{'|'.join(either_case)})"


def expand(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose {names} stand for word lists."""
    for name, alternation in _vocabulary().items():
        pattern = pattern.replace("{" + name + "}", alternation)
    return re.compile(pattern)


@cache
def rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(rule id, label, compiled pattern) of every expression."""
    return tuple(
        (rule["id"], rule["label"], expand(rule["pattern"])) for rule in patterns("expressions")
    )


@Language.component("lorbeer_expressions")
def find_expressions(doc: Doc) -> Doc:
    """Add spans labelled DATE, YEAR, MONEY, RANK, EDITION and URL; earlier rules win."""
    text = doc.text
    matches = [
        span
        for rule_id, label, pattern in rules()
        for match in pattern.finditer(text)
        if (span := _span(doc, match, label, rule_id)) is not None
    ]
    spans.add(doc, spans.without_overlaps([*matches, *_enumerated(doc)]))
    return doc


def _enumerated(doc: Doc) -> Iterator[Span]:
    """The numbers of entries in one line: "1. Anna Moll, 2. Lena Holt"."""
    runs: list[list[re.Match[str]]] = []
    for match in _ENTRY.finditer(doc.text):
        goes_on = bool(runs) and 0 <= int(match[1]) - int(runs[-1][-1][1]) <= 1
        if not goes_on:
            runs.append([])
        runs[-1].append(match)
    for run in runs:
        is_standing = len({match[1] for match in run}) >= _STANDING
        counted = [match for match in run if is_standing or not match["club"]]
        if counted and counted[0][1] == "1" and counted[-1][1] != "1":
            entries = (_span(doc, match, "RANK", "rank.enumerated") for match in counted)
            yield from (entry for entry in entries if entry is not None)


def _span(doc: Doc, match: re.Match[str], label: str, rule_id: str) -> Span | None:
    start, end = match.span()
    end = start + len(match[0].rstrip())
    return doc.char_span(start, end, label=label, span_id=rule_id, alignment_mode="expand")
