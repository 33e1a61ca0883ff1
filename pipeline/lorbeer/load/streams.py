"""Streams of bytes and of text: bounded, and fit to be looked at before they are read."""

import io
import lzma
import tempfile
import zlib
from collections.abc import Iterator
from typing import IO, TextIO

from lorbeer.load.decoding import text_encoding
from lorbeer.load.item import ReadError, Stream, TooLargeError

HEAD = 64 * 1024
"""Bytes at the beginning that tell what a stream holds."""
LARGEST = 64 * 1024 * 1024
"""Bytes that one release, or one row of a table, may have."""
LARGEST_SPOOLED = 4 * 1024 * 1024 * 1024
"""Bytes that an archive from a pipe may have: it is kept on disk meanwhile."""
_IN_MEMORY = 8 * 1024 * 1024
_PIECE = 256 * 1024

Source = io.BufferedIOBase


_DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError)


class _Steady(io.RawIOBase):
    """A stream that cannot be rewound, read in full pieces.

    What breaks it is a `ReadError`, raised after all that could be read.
    """

    def __init__(self, stream: Source) -> None:
        self._stream = stream
        self._broken: ReadError | None = None

    def readable(self) -> bool:
        """Yes, it is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the whole buffer unless the stream ends."""
        done = 0
        while done < len(buffer) and (piece := self._piece(len(buffer) - done)):
            buffer[done : done + len(piece)] = piece
            done += len(piece)
        if self._broken and not done:
            raise self._broken
        return done

    def _piece(self, size: int) -> bytes:
        try:
            return b"" if self._broken else self._stream.read1(size)
        except _DAMAGE as error:
            problem = " ".join(str(error).split()).lower()
            self._broken = ReadError(f"broken or cut off ({problem}); get the file again")
            return b""


def steady(stream: Source) -> Stream:
    """A stream that can be looked at though it cannot be rewound; `ReadError` if it breaks."""
    return io.BufferedReader(_Steady(stream), HEAD)


class InPieces:
    """A stream that gives what it has at once, so that damage behind it takes nothing away."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """At most `size` of the next bytes; b"" at the end."""
        return self._stream.read1(size)


def head_of(stream: Stream) -> bytes:
    """The first bytes of a stream that was not read yet; they stay in it."""
    if isinstance(stream, io.BufferedReader):
        return stream.peek(HEAD)[:HEAD]
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def read_whole(stream: IO[bytes] | io.BufferedIOBase) -> bytes:
    """All bytes of one release; `ReadError` for more than one may have."""
    pieces: list[bytes] = []
    left = LARGEST
    # At once, a buffer for the largest release would be set aside for each.
    while piece := stream.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise TooLargeError(f"larger than {LARGEST >> 20} MB; no release is, give a part of it")
        pieces.append(piece)
    return b"".join(pieces)


def rewindable(stream: Stream) -> Stream:
    """The stream, or a copy of it on disk where it cannot be rewound."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile(buffering=_IN_MEMORY)  # noqa: SIM115  # closed when let go
    while piece := stream.read(_PIECE):
        copy.write(piece)
        if copy.tell() > LARGEST_SPOOLED:
            raise ReadError(f"larger than {LARGEST_SPOOLED >> 30} GB; save it as a file")
    copy.seek(0)
    return io.BufferedReader(copy)


def text_of(stream: Stream, *, newline: str) -> TextIO:
    """A stream as text, in the encoding that its beginning tells."""
    encoding, errors = text_encoding(head_of(stream))
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)


def lines_of(text: TextIO) -> Iterator[str]:
    """The lines of a text; `ReadError` for one that no row of a table needs."""
    while line := text.readline(LARGEST):
        if len(line) == LARGEST:
            raise ReadError(f"a line longer than {LARGEST >> 20} MB; mend or split the file")
        yield line
