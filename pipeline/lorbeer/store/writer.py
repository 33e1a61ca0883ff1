"""What every store offers."""

from types import TracebackType
from typing import Protocol, Self

from lorbeer.flow import Skipped
from lorbeer.records import Extraction


class StoreError(Exception):
    """A store that cannot be opened or written to; the message says what to do."""


class Writer(Protocol):
    """Takes one extraction after the other; a context manager that closes itself."""

    def write(self, extraction: Extraction) -> None:
        """Store all that one release became; StoreError if that is impossible."""
        ...

    def skip(self, skipped: Skipped) -> None:
        """Take note of an input that was not extracted, where there is a place for it."""
        return

    def close(self) -> None:
        """Complete what was written. A stream given by the caller stays open."""
        ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
