"""Cues around mentions: compiled regular expressions of `patterns/cues.jsonl`, by rule id."""

import re
from functools import cache

from de_lorbeer.data import patterns, words

#: Nobody bears more titles and functions in a row; unlimited ones take quadratic time.
_MOST_TITLES = 12
_RULE = re.compile(r"\{([a-z]+\.[a-z-]+)\}")


@cache
def _titles() -> str:
    """The titles and functions before a person's name, if any, as a pattern."""
    alternatives = sorted(words("person_titles"), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(map(re.escape, alternatives))})\s+){{0,{_MOST_TITLES}}}+"


@cache
def _disciplines() -> str:
    """Any discipline, as a pattern."""
    alternatives = sorted(words("disciplines"), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, alternatives))})"


@cache
def cue(rule_id: str) -> re.Pattern[str]:
    """The compiled pattern of a rule; KeyError if there is no such rule.

    In braces stand word lists ("{title}") and other rules ("{ceremony.noun}").
    """
    sources = {rule["id"]: rule["pattern"] for rule in patterns("cues")}
    pattern = _RULE.sub(lambda match: sources[match[1]], sources[rule_id])
    for placeholder, meaning in (("{title}", _titles), ("{discipline}", _disciplines)):
        if placeholder in pattern:
            pattern = pattern.replace(placeholder, meaning())
    return re.compile(pattern)
