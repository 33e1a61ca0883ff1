"""Which files a file name, a folder or a glob pattern stands for."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = frozenset({".html", ".htm", ".md", ".markdown", ".txt"})


class InputError(Exception):
    """An input that stands for no file; the message says what to do."""


def is_url(entry: str) -> bool:
    """Whether an input is an address on the web."""
    return entry.lower().startswith(("http://", "https://"))


def files_of(entry: str) -> Iterator[Path]:
    """Files behind an input, sorted; raises `InputError` where there is none.

    A folder is searched to any depth for the suffixes in `SUFFIXES`; hidden files are left out.
    """
    if os.path.lexists(entry):
        yield from _files_at(Path(entry))
    elif glob.has_magic(entry):
        yield from _files_matching(entry)
    elif "://" in entry:
        raise InputError("only http and https addresses can be read; save the page as a file")
    else:
        raise InputError("no such file or folder; check the spelling")


def _files_at(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    files = list(_files_in(path))
    if not files:
        names = " ".join(sorted(SUFFIXES))
        raise InputError(f"no readable file in this folder; it needs files ending in {names}")
    yield from files


def _files_in(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent, name)


def _files_matching(pattern: str) -> Iterator[Path]:
    # `Path.glob` takes no pattern that starts at the root.
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    # `**` matches folders beside their own files; only without files do folders count.
    files = [match for match in matches if not match.is_dir()]
    if not matches:
        raise InputError("no file matches this pattern; check it, and quote it in the shell")
    if files:
        yield from files
        return
    for folder in matches:
        yield from _files_at(folder)
