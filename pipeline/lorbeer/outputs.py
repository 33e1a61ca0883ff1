"""Where results go: a file that is no input, or standard output."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import TextIO

from lorbeer.load.kinds import SUFFIXES


class OutputError(Exception):
    """An output that cannot or must not be written; the message says why."""


@contextmanager
def open_output(path: Path | None, inputs: Iterable[str]) -> Iterator[TextIO]:
    """The stream to write results to; standard output, left open, without a path.

    OutputError if the file is an input or lies in an input folder, or cannot be written.
    """
    if path is not None:
        for source in inputs:
            _refuse_input(source, path)
    try:
        if path is None:
            yield sys.stdout
            sys.stdout.flush()
        else:
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as problem:
        name = path or "standard output"
        raise OutputError(f"{name}: cannot be written ({problem.strerror})") from problem


def write_utf8(*streams: TextIO) -> None:
    """Let files and pipes have UTF-8 whatever the system's own encoding; a terminal shows "?" for
    what it cannot show.
    """
    for stream in streams:
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def _refuse_input(source: str, path: Path) -> None:
    """OutputError if `source` is the file itself, a folder around it, or a glob that finds it."""
    place, target = Path(source).resolve(), path.resolve()
    if place == target or fnmatch(str(target), str(place)):
        raise OutputError(f"{path}: would be read as part of the input {source}: name another file")
    if place in target.parents and target.suffix.lower() in SUFFIXES:
        raise OutputError(f"{path}: lies in the input folder {source}: name a file elsewhere")
