"""The title of a release, and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from lorbeer.clean.characters import clean_characters, same_words
from lorbeer.clean.facts import Facts
from lorbeer.clean.passage import Passage

_LONGEST = 150
"""Characters a first line may have to be taken for the title."""
_REACH = 6
"""Passages at the head among which the title may be repeated."""
_SITE_BREAK = re.compile(r"\s+(?:[|–—·»:-]|//)\s+")
_SENTENCE = re.compile(r"[.,;:]$")


@dataclass(frozen=True)
class Title:
    """A title, and the passages without it; `at` is where it may begin in the source.

    `is_outside` says that it comes from the front matter or the page's metadata.
    """

    text: str
    at: int
    is_outside: bool
    rest: tuple[Passage, ...]


def page_headings(page: HtmlElement) -> list[str]:
    """First-level headings of a page, before boilerplate is removed."""
    return [text for tag in page.iter("h1") if (text := clean_characters(" ".join(tag.itertext())))]


def find_title(facts: Facts, headings: Sequence[str], passages: Sequence[Passage]) -> Title | None:
    """The title from front matter, page or first line, and the passages that follow it."""
    text = facts.text("title") or _title_of_page(facts, headings)
    if text is None:
        return _first_line(passages)
    for number, passage in enumerate(passages[:_REACH]):
        if same_words(passage.text, text):
            rest = (*passages[:number], *passages[number + 1 :])
            return Title(passage.text, passage.at, False, rest)
    return Title(text, 0, True, tuple(passages))


def _title_of_page(facts: Facts, headings: Sequence[str]) -> str | None:
    """A heading that the page's metadata confirm, else the first, else the metadata."""
    meta, window = facts.text("meta"), facts.text("window")
    claimed = [part for text in (meta, window) if text for part in [text, *_SITE_BREAK.split(text)]]
    for heading in headings:
        if any(same_words(heading, part) for part in claimed):
            return heading
    if headings:
        return headings[0]
    return meta or _without_site(window, facts.text("site"))


def _without_site(window: str | None, site: str | None) -> str | None:
    """A window title without the name of the site at either end."""
    if not window or not site:
        return window
    parts = [part for part in _SITE_BREAK.split(window) if not same_words(part, site)]
    return parts[0] if parts else window


def _first_line(passages: Sequence[Passage]) -> Title | None:
    if not passages or passages[0].kind in ("item", "row"):
        return None
    first = passages[0]
    if len(first.text) > _LONGEST or _SENTENCE.search(first.text):
        return None
    return Title(first.text, first.at, False, tuple(passages[1:]))
