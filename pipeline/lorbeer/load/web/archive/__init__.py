"""Where fetched pages are stored, so that extraction can be repeated without the network."""

import mimetypes
from pathlib import Path

from lorbeer.load.web.archive.base import Archive, ArchiveError
from lorbeer.load.web.archive.folder import FolderArchive
from lorbeer.load.web.archive.warc import WarcArchive

__all__ = ["Archive", "ArchiveError", "open_archive"]


def open_archive(path: Path) -> Archive:
    """The archive at `path`, continued if it exists: a WARC file by its suffix, else a folder.

    Raises `ArchiveError` if it cannot be written, or its name promises something else.
    """
    if path.name.lower().endswith((".warc", ".warc.gz")):
        return WarcArchive(path)
    if any(mimetypes.guess_type(path.name)) and not path.is_dir():
        raise ArchiveError(f"{path}: name a folder, or a file that ends in .warc.gz or .warc")
    return FolderArchive(path)
