"""Which releases the user wants."""

import re
from dataclasses import dataclass
from datetime import date

from lorbeer.load.web.discover import Link, html_of, published
from lorbeer.load.web.page import Page


@dataclass(frozen=True)
class Wanted:
    """Not older than `since`, with `match` in address or headline, `limit` of them at most.

    Those kept from earlier runs count for the limit, so that a second run has nothing to do.
    """

    since: date | None = None
    match: re.Pattern[str] | None = None
    limit: int | None = None

    @property
    def selection(self) -> str:
        """A name for what `since` and `match` select."""
        return f"{self.since} {self.match and self.match.pattern!r}"

    def matches(self, link: Link) -> bool:
        """Whether a link passes `match`."""
        match = self.match
        return match is None or bool(match.search(link.url) or match.search(link.title))

    def is_older(self, link: Link) -> bool:
        """Whether a link is known to be older than `since`."""
        return bool(self.since and link.dated and link.dated.date() < self.since)

    def is_older_page(self, page: Page) -> bool:
        """Whether a page says that it is older than `since`."""
        html = html_of(page) if self.since else None
        day = published(html) if html else None
        return bool(self.since and day and day.date() < self.since)
