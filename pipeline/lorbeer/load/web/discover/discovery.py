"""What kind of page leads to releases, and to which."""

import re
import zlib

from lorbeer.load.decoding import DecodingError, decode
from lorbeer.load.web.discover import feeds, sitemaps
from lorbeer.load.web.discover.links import Directory
from lorbeer.load.web.discover.listings import read_listing
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.page import Page

_ROOT = re.compile(
    rb"\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*+)*+<(?:\w+:)?(\w+)",
    re.DOTALL | re.IGNORECASE,
)
_BOM = b"\xef\xbb\xbf"
_GZIP = b"\x1f\x8b"


def discover(page: Page, largest: int, *, is_listing: bool = False) -> Directory | None:
    """The directory that a page is: a feed, a sitemap or a listing; None for any other page.

    `largest` bounds the bytes of a packed sitemap; `is_listing` says that the page continues a
    listing. Raises `FetchError` if the page is broken.
    """
    data = _unpacked(page.data, largest).removeprefix(_BOM)
    match = _ROOT.match(data)
    root = match[1].decode("ascii", "replace").lower() if match else ""
    if root in feeds.ROOTS:
        return feeds.read_feed(page.url, data)
    if root in sitemaps.ROOTS:
        return sitemaps.read_sitemap(page.url, data)
    html = html_of(page)
    return read_listing(page.url, html, is_known=is_listing) if html else None


def html_of(page: Page) -> str | None:
    """The text of a page in HTML; None for any other page."""
    if page.markup != "html" and page.content_type:
        return None
    try:
        return decode(page.data, page.charset)
    except DecodingError:
        return None


def _unpacked(data: bytes, largest: int) -> bytes:
    """Packed data unpacked, up to `largest` bytes; other data as they are."""
    if not data.startswith(_GZIP):
        return data
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        unpacked = unpacker.decompress(data, largest)
    except zlib.error as error:
        raise FetchError(f"broken compression ({error}); give another address") from error
    if unpacker.unconsumed_tail:
        raise FetchError(f"unpacks to more than {largest >> 20} MiB; give a smaller part")
    return unpacked
