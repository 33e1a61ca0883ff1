"""Markdown as passages: rendered, then read like any HTML."""

from bs4 import Tag
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lorbeer.clean.boilerplate import remove_boilerplate, remove_dropped
from lorbeer.clean.enumeration import is_enumerated
from lorbeer.clean.html_reader import parse, read_tree
from lorbeer.clean.passage import Passage

_LEAST_ENTRIES = 2
_LONGEST_ENTRY = 60
_RAGGED = 0.6
#: Carries the source line of a block through the rendering.
_LINE = "data-lorbeer-line"


def read_markdown(source: str) -> list[Passage]:
    """The passages of a Markdown text (CommonMark with tables, raw HTML included)."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = markdown.parse(source)
    for token in tokens:
        if token.type == "inline" and _is_line_list(token.content.split("\n")):
            _keep_line_breaks(token)
        if token.map and token.nesting >= 0:
            token.attrSet(_LINE, str(token.map[0]))
    page = parse(markdown.renderer.render(tokens, markdown.options, {}))
    remove_dropped(page)
    remove_boilerplate(page)
    starts = _line_starts(source)

    def locate(tag: Tag) -> int | None:
        line = tag.get(_LINE)
        return starts[int(str(line))] if line else None

    return read_tree(page, locate)


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


def _line_starts(source: str) -> list[int]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
