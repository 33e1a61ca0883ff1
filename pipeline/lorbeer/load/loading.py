"""From inputs as a user gives them to releases, one after the other."""

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.inputs import InputError, files_of, is_url
from lorbeer.load.item import Item, Stream
from lorbeer.load.making import make_release
from lorbeer.load.reading import read
from lorbeer.load.streams import HEAD, steady
from lorbeer.load.web import FetchError, fetch

_USUAL = Fields()


def load(inputs: Iterable[str], fields: Fields = _USUAL) -> Iterator[Release | Unreadable]:
    """Releases behind `inputs`, in order; what cannot be read comes as an `Unreadable`.

    An input is a file, a folder, a glob pattern, an http(s) URL, or `-` for standard input;
    `fields` name what is read of tables and JSON.
    """
    for entry in inputs:
        if entry == "-":
            stdin = steady(cast(io.BufferedReader, sys.stdin.buffer))
            yield from read(Item("-", stdin, ""), fields)
        elif is_url(entry):
            yield from _from_web(entry, fields)
        else:
            yield from _from_files(entry, fields)


def release_from_text(text: str, source: str = "text") -> Release:
    """A release from text at hand; HTML and front matter are recognised."""
    return make_release(source, text, name=source)


def _from_files(entry: str, fields: Fields) -> Iterator[Release | Unreadable]:
    is_folder = Path(entry).is_dir()
    try:
        for path in files_of(entry):
            yield from _from_file(path, fields, is_found=is_folder)
    except InputError as error:
        yield Unreadable(entry, str(error))


def _from_file(path: Path, fields: Fields, *, is_found: bool) -> Iterator[Release | Unreadable]:
    try:
        with io.BufferedReader(io.FileIO(path), HEAD) as file:
            stream: Stream = file if file.seekable() else steady(file)
            yield from read(Item(str(path), stream, path.name, is_found=is_found), fields)
    except PermissionError:
        yield Unreadable(str(path), "permission denied; make the file readable")
    except OSError as error:
        yield Unreadable(str(path), f"cannot be read ({error.strerror}); check the file")


def _from_web(url: str, fields: Fields) -> Iterator[Release | Unreadable]:
    try:
        page = fetch(url)
    except FetchError as error:
        yield Unreadable(url, str(error))
        return
    item = Item(
        source=url,
        stream=io.BytesIO(page.data),
        name=urlsplit(url).path,
        charset=page.charset,
        markup=page.markup,
        url=url,
    )
    for found in read(item, fields):
        yield replace(found, url=found.url or url) if isinstance(found, Release) else found
