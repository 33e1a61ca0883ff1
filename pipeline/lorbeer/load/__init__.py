"""Load: files, folders, URLs and standard input become releases."""

from lorbeer.load.loading import load, release_from_text

__all__ = ["load", "release_from_text"]
