"""A folder: one file a page, by host, for those who want to look at them."""

import hashlib
import json
import mimetypes
import os
import re
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from lorbeer.load.web.addresses import host_of
from lorbeer.load.web.archive.base import Archive, ArchiveError
from lorbeer.load.web.page import Page

_INDEX = ".fetched.jsonl"
"""What is stored, one page a line; hidden, so that nobody takes it for a release."""
_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST_NAME = 80


class FolderArchive(Archive):
    """Writes `host/name-of-the-page-1a2b3c4d.html` and notes it in the hidden index."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        with self._clear_errors():
            path.mkdir(parents=True, exist_ok=True)
            index = path / _INDEX
            self._read(index)
            self._index = index.open("a", encoding="utf-8")

    def _read(self, index: Path) -> None:
        """Notes what is there; a line that was broken off goes, and its page is stored again."""
        if not index.exists():
            return
        whole = index.read_bytes().rpartition(b"\n")[0]
        try:
            for line in whole.splitlines():
                row = json.loads(line)
                if (self.path / row["file"]).exists():
                    self._note(datetime.fromisoformat(row["fetched"]), row["asked"], row["url"])
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"{index}: is no index of fetched pages; delete it") from error
        os.truncate(index, len(whole) + 1 if whole else 0)

    def _write(self, asked: str, page: Page) -> None:
        file = self.path / _file_name(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(page.data)
        part.replace(file)
        self._index.write(json.dumps(self._row(asked, page, file), ensure_ascii=False) + "\n")
        self._index.flush()

    def _row(self, asked: str, page: Page, file: Path) -> dict[str, Any]:
        return {
            "url": page.url,
            "asked": asked,
            "file": file.relative_to(self.path).as_posix(),
            "fetched": page.fetched.isoformat(),
            "content_type": page.headers.get("content-type"),
        }

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._index.close()


def _file_name(page: Page) -> str:
    """A name that people recognise and no other address shares."""
    segments = [part for part in unquote(urlsplit(page.url).path).split("/") if part]
    last = segments[-1].rpartition(".")[0] or segments[-1] if segments else "index"
    name = _UNSAFE.sub("-", last)[:_LONGEST_NAME].strip("-") or "page"
    mark = hashlib.sha256(page.url.encode()).hexdigest()[:8]
    suffix = mimetypes.guess_extension(page.content_type) or ".html"
    return f"{_UNSAFE.sub('.', host_of(page.url))}/{name}-{mark}{suffix}"
