"""Which markup a text is written in."""

import re
from pathlib import PurePath
from urllib.parse import urlsplit

from lorbeer.flow import Markup
from lorbeer.load.inputs import is_url
from lorbeer.values.front_matter import front_matter_end

_SUFFIXES: dict[str, Markup] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*+|<!--.*?-->\s*+)*+(?:<!doctype html|<html\b)", re.IGNORECASE | re.DOTALL
)
_BLOCK_TAG = re.compile(r"<(?:p|div|br|li|h[1-6]|td)\b[^>]*>", re.IGNORECASE)
_LEAST_BLOCK_TAGS = 3
#: What begins and ends as an element does is no plain text.
_ELEMENT = re.compile(
    r"\s*<(p|div|h[1-6]|ul|ol|table|section|article)\b[^>]*>.*</\1>\s*\Z", re.IGNORECASE | re.DOTALL
)


#: The head of a table of several columns in Markdown, and the line below it.
_TABLE_RULE = re.compile(r"^\|.*\|[ \t]*\n\|(?:[ \t]*:?-{3,}:?[ \t]*\|){2,}[ \t]*$", re.MULTILINE)


def markup_of(content: str, source: str) -> Markup:
    """HTML if `content` is a whole page, else by the suffix of `source`, else by its tags."""
    if _PAGE.match(content, front_matter_end(content)):
        return "html"
    path = urlsplit(source).path if is_url(source) else source
    known = _SUFFIXES.get(PurePath(path).suffix.lower())
    if known:
        return known
    if len(_BLOCK_TAG.findall(content)) >= _LEAST_BLOCK_TAGS or _ELEMENT.match(content):
        return "html"
    return "markdown" if _is_fenced(content) or _TABLE_RULE.search(content) else "text"


def _is_fenced(content: str) -> bool:
    """Whether it opens with fenced front matter, which plain text does not have."""
    return content.lstrip().startswith(("---", "+++")) and front_matter_end(content) > 0
