"""Markdown as passages: rendered, then read like any HTML."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lorbeer.clean.enumeration import is_enumerated
from lorbeer.clean.html_reader import read_tree
from lorbeer.clean.html_tree import drop_unread, parse
from lorbeer.clean.passage import Passage
from lorbeer.clean.place_finder import PlaceFinder

_LEAST_ENTRIES = 2
_LONGEST_ENTRY = 60
_RAGGED = 0.6


def read_markdown(source: str, places: PlaceFinder) -> list[Passage]:
    """The passages of a Markdown text (CommonMark with tables, raw HTML included)."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = markdown.parse(source)
    for token in tokens:
        if token.type == "inline" and _is_line_list(token.content.split("\n")):
            _keep_line_breaks(token)
    page = parse(markdown.renderer.render(tokens, markdown.options, {}))
    drop_unread(page)
    return [found.passage for found in read_tree(page, places)]


def _is_line_list(lines: list[str]) -> bool:
    """Whether a paragraph is meant as a list though its lines are not marked as one."""
    if sum(map(is_enumerated, lines)) >= _LEAST_ENTRIES:
        return True
    lengths = [len(line) for line in lines[:-1]]
    if len(lengths) < _LEAST_ENTRIES or max(lengths) > _LONGEST_ENTRY:
        return False
    # Wrapped prose fills its lines evenly; names and places do not.
    return min(lengths) < _RAGGED * max(lengths)


def _keep_line_breaks(paragraph: Token) -> None:
    for child in paragraph.children or ():
        if child.type == "softbreak":
            child.type, child.tag = "hardbreak", "br"
