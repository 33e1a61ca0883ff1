"""Cues around mentions: compiled regular expressions of `patterns/cues.jsonl`, by rule id."""

import re
from functools import cache

from de_lorbeer.data import patterns, words

#: Nobody bears more titles and functions in a row; unlimited ones take quadratic time.
_MOST_TITLES = 12
#: What stands for any word of a list.
_LISTS = {"{discipline}": "disciplines", "{superlative}": "superlatives"}
_RULE = re.compile(r"\{([a-z]+\.[a-z-]+)\}")


@cache
def _titles() -> str:
    """The titles and functions before a person's name, if any, as a pattern."""
    alternatives = sorted(words("person_titles"), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(map(re.escape, alternatives))})\s+){{0,{_MOST_TITLES}}}+"


@cache
def _any_of(name: str) -> str:
    """Any word of a list, as a pattern."""
    alternatives = sorted(words(name), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, alternatives))})"


@cache
def cue(rule_id: str) -> re.Pattern[str]:
    """The compiled pattern of a rule; KeyError if there is no such rule.

    In braces stand word lists ("{title}") and other rules ("{ceremony.noun}"), nested or not.
    """
    sources = {rule["id"]: rule["pattern"] for rule in patterns("cues")}
    pattern = sources[rule_id]
    while _RULE.search(pattern):
        pattern = _RULE.sub(lambda match: sources[match[1]], pattern)
    if "{title}" in pattern:
        pattern = pattern.replace("{title}", _titles())
    for placeholder, name in _LISTS.items():
        if placeholder in pattern:
            pattern = pattern.replace(placeholder, _any_of(name))
    return re.compile(pattern)
