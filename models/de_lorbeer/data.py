"""Read the package's word lists, tables and patterns. `#` opens a comment line in all of them."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `lexicon/<name>.txt`, one a line."""
    return frozenset(line.strip() for line in _lines(ROOT / "lexicon" / f"{name}.txt"))


@cache
def table(path: str) -> tuple[dict[str, str], ...]:
    """The rows of a tab-separated file with a header line; `path` is relative to the package."""
    rows = csv.DictReader(_lines(ROOT / path), delimiter="\t")
    return tuple({key: value or "" for key, value in row.items() if key} for row in rows)


@cache
def patterns(name: str) -> tuple[dict[str, Any], ...]:
    """The rules of `patterns/<name>.jsonl`, one JSON object a line, each with id and example."""
    return tuple(json.loads(line) for line in _lines(ROOT / "patterns" / f"{name}.jsonl"))
