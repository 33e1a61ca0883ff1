"""What all archives have in common."""

from lorbeer.load.item import Item, ReadError
from lorbeer.load.kinds import is_member_name, is_release_name

DEEPEST = 1
"""Archives around an archive that is still opened."""


def check_depth(archive: Item) -> None:
    """Raises `ReadError` for an archive that lies too deep in others."""
    if archive.depth > DEEPEST:
        raise ReadError("an archive in an archive in an archive; unpack it")


def is_wanted(archive: Item, name: str) -> bool:
    """Whether a member may be a release, by its name; pictures and style sheets are none."""
    return is_release_name(name) if archive.is_found else is_member_name(name)


NOTHING = "no readable file in this archive; give one with releases"
