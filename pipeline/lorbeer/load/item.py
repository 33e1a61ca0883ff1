"""Something to read: a file, a page, or a member of an archive."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lorbeer.flow import Markup

Stream: TypeAlias = "io.BufferedReader[Any] | io.BytesIO"


_LONGEST_NAME = 200
_HALF = re.compile("[\ud800-\udfff]")


class ReadError(Exception):
    """Something that cannot be read; the message is one line that says what to do."""


class TooLargeError(ReadError):
    """More bytes than one release may have."""


@dataclass(frozen=True)
class Item:
    """Bytes to read once, and what is known about them beforehand.

    `source` is what messages and records call it; the suffix of `name` tells its kind where the
    content does not. `depth` counts the archives and mails around it. `is_found` says that nobody
    named it: it was found in a folder; `is_unpacked` that gzip or its like was just undone.
    """

    source: str
    stream: Stream
    name: str
    depth: int = 0
    is_found: bool = False
    is_unpacked: bool = False
    charset: str | None = None
    markup: Markup | None = None
    url: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)

    def place_of(self, name: str) -> str:
        """What a file inside this archive or mail is called, on one line of whole characters."""
        # Names that are not UTF-8 come with their bytes in halves of characters.
        whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return f"{self.source}/{' '.join(whole.splitlines())}"

    def member(self, name: str, data: bytes) -> "Item":
        """A file inside this archive or mail."""
        return Item(
            source=self.place_of(name),
            stream=io.BytesIO(data),
            name=name,
            depth=self.depth + 1,
            is_found=self.is_found,
        )


def one_line(name: object) -> str:
    """What a release is called inside its file, on one line that any encoding can write."""
    return whole_characters(" ".join(str(name).split()))[:_LONGEST_NAME]


def whole_characters(text: str) -> str:
    """Text without halves of characters, which JSON can hold and no encoding can write."""
    return _HALF.sub("\ufffd", text)
