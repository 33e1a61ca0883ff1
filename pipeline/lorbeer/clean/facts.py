"""What a release says about itself outside its text: front matter and the page's metadata."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from lorbeer.clean.characters import clean_characters
from lorbeer.clean.data import entries
from lorbeer.clean.dates import parse_day
from lorbeer.clean.html_tree import select, text_of

_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_WEB = re.compile("https?://", re.IGNORECASE)
_CAPITAL = re.compile("^[^@]*[A-ZÄÖÜ][^@]*$")
_NAME_KEYS = ("display_name", "name", "title")


@dataclass(frozen=True)
class _Origin:
    """A line of `fields.txt`."""

    field: str
    source: str
    key: str
    attribute: str | None


class Facts:
    """Values by field, best first; fields are those of `fields.txt`.

    All are read at once, since the readers empty the page afterwards. `linked_days` are the texts
    of `datePublished` in linked data.
    """

    def __init__(self, metadata: Mapping[str, Any], page: HtmlElement | None = None) -> None:
        """Reads front matter (lower-case keys) and, for HTML, the whole page."""
        self._values: dict[str, list[object]] = defaultdict(list)
        self._in_front = Counter[str]()
        said = {} if page is None else dict(_meta_tags(page))
        for origin in _origins():
            if origin.source == "front":
                found = _named(metadata.get(origin.key))
                self._in_front[origin.field] += bool(found)
            elif origin.source == "meta":
                found = said.get(origin.key)
            else:
                found = _on_page(origin, page)
            self._values[origin.field] += [found] if found else []
        self.linked_days = [] if page is None else list(_in_linked_data(page))

    def add(self, shown: Mapping[str, str]) -> None:
        """Adds texts that the page of a known site shows, by field.

        They come after the front matter, and before the metadata of the page: there portals name
        themselves as publishers.
        """
        for field, text in shown.items():
            self._values[field].insert(self._in_front[field], text)

    @property
    def states_day(self) -> bool:
        """Whether a day of publication is among them."""
        return any(map(parse_day, [*self.values("published"), *self.linked_days]))

    @property
    def address(self) -> str | None:
        """The page's own address, if it is a whole one."""
        return next((text for text in self._texts("address") if _WEB.match(text)), None)

    def values(self, field: str) -> list[object]:
        """All values of a field that are given."""
        return self._values[field]

    def text(self, field: str) -> str | None:
        """The first value of a field that is text, clean."""
        return next(self._texts(field), None)

    def name(self, field: str) -> str | None:
        """The first value of a field that can be a name; logins such as `m.muster` cannot."""
        return next((text for text in self._texts(field) if _CAPITAL.search(text)), None)

    def _texts(self, field: str) -> Iterator[str]:
        for value in self.values(field):
            if isinstance(value, str) and (text := clean_characters(unescape(value))):
                yield text


def _meta_tags(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Names of meta tags, in lower case, with their contents; the first of a name comes last."""
    for tag in reversed(list(page.iter("meta"))):
        for name in ("name", "property", "itemprop"):
            if tag.get(name) and tag.get("content"):
                yield tag.get(name).lower(), tag.get("content")


def _on_page(origin: _Origin, page: HtmlElement | None) -> str | None:
    found = [] if page is None else select(page, origin.key)
    if not found:
        return None
    return found[0].get(origin.attribute) if origin.attribute else text_of(found[0])


def _in_linked_data(page: HtmlElement) -> Iterator[str]:
    """`datePublished` of JSON-LD, read by pattern: the JSON in pages is often broken."""
    for script in page.iter("script"):
        match = _DATE_PUBLISHED.search(script.text or "")
        if match and script.get("type") == "application/ld+json":
            yield match[1]


def _named(value: object) -> object:
    """A value itself, or the name in it: of an author with details, the first of several."""
    if isinstance(value, Mapping):
        return next((value[key] for key in _NAME_KEYS if value.get(key)), None)
    if isinstance(value, list):
        return _named(value[0]) if value else None
    return value


@cache
def _origins() -> tuple[_Origin, ...]:
    return tuple(map(_origin, entries("fields.txt")))


def _origin(line: str) -> _Origin:
    field, source, rest = line.split(maxsplit=2)
    key, _, attribute = rest.partition("  ")
    return _Origin(field, source, key, attribute.strip() or None)
