"""Sitemaps and sitemap indexes (sitemaps.org), with the dates that news sitemaps add."""

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lorbeer.load.web.addresses import absolute_url
from lorbeer.load.web.discover.links import Directory, Link, moment_of
from lorbeer.load.web.errors import FetchError

ROOTS = frozenset({"urlset", "sitemapindex"})


def read_sitemap(url: str, data: bytes) -> Directory:
    """The pages of a sitemap or, for an index, its sitemaps; raises `FetchError` if broken."""
    if b"<!ENTITY" in data:
        raise FetchError("a sitemap with entities of its own; sitemaps need none")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise FetchError(f"a broken sitemap ({error}); give another address") from error
    links = [link for entry in root if (link := _link(url, entry))]
    if _name(root) == "sitemapindex":
        return Directory([], links)
    return Directory(links)


def _link(base: str, entry: Element) -> Link | None:
    fields = dict(_fields(entry))
    url = absolute_url(base, fields["loc"]) if fields.get("loc") else None
    if not url:
        return None
    dated = moment_of(fields.get("lastmod")) or moment_of(fields.get("publication_date"))
    return Link(url, fields.get("title", ""), dated)


def _fields(entry: Element) -> Iterator[tuple[str, str]]:
    """Fields by their names without the namespace; those of a news entry among them."""
    for child in entry:
        yield _name(child), (child.text or "").strip()
        if _name(child) == "news":
            yield from _fields(child)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()
