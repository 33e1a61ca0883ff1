"""What the name of a file promises."""

from pathlib import PurePath

from lorbeer.load.data import entries

KINDS: dict[str, str] = dict(entries("suffixes.txt", 2))
"""Kind by suffix."""
SUFFIXES = frozenset(KINDS)
"""Suffixes of all files that can be read."""
TABLES = frozenset({"json", "json-lines", "csv", "parquet"})
"""Kinds that are read only when somebody names them: they may hold anything."""


def kind_of_name(name: str) -> str | None:
    """The kind that a name promises, that of `a.csv` for `a.csv.gz`; None for any other name."""
    path = PurePath(name.lower())
    kind = KINDS.get(path.suffix)
    inner = PurePath(path.stem).suffix
    return KINDS.get(inner) if kind == "packed" and inner else kind


def is_release_name(name: str) -> bool:
    """Whether a file in a folder is read though nobody named it."""
    kind = kind_of_name(name)
    return kind is not None and kind not in TABLES and not _is_hidden(name)


def is_member_name(name: str) -> bool:
    """Whether a file in an archive that somebody named is read."""
    return kind_of_name(name) is not None and not _is_hidden(name)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in PurePath(name).parts)
