"""WARC files, the format of web archives: each page that was answered is an item."""

import logging
import zlib
from collections.abc import Iterator
from email.message import Message
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from lorbeer.flow import Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.containers.members import check_depth
from lorbeer.load.item import Item, ReadError, TooLargeError, one_line
from lorbeer.load.streams import InPieces, read_whole

# It warns of addresses with spaces, which do no harm.
logging.getLogger("warcio").setLevel(logging.ERROR)

_BROKEN = "a broken or cut off WARC file from here on; get it again"
_PIECE = 64 * 1024
_DAMAGE = (ArchiveLoadFailed, zlib.error, ValueError, EOFError, AttributeError, TypeError)
"""What warcio raises; the last two for headers that are missing."""
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(item: Item, _: Fields) -> Iterator[Item | Unreadable]:
    """The HTML pages that a web archive holds, named by their addresses.

    The day of the archiving is no day of publication: metadata has it as `fetched`.
    """
    check_depth(item)
    is_empty = True
    records = ArchiveIterator(InPieces(item.stream))
    records.INC_RECORD = ""  # else it writes to standard error
    try:
        for record in records:
            if not record.rec_type:
                raise ReadError(_BROKEN)
            if _is_page(record):
                is_empty = False
                yield _page(item, record)
    except _DAMAGE as error:
        raise ReadError(_BROKEN) from error
    if records.err_count:
        raise ReadError("damaged in places, pages may be missing or cut; get the WARC file again")
    if is_empty:
        raise ReadError("no page in this web archive; give one with HTML pages")


def _is_page(record: Any) -> bool:  # noqa: ANN401  # untyped
    if record.rec_type != "response" or not record.http_headers:
        return False
    return record.http_headers.get_statuscode() == "200" and _content_type(record) in _PAGES


def _content_type(record: Any) -> str:  # noqa: ANN401
    header = str(record.http_headers.get_header("Content-Type", ""))
    return header.partition(";")[0].strip().lower()


def _check_end(record: Any) -> None:  # noqa: ANN401
    """`ReadError` if the file ends before the record does."""
    while record.raw_stream.read(_PIECE):
        pass
    # Without a length in its header, a record has no limit.
    if getattr(record.raw_stream, "limit", None) != 0:
        raise ReadError(_BROKEN)


def _page(item: Item, record: Any) -> Item | Unreadable:  # noqa: ANN401
    url = one_line(record.rec_headers.get_header("WARC-Target-URI")).strip("<>")
    source = f"{item.source}#{url}"
    header = Message()
    header["Content-Type"] = str(record.http_headers.get_header("Content-Type"))
    try:
        data = read_whole(record.content_stream())
        _check_end(record)
    except TooLargeError as error:
        return Unreadable(source, str(error))
    return Item(
        source=source,
        stream=BytesIO(data),
        name="",
        depth=item.depth + 1,
        is_found=item.is_found,
        charset=header.get_content_charset(),
        markup="html",
        url=url,
        metadata={"fetched": record.rec_headers.get_header("WARC-Date")},
    )
