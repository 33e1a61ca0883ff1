"""What the tests of loading share: files in, releases and problems out."""

from pathlib import Path

from lorbeer.flow import Release, Unreadable
from lorbeer.load import Fields, load


def write(path: Path, data: str | bytes) -> Path:
    """Writes a file, text as UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def outcomes(entry: Path | str, **fields: str) -> list[tuple[str, str]]:
    """Sources, as seen from the input, and contents or, after `!`, problems."""
    return [
        (one.source.removeprefix(str(entry)), _outcome(one))
        for one in load([str(entry)], Fields(**fields))
    ]


def _outcome(one: Release | Unreadable) -> str:
    if isinstance(one, Release):
        return one.content
    assert "\n" not in one.problem
    return f"! {one.problem}"


def only(entry: Path | str, **fields: str) -> Release:
    """The one release in an input."""
    (found,) = load([str(entry)], Fields(**fields))
    assert isinstance(found, Release), found
    return found


def problem(entry: Path | str, **fields: str) -> str:
    """The one problem of an input."""
    (found,) = load([str(entry)], Fields(**fields))
    assert isinstance(found, Unreadable), found
    assert "\n" not in found.problem
    return found.problem
