"""What every archive can do."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from lorbeer.load.web.page import Page


class ArchiveError(Exception):
    """An archive that cannot be read or written; the message says what to do."""


class Archive(ABC):
    """Pages, stored one by one; what is stored stays whole when the run is broken off.

    Open it as a context. All methods raise `ArchiveError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._moments: dict[str, datetime] = {}

    def __len__(self) -> int:
        """The number of addresses of stored pages."""
        return len(self._moments)

    def fetched(self, url: str) -> datetime | None:
        """When the stored page was fetched, by the address asked for or the one that answered."""
        return self._moments.get(url)

    def add(self, asked: str, page: Page) -> None:
        """Stores a page that came when `asked` was asked for."""
        with self._clear_errors():
            self._write(asked, page)
        self._note(page.fetched, asked, page.url)

    def _note(self, moment: datetime, *urls: str) -> None:
        for url in urls:
            self._moments[url] = moment

    @abstractmethod
    def _write(self, asked: str, page: Page) -> None: ...

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ArchiveError(
                f"{self.path}: cannot be written ({error.strerror}); name another with --to"
            ) from error

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
