"""From inputs as a user gives them to releases, one after the other."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lorbeer.flow import Markup, Release, Unreadable
from lorbeer.load.decoding import DecodingError, decode
from lorbeer.load.inputs import InputError, files_of, is_url
from lorbeer.load.markup import markup_of
from lorbeer.load.web import FetchError, fetch
from lorbeer.values.front_matter import read_front_matter


def load(inputs: Iterable[str]) -> Iterator[Release | Unreadable]:
    """Releases behind `inputs`, in order; what cannot be read comes as an `Unreadable`.

    An input is a file, a folder, a glob pattern, an http(s) URL, or `-` for standard input.
    """
    for entry in inputs:
        if entry == "-":
            yield _read("-", sys.stdin.buffer.read())
        elif is_url(entry):
            yield _from_web(entry)
        else:
            yield from _from_files(entry)


def release_from_text(text: str, source: str = "text") -> Release:
    """A release from text at hand; HTML and front matter are recognised."""
    return _release(source, _one_newline_style(text))


def _from_files(entry: str) -> Iterator[Release | Unreadable]:
    try:
        for path in files_of(entry):
            yield _from_file(path)
    except InputError as error:
        yield Unreadable(entry, str(error))


def _from_file(path: Path) -> Release | Unreadable:
    try:
        data = path.read_bytes()
    except PermissionError:
        return Unreadable(str(path), "permission denied; make the file readable")
    except OSError as error:
        return Unreadable(str(path), f"cannot be read ({error.strerror}); check the file")
    return _read(str(path), data)


def _from_web(url: str) -> Release | Unreadable:
    try:
        page = fetch(url)
    except FetchError as error:
        return Unreadable(url, str(error))
    found = _read(url, page.data, page.charset, page.markup)
    return replace(found, url=url) if isinstance(found, Release) else found


def _read(
    source: str, data: bytes, charset: str | None = None, markup: Markup | None = None
) -> Release | Unreadable:
    try:
        text = decode(data, charset)
    except DecodingError as error:
        return Unreadable(source, str(error))
    return _release(source, _one_newline_style(text), markup)


def _release(source: str, content: str, markup: Markup | None = None) -> Release:
    markup = markup or markup_of(content, source)
    metadata = {} if markup == "text" else read_front_matter(content, source)
    return Release(source=source, markup=markup, content=content, metadata=metadata)


def _one_newline_style(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
