"""Template residue and front matter, blanked so that every offset stays as it was."""

import re
from functools import cache

from lorbeer.clean.data import entries

_NOT_NEWLINE = re.compile(r"[^\n]")


def without_residue(content: str, text_start: int) -> str:
    """`content` with its front matter and template residue turned to spaces, length unchanged."""
    body = "\n" + content[text_start:]
    for pattern in _patterns():
        body = pattern.sub(_blank, body)
    return _NOT_NEWLINE.sub(" ", content[:text_start]) + body[1:]


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, entries("residue.txt")))
