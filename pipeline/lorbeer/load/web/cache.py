"""What was fetched before, so that a second run asks only for what is new."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lorbeer.load.web.page import Page, now

_FILE = "pages-1.sqlite"
"""The number is that of the tables below: other tables, another number."""
# Without waiting for the disk at each page: what a power failure takes is fetched again.
_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS pages (
    asked TEXT PRIMARY KEY, url TEXT NOT NULL, data BLOB NOT NULL, headers TEXT NOT NULL,
    fetched TEXT NOT NULL, checked TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS walks (walk TEXT PRIMARY KEY, pages INTEGER NOT NULL);
"""


class CacheError(Exception):
    """A cache that cannot be used; the message says what to do."""


class Cache:
    """Pages by the address that was asked for, and the walks that came to their end.

    Lives in a folder; without one, in a temporary file that goes with it. Raises `CacheError`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._name = str(folder) if folder else "temporary file"
        with self._clear_errors():
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(folder / _FILE if folder else "")
            self._database.executescript(_TABLES)

    def page(self, url: str) -> Page | None:
        """What came when this address was last asked for."""
        row = self._first("SELECT url, data, headers, fetched FROM pages WHERE asked = ?", url)
        if row is None:
            return None
        return Page(row[0], row[1], json.loads(row[2]), datetime.fromisoformat(row[3]))

    def keep(self, url: str, page: Page) -> None:
        """Keeps what came when this address was asked for."""
        moment = page.fetched.isoformat()
        values = (url, page.url, page.data, json.dumps(dict(page.headers)), moment, moment)
        with self._clear_errors(), self._database:
            self._database.execute("REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", values)

    def note_check(self, url: str) -> None:
        """The server has just said that the page is still the one kept."""
        values = (now().isoformat(), url)
        with self._clear_errors(), self._database:
            self._database.execute("UPDATE pages SET checked = ? WHERE asked = ?", values)

    def checked(self, url: str) -> datetime | None:
        """When the server last confirmed or changed the page kept."""
        row = self._first("SELECT checked FROM pages WHERE asked = ?", url)
        return datetime.fromisoformat(row[0]) if row else None

    def forget_walk(self, walk: str) -> int | None:
        """How many pages were stored when this walk came to its end; None if it never did.

        It counts as unfinished from now on.
        """
        row = self._first("SELECT pages FROM walks WHERE walk = ?", walk)
        with self._clear_errors(), self._database:
            self._database.execute("DELETE FROM walks WHERE walk = ?", (walk,))
        return int(row[0]) if row else None

    def note_walk(self, walk: str, pages: int) -> None:
        """This walk came to its end; so many pages are stored now."""
        with self._clear_errors(), self._database:
            self._database.execute("REPLACE INTO walks VALUES (?, ?)", (walk, pages))

    def _first(self, query: str, value: str) -> tuple[Any, ...] | None:
        with self._clear_errors():
            row: tuple[Any, ...] | None = self._database.execute(query, (value,)).fetchone()
        return row

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise CacheError(
                f"the cache {self._name} cannot be used ({error}); "
                "name another folder with --cache, or use --no-cache"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()
