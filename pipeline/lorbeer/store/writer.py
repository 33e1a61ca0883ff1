"""What every store offers."""

from types import TracebackType
from typing import Protocol, Self

from lorbeer.records import Extraction


class StoreError(Exception):
    """A store that cannot be opened or written to; the message says what to do."""


class Writer(Protocol):
    """Takes one extraction after the other; a context manager that closes itself."""

    def write(self, extraction: Extraction) -> None:
        """Store all that one release became; StoreError if that is impossible."""
        ...

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
