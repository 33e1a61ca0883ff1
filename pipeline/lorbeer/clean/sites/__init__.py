"""Known newsrooms and publishing systems: where a page of theirs holds its release."""

from lorbeer.clean.sites.reading import Site, site_of

__all__ = ["Site", "site_of"]
