"""What a page that leads to releases says: where they are, and where it goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Link:
    """A way to a page; `dated` is when it appeared or last changed, aware, where that is told."""

    url: str
    title: str = ""
    dated: datetime | None = None

    def is_newer_than(self, moment: datetime) -> bool:
        """Whether the page is known to have changed after `moment`."""
        return self.dated is not None and self.dated > moment


@dataclass(frozen=True)
class Directory:
    """Links to releases, and to further pages of the same directory, both in order.

    `is_paged` says that `further` continues this page, so that an end may be seen by the links.
    """

    links: Sequence[Link]
    further: Sequence[Link] = ()
    is_paged: bool = False


def moment_of(text: str | None) -> datetime | None:
    """The moment that an ISO 8601 text states, UTC where it names no zone; None if it is none."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
