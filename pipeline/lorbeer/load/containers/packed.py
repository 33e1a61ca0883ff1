"""One file behind gzip, bzip2 or xz."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedIOBase
from pathlib import PurePath

from lorbeer.load.columns import Fields
from lorbeer.load.item import Item, ReadError, Stream
from lorbeer.load.kinds import KINDS
from lorbeer.load.streams import steady

OPENERS: dict[str, Callable[[Stream], BufferedIOBase]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
"""What undoes each packing."""


def read_packed(item: Item, _: Fields, *, kind: str) -> Iterator[Item]:
    """The file inside, unpacked while it is read."""
    if item.is_unpacked:
        raise ReadError("packed twice; unpack it")
    path = PurePath(item.name)
    is_packing = KINDS.get(path.suffix.lower()) == "packed"
    stream = steady(OPENERS[kind](item.stream))
    yield replace(
        item, stream=stream, name=path.stem if is_packing else item.name, is_unpacked=True
    )
