"""A WARC file: the format of web archives (ISO 28500), written by warcio."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lorbeer.load.web.archive.base import Archive
from lorbeer.load.web.archive.records import whole_records
from lorbeer.load.web.exchange import user_agent
from lorbeer.load.web.page import Page

_ASKED = "X-Requested-URI"
"""A field of our own: the address asked for, where another answered."""
_OF_THE_TRANSFER = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers about the packing on the way, which is undone."""


class WarcArchive(Archive):
    """Appends response records to a WARC file; half a record at its end is cut off first."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._is_packed = path.name.lower().endswith(".gz")
        with self._clear_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            records, end = whole_records(path)
            for headers in records:
                self._note_record(headers)
            self._file = path.open("r+b")
            self._file.seek(end)
            self._file.truncate()
            if end == 0:
                self._append(self._info())

    def _note_record(self, headers: StatusAndHeaders) -> None:
        if headers.get_header("WARC-Type") != "response":
            return
        url, asked = headers.get_header("WARC-Target-URI"), headers.get_header(_ASKED)
        moment = datetime.fromisoformat(headers.get_header("WARC-Date"))
        self._note(moment, *filter(None, (url, asked)))

    def _write(self, asked: str, page: Page) -> None:
        self._append(self._response(asked, page))

    def _append(self, record: bytes) -> None:
        """Writes a whole record or, if that is broken off, nothing."""
        start = self._file.tell()
        try:
            self._file.write(record)
            self._file.flush()
        except BaseException:
            self._file.seek(start)
            self._file.truncate()
            raise

    def _info(self) -> bytes:
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=self._is_packed, warc_version="1.0")
        facts = {"software": user_agent(), "format": "WARC File Format 1.0", "robots": "obey"}
        writer.write_record(writer.create_warcinfo_record(self.path.name, facts))
        return buffer.getvalue()

    def _response(self, asked: str, page: Page) -> bytes:
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=self._is_packed, warc_version="1.0")
        http = StatusAndHeaders("200 OK", list(_kept_headers(page)), protocol="HTTP/1.1")
        warc = {"WARC-Date": page.fetched.strftime("%Y-%m-%dT%H:%M:%SZ")}
        if asked != page.url:
            warc[_ASKED] = asked
        record = writer.create_warc_record(
            page.url, "response", BytesIO(page.data), len(page.data), "", warc, None, http
        )
        writer.write_record(record)
        return buffer.getvalue()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


def _kept_headers(page: Page) -> Iterator[tuple[str, str]]:
    for name, value in page.headers.items():
        if name not in _OF_THE_TRANSFER:
            yield name.title(), value
    yield "Content-Length", str(len(page.data))
