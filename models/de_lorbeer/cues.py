"""Cues around mentions: compiled regular expressions of `patterns/cues.jsonl`, by rule id."""

import re
from functools import cache

from de_lorbeer.data import patterns, words


@cache
def _titles() -> str:
    """Any number of titles and functions before a person's name, as a pattern."""
    alternatives = sorted(words("person_titles"), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(map(re.escape, alternatives))})\s+)*+"


@cache
def cue(rule_id: str) -> re.Pattern[str]:
    """The compiled pattern of a rule; KeyError if there is no such rule."""
    sources = {rule["id"]: rule["pattern"] for rule in patterns("cues")}
    return re.compile(sources[rule_id].replace("{title}", _titles()))
