"""ZIP archives."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator

from lorbeer.flow import Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.containers.members import NOTHING, check_depth, is_wanted
from lorbeer.load.item import Item, ReadError, TooLargeError
from lorbeer.load.streams import read_whole

_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError,
    EOFError, OSError, NotImplementedError, ValueError,
)  # fmt: skip


def read_zip(item: Item, _: Fields) -> Iterator[Item | Unreadable]:
    """The readable members of a ZIP archive, one after the other."""
    check_depth(item)
    try:
        archive = zipfile.ZipFile(item.stream)
    except _BROKEN as error:
        raise ReadError("a broken or cut off ZIP archive; get the file again") from error
    with archive:
        members = [one for one in archive.infolist() if is_wanted(item, one.filename)]
        if not members:
            raise ReadError(NOTHING)
        for member in members:
            yield _read(item, archive, member)


def _read(item: Item, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Item | Unreadable:
    name = item.place_of(member.filename)
    if member.flag_bits & _ENCRYPTED:
        return Unreadable(name, "encrypted; unpack the archive with its password")
    try:
        with archive.open(member) as stream:
            return item.member(member.filename, read_whole(stream))
    except TooLargeError as error:
        return Unreadable(name, str(error))
    except _BROKEN:
        return Unreadable(name, "broken in the archive; get the archive again")
