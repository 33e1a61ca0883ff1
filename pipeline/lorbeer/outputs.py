"""Where results go: a file that is no input, or standard output."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import TextIO

from lorbeer.load.inputs import SUFFIXES


class OutputError(Exception):
    """An output that cannot or must not be written; the message says why."""


@contextmanager
def open_output(path: Path | None, inputs: Iterable[str]) -> Iterator[TextIO]:
    """The stream to write results to; standard output, left open, without a path.

    OutputError if the file would itself be read as one of the inputs, or cannot be opened.
    """
    if path is None:
        yield sys.stdout
        return
    source = next((source for source in inputs if _covers(source, path)), None)
    if source is not None:
        raise OutputError(f"{path}: would be read as part of the input {source}: name another file")
    try:
        stream = path.open("w", encoding="utf-8", newline="")
    except OSError as problem:
        raise OutputError(f"{path}: cannot be written ({problem.strerror})") from problem
    with stream:
        yield stream


def _covers(source: str, path: Path) -> bool:
    """True if `source` is the file itself, a folder read with it, or a glob that finds it."""
    place, target = Path(source).resolve(), path.resolve()
    in_folder = place in target.parents and target.suffix.lower() in SUFFIXES
    return place == target or in_folder or fnmatch(str(target), str(place))
