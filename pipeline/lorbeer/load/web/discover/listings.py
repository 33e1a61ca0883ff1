"""Newsroom pages that list releases, told from releases by general signs."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from lorbeer.load.web.addresses import absolute_url, site_of
from lorbeer.load.web.discover.cards import Card, cards_of, running_text, text_of
from lorbeer.load.web.discover.data import entries
from lorbeer.load.web.discover.links import Directory, Link
from lorbeer.load.web.discover.paging import next_page

_LEAST_WORDS, _LEAST_LETTERS = 3, 20
"""What a headline has at the least."""
_LEAST_SIGNS = 3
_LEAST_LINKS = 3
_LONGEST_TEASER = 500
"""Characters of a teaser; a link in running text has more around it."""
_LEAST_SHARE, _LEAST_SHARE_OF_ARTICLE = 0.5, 0.8
"""Share of a page's text that teasers hold if it is a listing; the second if it calls itself an
article. Of 264 pages of articles and releases, none is taken for a listing with these values and
the next; 12 of 200 were with 0.5 for all and teasers of any length."""
_LEAST_SHARE_OF_RUNNING = 0.8
"""The same beside running text alone, for pages with large menus; 0.7 in one of the 264."""
_ARTICLE = "meta[property='og:type'][content=article], meta[property='og:type'][content*=video]"
_DEEPEST = 256
_SLUG = re.compile(r"[^-]+-[^-]+-[^-]+|\d{3,}")


def read_listing(url: str, html: str, *, is_known: bool = False) -> Directory | None:
    """The releases that a page lists and its next page; None if it is no listing.

    A page that continues a listing is known to be one, however few releases it holds.
    """
    page = BeautifulSoup(html, "html.parser")
    if _is_too_deep(page):
        return None
    further = next_page(url, page)
    for tag in page.select(", ".join(entries("furniture.txt"))):
        if not tag.decomposed:
            tag.decompose()
    cards = [card for card in cards_of(_anchors(url, page)) if _is_release(url, card)]
    if not (is_known or _is_listing(cards, page)):
        return None
    links = [Link(card.url, card.headline, card.dated) for card in cards]
    return Directory(links, [Link(further)] if further else [], is_paged=True)


def _is_too_deep(page: BeautifulSoup) -> bool:
    """Whether elements nest as no page of people's making does; the search would not end."""
    depths = {id(page): 0}
    for tag in page.find_all(True):
        depths[id(tag)] = depths[id(tag.parent)] + 1
        if depths[id(tag)] > _DEEPEST:
            return True
    return False


def _is_listing(cards: list[Card], page: BeautifulSoup) -> bool:
    teasers = [card for card in cards if card.length <= _LONGEST_TEASER]
    if len(teasers) < _LEAST_LINKS:
        return False
    length, total = sum(card.length for card in teasers), len(text_of(page))
    if page.select_one(_ARTICLE):
        return length >= _LEAST_SHARE_OF_ARTICLE * total
    running = length + running_text(page) - sum(card.running for card in teasers)
    return length >= _LEAST_SHARE * total or length >= _LEAST_SHARE_OF_RUNNING * running


def _anchors(base: str, page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Links to other pages of the same site that may be releases."""
    own = absolute_url(base, "")
    for anchor in page.select("a[href]"):
        url = absolute_url(base, str(anchor["href"]))
        if url and url != own and site_of(url) == site_of(base) and _may_be_release(url):
            yield url, anchor


def _may_be_release(url: str) -> bool:
    path = PurePosixPath(unquote(urlsplit(url).path).lower())
    segments = [part for part in path.parts if part != "/"]
    has_page = bool(segments or urlsplit(url).query)
    return (
        has_page
        and path.suffix not in entries("files.txt")
        and not set(segments).intersection(entries("no_releases.txt"))
    )


def _is_release(base: str, card: Card) -> bool:
    """Whether enough signs speak for a release; a headline and a date weigh twice."""
    path, parent = urlsplit(card.url).path, urlsplit(base).path.rstrip("/")
    signs = 2 * _is_headline(card.headline) + 2 * (card.dated is not None)
    signs += path.startswith(f"{parent}/") and len(path) > len(parent) + 1
    signs += bool(_SLUG.search(path.rstrip("/").rpartition("/")[2] + urlsplit(card.url).query))
    return signs >= _LEAST_SIGNS


def _is_headline(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and len(text) >= _LEAST_LETTERS
