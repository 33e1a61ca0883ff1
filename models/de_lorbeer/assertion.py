"""Cues that a sentence speaks of the past, denies, or only supposes, in the manner of ConText."""

import re
from functools import cache

from de_lorbeer.data import patterns


@cache
def _rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (rule["assertion"], rule["id"], re.compile(rule["pattern"]))
        for rule in patterns("assertion")
    )


def cues(sentence: str) -> list[tuple[str, str]]:
    """(assertion, rule id) of every cue in a sentence."""
    return [
        (assertion, rule_id) for assertion, rule_id, pattern in _rules() if pattern.search(sentence)
    ]
