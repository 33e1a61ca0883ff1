"""Cues that a sentence speaks of the past, denies, or only supposes, in the manner of ConText."""

import re
from collections.abc import Iterator
from functools import cache

from de_lorbeer.cues import cue
from de_lorbeer.data import patterns


@cache
def _rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (rule["assertion"], rule["id"], re.compile(rule["pattern"]))
        for rule in patterns("assertion")
    )


def cues(sentence: str) -> Iterator[tuple[str, str, int]]:
    """(assertion, rule id, offset) of every cue in a sentence.

    Nothing is past that is set against the present: "im Vorjahr Anna Moll, in diesem Jahr".
    """
    is_present = bool(cue("signal.present").search(sentence))
    for assertion, rule_id, pattern in _rules():
        if not (assertion == "past" and is_present):
            for match in pattern.finditer(sentence):
                yield assertion, rule_id, match.start()
