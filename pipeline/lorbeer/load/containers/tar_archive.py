"""Tar archives, read from front to back, so that packed ones need not be unpacked first."""

import tarfile
from collections.abc import Iterator
from typing import IO, Self, cast

from lorbeer.flow import Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.containers.members import NOTHING, check_depth, is_wanted
from lorbeer.load.item import Item, ReadError, TooLargeError
from lorbeer.load.streams import InPieces, read_whole

_LONGEST_NAME = 1024 * 1024
_NAMING = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip


class _Header(tarfile.TarInfo):
    """A header of a member; tarfile takes a broken one for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Reads a header; raises `ReadError` if it is broken or names without end."""
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):
                raise  # the end
            raise _broken() from error
        if header.type in _NAMING and header.size > _LONGEST_NAME:
            raise _broken()
        return header


def read_tar(item: Item, _: Fields) -> Iterator[Item | Unreadable]:
    """The readable members of a tar archive, one after the other."""
    check_depth(item)
    is_empty = True
    pieces = cast(IO[bytes], InPieces(item.stream))  # of a file, only reading is used
    try:
        with tarfile.open(fileobj=pieces, mode="r|", tarinfo=_Header) as archive:
            for member in archive:
                if member.isfile() and is_wanted(item, member.name):
                    is_empty = False
                    yield _read(item, archive, member)
                # The archive remembers all members otherwise.
                archive.members = []  # type: ignore[attr-defined]
    except tarfile.TarError as error:
        raise _broken() from error
    if is_empty:
        raise ReadError(NOTHING)


def _read(item: Item, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Item | Unreadable:
    stream = archive.extractfile(member)
    assert stream is not None, "only files are read"
    try:
        return item.member(member.name, read_whole(stream))
    except TooLargeError as error:
        return Unreadable(item.place_of(member.name), str(error))


def _broken() -> ReadError:
    return ReadError("a broken or cut off tar archive; get the file again")
