"""What is declared about a newsroom or a publishing system: one TOML file each, beside this one."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Declaration:
    """Where the pages of a site hold what; `body` and all fields from `mark` on are CSS selectors.

    A page is the site's if its host is one of `hosts`, or below one, or if it holds what `mark`
    selects; `hint` is in the source of each such page, and faster to look for. `body` selects the
    elements around the release's text, `drop` blocks inside them that are no part of it. A `rough`
    body holds more than that, as the themes of the site differ.
    """

    name: str
    body: str
    hosts: tuple[str, ...] = ()
    rough: bool = False
    mark: str | None = None
    hint: str = ""
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    drop: tuple[str, ...] = ()


@cache
def declarations() -> tuple[Declaration, ...]:
    """All declarations, those that name hosts first."""
    return tuple(sorted(_read_all(), key=lambda one: (not one.hosts, one.name)))


def _read_all() -> Iterator[Declaration]:
    for file in files(__package__).iterdir():
        name, _, suffix = file.name.partition(".")
        if suffix == "toml":
            said = tomllib.loads(file.read_text(encoding="utf-8"))
            hosts, drop = tuple(said.pop("hosts", ())), tuple(said.pop("drop", ()))
            yield Declaration(name, hosts=hosts, drop=drop, **said)
