"""RSS and Atom: each entry is a release."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from xml.sax import SAXException

import feedparser
from bs4 import BeautifulSoup

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.decoding import decode
from lorbeer.load.item import Item, ReadError, one_line
from lorbeer.load.making import make_release
from lorbeer.load.streams import read_whole

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_feed(item: Item, _: Fields) -> Iterator[Release | Unreadable]:
    """A release an entry, named by its address or id; a broken feed is told of at its end."""
    feed = _parse(item)
    problem = feed.get("bozo_exception")
    if not feed.entries:
        raise ReadError("a feed without entries; give another")
    for number, entry in enumerate(feed.entries, 1):
        name = one_line(entry.get("link") or entry.get("id") or number)
        yield _read(f"{item.source}#{name}", entry, feed)
    if isinstance(problem, SAXException):
        reason = " ".join(problem.getMessage().split())
        yield Unreadable(item.source, f"broken XML ({reason}), some may be missing; get it again")


def read_other_xml(item: Item, _: Fields) -> Iterator[Release]:
    """No release in other XML, such as a sitemap; `ReadError` if somebody named it."""
    if not item.is_found and item.depth == 0:
        raise ReadError("XML, but neither a feed nor a page; save it as text or HTML")
    yield from ()


def _parse(item: Item) -> Any:  # noqa: ANN401  # untyped
    # Decoded here, since feedparser breaks down at bytes that are not in the encoding they claim.
    data = decode(read_whole(item.stream), item.charset).encode()
    headers = {"content-type": "application/xml; charset=utf-8"}
    if item.url:
        headers["content-location"] = item.url
    try:
        # As a stream: a name or an address would be opened.
        return feedparser.parse(BytesIO(data), response_headers=headers)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReadError("a broken feed; get it again") from error


def _read(source: str, entry: Any, feed: Any) -> Release | Unreadable:  # noqa: ANN401
    content = _content_of(entry)
    if not content.strip():
        return Unreadable(source, "no text in this entry; fetch its page instead")
    metadata = {
        "title": BeautifulSoup(entry.get("title", ""), "html.parser").get_text(" "),
        "date": _day(entry),
        "publisher": entry.get("author") or feed.feed.get("publisher") or feed.feed.get("author"),
    }
    given = {name: value for name, value in metadata.items() if value}
    return make_release(
        source, content, markup="html", url=entry.get("link"), metadata=given, is_page=False
    )


def _content_of(entry: Any) -> str:  # noqa: ANN401
    """The whole text of an entry if the feed has it, else its summary; HTML."""
    texts = [str(part.get("value", "")) for part in entry.get("content", ())]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _day(entry: Any) -> str | None:  # noqa: ANN401
    """The day as the feed states it: in universal time, midnight would be the day before."""
    for name in ("published", "updated"):
        stated = str(dict.get(entry, name, ""))
        if found := _ISO_DAY.match(stated):
            return found[0]
        try:
            return parsedate_to_datetime(stated).date().isoformat()
        except ValueError:
            continue
    return None
