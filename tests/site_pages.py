"""Pages of known sites and the results that are expected of them; run, it rewrites the results."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lorbeer.clean import clean
from lorbeer.flow import Release, Text
from lorbeer.load import load

FOLDER = Path(__file__).parent / "sites"
BLOCKS = "blocks"


def pages() -> list[Path]:
    """All pages: `NAME.html` or, where a site needs several, `NAME-VARIANT.html`."""
    return sorted(FOLDER.glob("*.html"))


def site_name(page: Path) -> str:
    """The name of the declaration that a page is for."""
    return page.stem.partition("-")[0]


def release_of(page: Path) -> Release:
    """A page as loaded."""
    (release,) = load([str(page)])
    assert isinstance(release, Release), release
    return release


def result(text: Text) -> dict[str, Any]:
    """What is expected of a page, as it stands in its JSON file."""
    return {
        "title": text.title,
        "publisher": text.publisher,
        "published": text.published.isoformat() if text.published else None,
        "published_by": text.published_by,
        BLOCKS: [[block.kind, text.of(block)] for block in text.blocks],
    }


def expected(page: Path) -> dict[str, Any]:
    """The expected result of a page."""
    return dict(json.loads(page.with_suffix(".json").read_text("utf-8")))


def as_json(expected: dict[str, Any]) -> str:
    """The result as JSON, one block a line so that differences can be read."""
    lines = [f" {_dump(key)}: {_dump(value)}," for key, value in expected.items() if key != BLOCKS]
    blocks = ",\n".join(f"  {_dump(block)}" for block in expected[BLOCKS])
    return "\n".join(["{", *lines, f' "{BLOCKS}": [', blocks, " ]", "}", ""])


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refresh() -> Iterator[str]:
    for page in pages():
        target = page.with_suffix(".json")
        target.write_text(as_json(result(clean(release_of(page)))), encoding="utf-8")
        yield target.name


if __name__ == "__main__":
    sys.stdout.writelines(f"{name} written\n" for name in _refresh())
