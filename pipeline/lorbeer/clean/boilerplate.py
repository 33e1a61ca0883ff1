"""Tells which elements of a page frame its release instead of being part of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from lorbeer.clean.data import entries

_MOST_TEXT = 0.4
"""Share of a page's text above which a match wraps the release instead of framing it."""
_WORD_BREAK = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")


def boilerplate_of(page: HtmlElement, lengths: Mapping[HtmlElement, int]) -> set[HtmlElement]:
    """Page header and footer, menus, cookie banners, share bars and the like.

    `lengths`: how many characters of text each element holds; others hold none.
    """
    selected = set(_keywords().selector(page))
    total = lengths.get(page, 0)
    return {
        element
        for element, length in lengths.items()
        if length <= _MOST_TEXT * total
        and (element in selected or any(map(_is_keyword, _names(element))))
        and element.find(".//h1") is None
    }


@dataclass(frozen=True)
class _Keywords:
    """What `boilerplate.txt` lists: selectors, words of names, and last words of names."""

    selector: CSSSelector
    words: frozenset[str]
    last_words: frozenset[str]

    def match(self, name: str) -> bool:
        """Whether a class or id names boilerplate."""
        words = _WORD_BREAK.split(name)
        return words[-1].lower() in self.last_words or not self.words.isdisjoint(
            word.lower() for word in words
        )


@lru_cache(maxsize=10_000)
def _is_keyword(name: str) -> bool:
    return _keywords().match(name)


@cache
def _keywords() -> _Keywords:
    lines = entries("boilerplate.txt")
    return _Keywords(
        CSSSelector(", ".join(line for line in lines if line[0] not in "*."), translator="html"),
        frozenset(line[1:] for line in lines if line[0] == "*"),
        frozenset(line[1:] for line in lines if line[0] == "."),
    )


def _names(tag: HtmlElement) -> list[str]:
    """Classes and id of an element."""
    return f"{tag.get('class', '')} {tag.get('id', '')}".split()
