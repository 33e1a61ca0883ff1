"""RSS and Atom feeds."""

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time

import feedparser

from lorbeer.load.web.addresses import absolute_url
from lorbeer.load.web.discover.links import Directory, Link

ROOTS = frozenset({"rss", "feed", "rdf"})


def read_feed(url: str, data: bytes) -> Directory:
    """The entries of a feed, and its next page if it has several (RFC 5005)."""
    # As a stream: a name or an address would be opened.
    feed = feedparser.parse(BytesIO(data), response_headers={"content-location": url})
    links = (_link(url, entry) for entry in feed.entries)
    return Directory(
        [link for link in links if link], list(_next_pages(url, feed.feed)), is_paged=True
    )


def _link(base: str, entry: feedparser.FeedParserDict) -> Link | None:
    reference = entry.get("link")
    url = absolute_url(base, reference) if reference else None
    if not url:
        return None
    field = "updated_parsed" if "updated_parsed" in entry else "published_parsed"
    return Link(url, entry.get("title", ""), _moment(entry.get(field)))


def _moment(parsed: struct_time | None) -> datetime | None:
    return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None


def _next_pages(base: str, feed: feedparser.FeedParserDict) -> Iterator[Link]:
    for link in feed.get("links", ()):
        url = absolute_url(base, link.get("href", ""))
        if link.get("rel") == "next" and url:
            yield Link(url)
