"""Load: files, folders, URLs and standard input become releases."""

from lorbeer.load.columns import Fields
from lorbeer.load.loading import load, release_from_text

__all__ = ["Fields", "load", "release_from_text"]
