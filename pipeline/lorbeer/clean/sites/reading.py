"""Finds out whose a page is, and where on it the release stands."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from lorbeer.clean.characters import clean_characters
from lorbeer.clean.html_tree import Path, length_of, select, text_of
from lorbeer.clean.sites.declarations import Declaration, declarations
from lorbeer.clean.stated_days import day_in

LEAST = 200
"""Characters that a body holds at least; with fewer the site has changed."""
LEAST_SHARE = 0.05
"""The same as a share of the page's text; of 58 pages that were right the lowest had 0.1."""


@dataclass(frozen=True)
class Site:
    """What a declaration finds on a page; `name` is that of the declaration.

    `body` are the elements around the release, `dropped` those inside them that are no part of it;
    what else is in a `rough` body need not be.
    `stated` are texts that the page shows, by "title" and "publisher".
    """

    name: str
    rough: bool
    body: frozenset[HtmlElement]
    dropped: frozenset[HtmlElement]
    stated: dict[str, str]
    published: date | None

    def holds(self, path: Path, frame: AbstractSet[HtmlElement] = frozenset()) -> bool:
        """Whether an element is part of the release, by the elements around it and itself.

        `frame`: elements that frame releases anywhere, such as share bars.
        """
        inside = list(dropwhile(lambda element: element not in self.body, path))
        return bool(inside) and self.dropped.isdisjoint(inside) and frame.isdisjoint(inside[1:])


def site_of(page: HtmlElement, source: str, address: str | None) -> Site | None:
    """The site of a page as loaded, of which `address` is the URL; None if it is not known.

    A site whose body is missing or holds too little is not known either: sites change.
    """
    for declaration in _claims(page, source, address):
        body = select(page, declaration.body)
        if _is_sound(body, page):
            return _read(page, declaration, body)
    return None


def _claims(page: HtmlElement, source: str, address: str | None) -> Iterator[Declaration]:
    host = _host(address or "")
    for one in declarations():
        is_hosted = any(host == own or host.endswith(f".{own}") for own in one.hosts)
        if is_hosted or (one.mark and one.hint in source and select(page, one.mark)):
            yield one


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # pages give broken addresses as their own
        return ""


def _is_sound(body: Sequence[HtmlElement], page: HtmlElement) -> bool:
    outermost = [one for one in body if not any(outer in body for outer in one.iterancestors())]
    length = sum(map(length_of, outermost))
    return length >= LEAST and length >= LEAST_SHARE * length_of(page)


def _read(page: HtmlElement, declaration: Declaration, body: Sequence[HtmlElement]) -> Site:
    fields = {"title": declaration.title, "publisher": declaration.publisher}
    texts = {field: _text(page, css) for field, css in fields.items() if css}
    dates = select(page, declaration.date) if declaration.date else []
    return Site(
        name=declaration.name,
        rough=declaration.rough,
        body=frozenset(body),
        dropped=frozenset(
            one for css in declaration.drop for element in body for one in select(element, css)
        ),
        stated={field: text for field, text in texts.items() if text},
        published=next(filter(None, map(day_in, dates)), None),
    )


def _text(page: HtmlElement, css: str) -> str:
    texts = (clean_characters(text_of(one)) for one in select(page, css))
    return next(filter(None, texts), "")
