"""E-mail: the text and the attachments are releases of their own."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from lorbeer.flow import Release
from lorbeer.load.columns import Fields
from lorbeer.load.containers.members import is_wanted
from lorbeer.load.decoding import decode
from lorbeer.load.item import Item, ReadError
from lorbeer.load.making import make_release
from lorbeer.load.streams import read_whole

_DEEPEST = 4
"""Mails and archives around a mail that is still read."""
_MALFORMED = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the standard library raises for headers and parts against the rules."""
_HANDED_ON = re.compile(r"^(?:\s*(?:re|aw|fwd?|wg)\s*:)+\s*", re.IGNORECASE)


def read_mail(item: Item, _: Fields) -> Iterator[Release | Item]:
    """The text of a mail, its HTML rather than its plain one, then its readable attachments.

    Subject, day and sender become metadata. Raises `ReadError` for a mail with neither.
    """
    if item.depth > _DEEPEST:
        raise ReadError("a mail in too many others; save it as a file")
    data = read_whole(item.stream)
    try:
        message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
        found = list(_parts(message, item))
    except _MALFORMED as error:
        raise ReadError("a malformed mail; save its text as a file") from error
    if not found:
        raise ReadError("no text and no readable attachment in this mail; give another")
    yield from found


def _parts(message: EmailMessage, item: Item) -> Iterator[Release | Item]:
    release = _text_of(message, item)
    if release:
        yield release
    yield from _attachments(message, item)


def _text_of(message: EmailMessage, item: Item) -> Release | None:
    for subtype in ("html", "plain"):
        part = message.get_body((subtype,))
        data = _bytes_of(part) if part else b""
        if part and data.strip():
            return make_release(
                item.source,
                decode(data, part.get_content_charset()),
                markup="html" if subtype == "html" else "text",
                metadata=_metadata(message),
                is_page=False,
            )
    return None


def _bytes_of(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _metadata(message: EmailMessage) -> dict[str, Any]:
    found = {
        "title": _HANDED_ON.sub("", _header(message, "Subject")),
        "date": _day(_header(message, "Date")),
        "publisher": parseaddr(_header(message, "From"))[0],
    }
    return {name: value for name, value in found.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except _MALFORMED:
        return ""


def _day(header: str) -> str | None:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except ValueError:
        return None


def _attachments(message: EmailMessage, item: Item) -> Iterator[Item]:
    for number, part in enumerate(message.iter_attachments(), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            data = inner.as_bytes() if isinstance(inner, Message) else b""
            yield item.member(part.get_filename() or f"{number}.eml", data)
        elif (name := part.get_filename()) and is_wanted(item, name):
            yield item.member(name, _bytes_of(part))
