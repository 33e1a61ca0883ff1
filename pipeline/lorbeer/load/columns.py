"""Which field of a row holds what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lorbeer.load.data import entries

_MOST_NAMED = 30


@dataclass(frozen=True)
class Fields:
    """Names of the fields in tables and JSON that hold text, id and date; usual names without.

    Dots reach into objects: `release.text`.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None


@cache
def usual_names(meaning: str) -> tuple[str, ...]:
    """Usual names of the fields with a meaning ("text"), best first, in lower case."""
    return tuple(name for one, name in entries("usual_names.txt", 2) if one == meaning)


def value_of(row: Mapping[str, Any], meaning: str, path: str | None = None) -> object:
    """The value at `path`, or else of the first usual field that holds one.

    "" if the fields that there are are empty, None if there is none.
    """
    if path is not None:
        return _reach(row, path)
    lower = {key.lower(): value for key, value in row.items() if isinstance(key, str)}
    values = [lower[name] for name in usual_names(meaning) if name in lower]
    return next((value for value in values if value not in (None, "")), "" if values else None)


def _reach(row: Mapping[str, Any], path: str) -> object:
    if path in row:
        return row[path]
    value: object = row
    for step in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def lacking(meaning: str, path: str | None, names: list[str]) -> str:
    """The problem that a table has no field with a meaning, and the fields that it has."""
    shown = ", ".join(" ".join(name.split()) for name in names[:_MOST_NAMED]) or "none"
    more = ", …" if len(names) > _MOST_NAMED else ""
    what = f"no field {path!r}" if path else f"no field that is usual for the {meaning}"
    return f"{what}; name one with --{meaning}-field, there are: {shown}{more}"


def paths_in(row: Mapping[str, Any]) -> list[str]:
    """The fields of a row, those of objects in it with dots."""
    paths = []
    for key, value in row.items():
        inner = paths_in(value) if isinstance(value, Mapping) else []
        paths += [f"{key}.{path}" for path in inner] or [str(key)]
    return paths
