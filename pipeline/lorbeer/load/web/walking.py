"""Walks a directory: its own links, then those of the pages to which it leads."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from lorbeer.flow import Unreadable
from lorbeer.load.web.discover import Directory, Link, discover
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.page import Page
from lorbeer.load.web.supply import Supply
from lorbeer.load.web.wanted import Wanted

_log = logging.getLogger(__name__)
_MOST_PAGES = 2000
"""Sitemaps or listing pages of one walk: calendars have a next page for ever."""


class Walker:
    """Finds the links that are wanted.

    `is_settled` says that a link needs no more work. A directory that was walked to its end
    before is left at the first page where all links are settled.
    """

    def __init__(
        self, supply: Supply, wanted: Wanted, is_settled: Callable[[Link], bool], *, largest: int
    ) -> None:
        self._supply = supply
        self._wanted = wanted
        self._is_settled = is_settled
        self._largest = largest

    def directory(self, page: Page, *, is_listing: bool = False) -> Directory | None:
        """What `discover` says; who gives a pattern and a page without it means a listing."""
        match = self._wanted.match
        is_meant = match is not None and not match.search(page.url)
        return discover(page, self._largest, is_listing=is_listing or is_meant)

    def links(
        self, start: str, directory: Directory, *, walked_before: bool
    ) -> Iterator[Link | Unreadable]:
        """The links of a directory at `start`, each once, and what could not be read, in order."""
        seen: set[str] = set()
        visited = {start}
        pending: deque[Link] = deque()
        while True:
            new = [link for link in directory.links if link.url not in seen]
            seen.update(link.url for link in new)
            pending.extendleft(reversed(self._further(directory, new, walked_before)))
            yield from filter(self._wanted.matches, new)
            while pending and pending[0].url in visited:
                pending.popleft()
            if not pending or len(visited) >= _MOST_PAGES:
                break
            url = pending.popleft().url
            visited.add(url)
            try:
                directory = self._next(url, directory)
            except FetchError as error:
                yield Unreadable(url, str(error))
                directory = Directory([])
        if pending:
            _log.warning("%s: left after %d pages; name a part of it", start, _MOST_PAGES)

    def _next(self, url: str, before: Directory) -> Directory:
        found = self.directory(self._supply.current(url), is_listing=before.is_paged)
        if found is None:
            raise FetchError("no list of releases, though another page leads to it; it is left out")
        return found

    def _further(
        self, directory: Directory, new: Sequence[Link], walked_before: bool
    ) -> list[Link]:
        """The pages to go on with; none behind a page where all is old or settled."""
        if directory.is_paged:
            dated = [link for link in new if link.dated]
            if not new or (dated and all(map(self._wanted.is_older, dated))):
                return []
            if walked_before and all(map(self._is_settled, filter(self._wanted.matches, new))):
                return []
        return [link for link in directory.further if not self._wanted.is_older(link)]
