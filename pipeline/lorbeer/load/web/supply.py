"""Pages from the cache or from their server, whichever will do."""

from datetime import datetime

from lorbeer.load.web.cache import Cache
from lorbeer.load.web.client import Client
from lorbeer.load.web.discover import Link
from lorbeer.load.web.page import Page


class Supply:
    """Gets pages through a client and keeps them in a cache; raises `FetchError`."""

    def __init__(self, client: Client, cache: Cache) -> None:
        self.cache = cache
        self._client = client

    def current(self, url: str) -> Page:
        """The page as it is now; its server is asked, and may say that it has not changed."""
        known = self.cache.page(url)
        page = self._client.get(url, known)
        if known and page.data == known.data:
            self.cache.note_check(url)
            return known
        self.cache.keep(url, page)
        return page

    def linked(self, link: Link) -> Page:
        """The page behind a link; its server is asked only if it is new or newer than ours."""
        known = self.cache.page(link.url)
        if known and self.is_fresh(link, known.fetched):
            return known
        return self.current(link.url)

    def is_fresh(self, link: Link, fetched: datetime) -> bool:
        """Whether a page of `fetched` is as new as its link says; a later check counts too."""
        checked = self.cache.checked(link.url)
        return not link.is_newer_than(max(fetched, checked) if checked else fetched)
