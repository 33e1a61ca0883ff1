"""From addresses to stored releases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lorbeer.flow import Unreadable
from lorbeer.load.web.addresses import checked_url
from lorbeer.load.web.archive import Archive
from lorbeer.load.web.discover import Directory, Link
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.limits import Limits
from lorbeer.load.web.page import Page
from lorbeer.load.web.supply import Supply
from lorbeer.load.web.walking import Walker
from lorbeer.load.web.wanted import Wanted

State = Literal["stored", "kept", "older"]


@dataclass(frozen=True)
class Gathered:
    """What became of a release: stored now, kept from an earlier run, or older than wanted."""

    url: str
    state: State


class Gatherer:
    """Stores the releases behind addresses in an archive."""

    def __init__(self, supply: Supply, archive: Archive, wanted: Wanted) -> None:
        self._supply = supply
        self._archive = archive
        self._wanted = wanted
        self._walker = Walker(supply, wanted, self._is_settled, largest=Limits().largest)
        self._done: set[str] = set()

    def gather(self, entries: Iterable[str]) -> Iterator[Gathered | Unreadable]:
        """What became of each release behind pages, feeds, sitemaps and listings, in order.

        Raises `ArchiveError` and `CacheError`.
        """
        left = self._wanted.limit
        for result in self._all(entries):
            yield result
            if left is not None and isinstance(result, Gathered) and result.state != "older":
                left -= 1
                if left == 0:
                    return

    def _all(self, entries: Iterable[str]) -> Iterator[Gathered | Unreadable]:
        for entry in entries:
            try:
                url = checked_url(entry)
                page = self._supply.current(url)
                directory = self._walker.directory(page)
            except FetchError as error:
                yield Unreadable(entry, str(error))
                continue
            if directory:
                yield from self._walk(url, directory)
            elif url not in self._done:
                self._done.add(url)
                yield self._add(url, page)

    def _walk(self, start: str, directory: Directory) -> Iterator[Gathered | Unreadable]:
        """The releases of a directory; the walk is noted if it comes to its end without failure."""
        cache = self._supply.cache
        walk = f"{start} {self._wanted.selection} {self._archive.path.resolve()}"
        pages_then = cache.forget_walk(walk)
        # Fewer pages than then: somebody took some away, or half a record was cut off.
        walked_before = pages_then is not None and pages_then <= len(self._archive)
        is_whole = True
        for link in self._walker.links(start, directory, walked_before=walked_before):
            if isinstance(link, Link):
                if link.url in self._done:
                    continue
                self._done.add(link.url)
            result = self._store(link) if isinstance(link, Link) else link
            is_whole = is_whole and isinstance(result, Gathered)
            yield result
        if is_whole:
            cache.note_walk(walk, len(self._archive))

    def _store(self, link: Link) -> Gathered | Unreadable:
        if self._wanted.is_older(link):
            return Gathered(link.url, "older")
        if self._is_stored(link):
            return Gathered(link.url, "kept")
        try:
            return self._add(link.url, self._supply.linked(link))
        except FetchError as error:
            return Unreadable(link.url, str(error))

    def _add(self, url: str, page: Page) -> Gathered:
        if self._wanted.is_older_page(page):
            return Gathered(url, "older")
        if self._archive.fetched(url) == page.fetched:
            return Gathered(url, "kept")
        self._archive.add(url, page)
        return Gathered(url, "stored")

    def _is_settled(self, link: Link) -> bool:
        if self._wanted.is_older(link) or self._is_stored(link):
            return True
        page = self._supply.cache.page(link.url)
        return page is not None and self._wanted.is_older_page(page)

    def _is_stored(self, link: Link) -> bool:
        stored = self._archive.fetched(link.url)
        return stored is not None and self._supply.is_fresh(link, stored)
