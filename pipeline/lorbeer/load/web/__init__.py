"""Pages from the web: one at a time here; `gathering` stores all that a newsroom lists."""

from functools import cache

from lorbeer.load.web.client import Client
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.page import Page

__all__ = ["FetchError", "Page", "fetch"]


def fetch(url: str) -> Page:
    """The page at an http(s) address of a public host; raises `FetchError`."""
    return _client().get(url)


@cache
def _client() -> Client:
    """One for all pages, so that hosts get their rest between them."""
    return Client()
