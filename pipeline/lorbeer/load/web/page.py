"""A page as its server sent it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

from lorbeer.flow import Markup

_MARKUPS: dict[str, Markup] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
}


@dataclass(frozen=True)
class Page:
    """What stood at an address.

    `url` is the address that answered, after redirects; `data` is unpacked; `headers` have
    lower-case names; `fetched` is in UTC, to the second.
    """

    url: str
    data: bytes
    headers: Mapping[str, str]
    fetched: datetime

    @property
    def content_type(self) -> str:
        """The media type that the server names, in lower case; "" where it names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server names."""
        header = Message()
        header["Content-Type"] = self.headers.get("content-type", "")
        return header.get_content_charset()

    @property
    def markup(self) -> Markup | None:
        """The markup that the server names."""
        return _MARKUPS.get(self.content_type)


def now() -> datetime:
    """This moment in UTC, to the second, as archives keep it."""
    return datetime.now(UTC).replace(microsecond=0)
