"""Text that a block editor stored in the front matter, where a page has no other."""

from collections.abc import Iterator, Mapping
from typing import Any

from lorbeer.clean.characters import clean_characters
from lorbeer.clean.passage import Passage
from lorbeer.flow import BlockKind

_TEXT_NODES = ("paragraph", "heading")
_TEXT_KEYS = ("text", "body", "content")


def read_front_text(metadata: Mapping[str, Any]) -> list[Passage]:
    """Passages of all rich text in nested front matter (ProseMirror nodes, as Statamic has)."""
    return [
        passage
        for value in metadata.values()
        if isinstance(value, list)
        for passage in _read(value, "paragraph")
        if passage.text
    ]


def _read(node: object, kind: BlockKind) -> Iterator[Passage]:
    if isinstance(node, list):
        for child in node:
            yield from _read(child, kind)
    elif isinstance(node, Mapping):
        yield from _read_mapping(node, "item" if node.get("type") == "listItem" else kind)


def _read_mapping(node: Mapping[str, Any], kind: BlockKind) -> Iterator[Passage]:
    if node.get("type") in _TEXT_NODES:
        kind = "heading" if node["type"] == "heading" else kind
        yield _passage(kind, "".join(_leaves(node)))
        return
    for key, value in node.items():
        if isinstance(value, str):
            if str(key).endswith("title"):
                yield _passage("heading", value)
            elif key in _TEXT_KEYS:
                yield _passage(kind, value)
        else:
            yield from _read(value, kind)


def _leaves(node: Mapping[str, Any]) -> Iterator[str]:
    for child in node.get("content") or ():
        if isinstance(child, Mapping):
            yield str(child.get("text", " "))


def _passage(kind: BlockKind, text: str) -> Passage:
    level = {"heading": 2, "item": 1}.get(kind, 0)
    return Passage(kind, clean_characters(text), 0, level)
