"""A page as a tree of elements."""

import re
from collections.abc import Iterable
from functools import cache

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.etree import XPath, strip_elements
from lxml.html import HtmlElement

from lorbeer.clean.data import entries

_STRING = XPath("string()")
_TEXTS = XPath(".//*[not(self::script or self::style)]/text()", smart_strings=False)
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
#: What XML cannot hold; each gives way to a space, so that every offset stays as it was.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parse(source: str) -> HtmlElement:
    """The page as a tree, mended as browsers do; without any element, an empty one."""
    data = _UNFIT.sub(" ", source).encode()
    tree = html.document_fromstring(data, parser=_PARSER) if data.strip() else None
    return html.Element("html") if tree is None else tree


def text_of(element: HtmlElement) -> str:
    """All text inside an element."""
    return str(_STRING(element))


def length_of(element: HtmlElement) -> int:
    """Characters of text inside an element, without spaces, scripts and styles."""
    return sum(len(word) for text in _TEXTS(element) for word in text.split())


def select(element: HtmlElement, css: str) -> list[HtmlElement]:
    """The elements inside an element, or itself, that a CSS selector finds, in order."""
    return list(_selector(css)(element))


@cache
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def drop_unread(page: HtmlElement) -> None:
    """Take out scripts, styles, form controls and other tags without running text."""
    strip_elements(page, *entries("dropped_tags.txt"), with_tail=False)


Path = tuple[HtmlElement, ...]


def paths_to(elements: Iterable[HtmlElement]) -> list[Path]:
    """For each element, the elements around it and itself, the outermost first."""
    known: dict[HtmlElement, Path] = {}
    return [_path(element, known) for element in elements]


def _path(element: HtmlElement, known: dict[HtmlElement, Path]) -> Path:
    missing = [] if element in known else [element]
    while missing and (outer := missing[-1].getparent()) is not None and outer not in known:
        missing.append(outer)
    for inner in reversed(missing):
        known[inner] = (*known.get(inner.getparent(), ()), inner)
    return known[element]
