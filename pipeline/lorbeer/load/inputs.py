"""Which files a file name, a folder or a glob pattern stands for."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from lorbeer.load.kinds import KINDS, TABLES, is_release_name


class InputError(Exception):
    """An input that stands for no file; the message says what to do."""


def is_url(entry: str) -> bool:
    """Whether an input is an address on the web."""
    return entry.lower().startswith(("http://", "https://"))


def files_of(entry: str) -> Iterator[Path]:
    """Files behind an input, sorted; raises `InputError` where there is none.

    A folder is searched to any depth for files that its suffix makes releases; hidden files and
    data tables, which may be results written earlier, are left out.
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
        raise InputError(_nothing_in_folder())
    yield from files


def _files_in(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            # A pipe or a device would be waited for.
            if is_release_name(name) and Path(parent, name).is_file():
                yield Path(parent, name)


def _nothing_in_folder() -> str:
    names = sorted(suffix for suffix, kind in KINDS.items() if kind not in TABLES)
    tables = sorted(suffix for suffix, kind in KINDS.items() if kind in TABLES)
    return (
        f"no readable file in this folder; it needs files ending in {' '.join(names)}, "
        f"and tables ({' '.join(tables)}) need to be named"
    )


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
