"""The whole records of a WARC file that may have been broken off while it was written."""

import zlib
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from lorbeer.load.web.archive.base import ArchiveError

_GZIP = b"\x1f\x8b\x08\x00"
_PLAIN = b"WARC/1"
_END = b"\r\n\r\n"


def whole_records(path: Path) -> tuple[list[StatusAndHeaders], int]:
    """WARC headers of all whole records, and the offset behind the last of them.

    Raises `ArchiveError` for another file, and where a broken record is not the last one.
    """
    if path.stat().st_size == 0:
        return [], 0
    start, headers = _records(path)
    with path.open("rb") as file:
        file.seek(start)
        tail = file.read()
    length = _closed_length(tail, headers[-1])
    rest = tail[length:]
    if (_GZIP if tail.startswith(_GZIP) else _PLAIN) in rest[1:]:
        raise ArchiveError(f"{path}: a record in the middle is broken; name another with --to")
    return headers if length else headers[:-1], start + length


def _records(path: Path) -> tuple[int, list[StatusAndHeaders]]:
    """Where the last record that can be read starts, and the headers of all up to it."""
    start = 0
    headers: list[StatusAndHeaders] = []
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                records.read_to_end(record)
                start = records.get_record_offset()
                headers.append(record.rec_headers)
        except (ArchiveLoadFailed, zlib.error):
            pass  # what follows is judged by its bytes
    if not headers:
        raise ArchiveError(f"{path}: is no WARC file; name another with --to")
    return start, headers


def _closed_length(tail: bytes, headers: StatusAndHeaders) -> int:
    """Bytes of the record at the start of `tail` with its end; 0 if that is missing."""
    if tail.startswith(_GZIP[:2]):
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            unpacker.decompress(tail)
        except zlib.error:
            return 0
        return len(tail) - len(unpacker.unused_data) if unpacker.eof else 0
    content = tail.index(_END) + len(_END) + int(headers.get_header("Content-Length"))
    return content + len(_END) if tail[content:].startswith(_END) else 0
