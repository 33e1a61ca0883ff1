"""The way from one page of a listing to the next."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from lorbeer.load.web.addresses import absolute_url, site_of
from lorbeer.load.web.discover.cards import text_of
from lorbeer.load.web.discover.data import entries

_ARROWS = re.compile(r"[›»>→«‹<←…\s]+")
_NUMBERED = re.compile(r"(?:page|seite|paged|start|offset|skip|(?<![a-z])p)[\]\w%]*[=/_-]\d+", re.I)


def next_page(url: str, page: BeautifulSoup) -> str | None:
    """The address of the next page: by rel=next, else by the text of a link."""
    for anchor in (*page.select("link[rel~=next], a[rel~=next]"), *_named_next(url, page)):
        target = absolute_url(url, str(anchor.get("href") or ""))
        if target and target != absolute_url(url, "") and site_of(target) == site_of(url):
            return target
    return None


def _named_next(url: str, page: BeautifulSoup) -> Iterator[Tag]:
    in_paging = {id(tag) for tag in page.select(_links_in_paging())}
    for anchor in page.select("a[href]"):
        is_paging = id(anchor) in in_paging
        # "weiter" may also lead from a teaser to its release.
        is_trusted = is_paging or _is_numbered(url, str(anchor["href"]))
        if is_trusted and _says_next(anchor, with_arrows=is_paging):
            yield anchor


def _links_in_paging() -> str:
    return ", ".join(f"{part} a[href], a{part}[href]" for part in entries("paging.txt"))


def _is_numbered(url: str, reference: str) -> bool:
    target = urlsplit(absolute_url(url, reference) or "")
    return bool(_NUMBERED.search(f"{target.path}?{target.query}"))


def _says_next(anchor: Tag, *, with_arrows: bool) -> bool:
    texts = [text_of(anchor), str(anchor.get("aria-label") or ""), str(anchor.get("title") or "")]
    if with_arrows and texts[0] in entries("arrows.txt"):
        return True
    return any(_ARROWS.sub(" ", text).strip().lower() in entries("next_page.txt") for text in texts)
