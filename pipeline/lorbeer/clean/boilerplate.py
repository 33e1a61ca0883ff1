"""Removes from a parsed page what is not its release."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bs4 import BeautifulSoup, Tag

from lorbeer.clean.data import entries

_MOST_TEXT = 0.4
"""Share of a page's text above which a match wraps the release instead of framing it."""
_LEAST_MAIN = 0.5
"""Share of a page's text that its main element must hold to stand for the page."""
_LEAST_LINKS = 3
_WORD_BREAK = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")


def remove_dropped(page: BeautifulSoup) -> None:
    """Takes out scripts, styles, form controls and other tags without running text."""
    for tag in page.find_all(entries("dropped_tags.txt")):
        tag.decompose()


def remove_boilerplate(page: BeautifulSoup) -> None:
    """Takes out navigation, page header and footer, cookie banners, share bars and the like."""
    total = _length(page)
    for tag in list(_matches(page)):
        if not tag.decomposed and not _holds_release(tag, total):
            tag.decompose()


def main_part(page: BeautifulSoup) -> Tag:
    """The element that holds the release: `main` or `article` with most of the text, or all."""
    total = _length(page)
    for tag in page.select("article, main, [role=main]"):
        if _length(tag) >= _LEAST_MAIN * total:
            return tag
    for tag in page.find_all(["ul", "ol", "div", "p"]):
        if not tag.decomposed and _is_link_block(tag):
            tag.decompose()
    return page


def _matches(page: BeautifulSoup) -> Iterator[Tag]:
    keywords = _keywords()
    yield from page.select(keywords.selectors)
    for tag in page.find_all(lambda tag: tag.has_attr("class") or tag.has_attr("id")):
        if any(map(keywords.match, _names(tag))):
            yield tag


@dataclass(frozen=True)
class _Keywords:
    """What `boilerplate.txt` lists: selectors, words of names, and last words of names."""

    selectors: str
    words: frozenset[str]
    last_words: frozenset[str]

    def match(self, name: str) -> bool:
        """Whether a class or id names boilerplate."""
        words = _WORD_BREAK.split(name)
        return words[-1].lower() in self.last_words or not self.words.isdisjoint(
            word.lower() for word in words
        )


@cache
def _keywords() -> _Keywords:
    lines = entries("boilerplate.txt")
    return _Keywords(
        ", ".join(line for line in lines if line[0] not in "*."),
        frozenset(line[1:] for line in lines if line[0] == "*"),
        frozenset(line[1:] for line in lines if line[0] == "."),
    )


def _names(tag: Tag) -> list[str]:
    """Classes and id of an element."""
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    return [str(name) for name in names if name]


def _holds_release(tag: Tag, total: int) -> bool:
    if tag.name == "nav":
        return False
    return tag.find("h1") is not None or _length(tag) > _MOST_TEXT * total


def _is_link_block(tag: Tag) -> bool:
    """A block with several links and no other text: a menu, a tag cloud, a list of teasers."""
    links = tag.find_all("a")
    if len(links) < _LEAST_LINKS:
        return False
    return sum(map(_length, links)) >= _length(tag)


def _length(tag: Tag) -> int:
    """Characters of text, white space aside."""
    return sum(len("".join(text.split())) for text in tag.stripped_strings)
