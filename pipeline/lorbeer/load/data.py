"""The package's tables: columns between spaces, one entry a line."""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str, columns: int) -> tuple[list[str], ...]:
    """Entries of a data file in `columns` columns, of which the last may hold spaces.

    Blank lines and comments, which open with `#`, are left out.
    """
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and line[0] != "#")
    return tuple(line.split(maxsplit=columns - 1) for line in lines)
