"""Lines joined again where words were divided between them."""

import re
from functools import cache
from importlib.resources import files

_DIVIDED = re.compile(r"\w[-\u2010\u00ad]$")
_SOFT = "\u00ad"


def is_divided(line: str) -> bool:
    """Whether a line ends amid a word, or before the rest of a compound."""
    return bool(_DIVIDED.search(line))


def join_lines(before: str, after: str) -> str:
    """Two lines as one; a hyphen at the end of the first goes where it only divides a word.

    It stays before a capital ("Baden-Württemberg"), a figure, or a word such as "und".
    """
    if not is_divided(before) or not after:
        return f"{before} {after}"
    if before.endswith(_SOFT) or after[0].islower():
        word = after.split(maxsplit=1)[0]
        is_list = not before.endswith(_SOFT) and word in _kept_before()
        return f"{before} {after}" if is_list else before[:-1] + after
    return before + after


@cache
def _kept_before() -> frozenset[str]:
    text = files(__package__).joinpath("after_hyphen.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#")
