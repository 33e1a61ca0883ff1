"""Pages that lead to releases: feeds, sitemaps, listings."""

from lorbeer.load.web.discover.discovery import discover, html_of
from lorbeer.load.web.discover.links import Directory, Link
from lorbeer.load.web.discover.published import published

__all__ = ["Directory", "Link", "discover", "html_of", "published"]
