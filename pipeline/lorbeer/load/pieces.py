"""Headings, paragraphs, items and rows of documents without markup, as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal

_WRAPPERS = {"item": "ul", "row": "table"}


@dataclass(frozen=True)
class Piece:
    """A piece of a document in reading order; `texts` are its cells if it is a row.

    `level` is that of a heading, from 1. Line breaks in texts stay.
    """

    kind: Literal["heading", "paragraph", "item", "row"]
    texts: tuple[str, ...]
    level: int = 2


def html_of(pieces: Iterable[Piece]) -> str:
    """The pieces as HTML; items that follow one another are a list, rows a table."""
    lines: list[str] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        inner = [_element(piece) for piece in group]
        wrapper = _WRAPPERS.get(kind)
        lines += [f"<{wrapper}>", *inner, f"</{wrapper}>"] if wrapper else inner
    return "\n".join(lines) + "\n"


def _element(piece: Piece) -> str:
    texts = [escape(text, quote=False).replace("\n", "<br>") for text in piece.texts]
    if piece.kind == "row":
        return f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"
    tag = {"heading": f"h{piece.level}", "item": "li"}.get(piece.kind, "p")
    return f"<{tag}>{' '.join(texts)}</{tag}>"


def stands_in(title: str, pieces: Iterable[Piece]) -> bool:
    """Whether a title from a document's properties is also in its text, in whatever case.

    Templates and programs leave titles of their own there.
    """
    wanted = _letters(title)
    return bool(wanted) and wanted in _letters(" ".join(t for one in pieces for t in one.texts))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
