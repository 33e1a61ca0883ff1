"""Template residue and front matter, blanked so that every offset stays as it was."""

import re
from functools import cache

from lorbeer.clean.data import entries

_NOT_NEWLINE = re.compile(r"[^\n]")


def without_residue(content: str, text_start: int) -> str:
    """`content` with its front matter and template residue turned to spaces, length unchanged."""
    body = _patterns().sub(_blank, content[text_start:])
    return _NOT_NEWLINE.sub(" ", content[:text_start]) + body


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(entries("residue.txt")))
