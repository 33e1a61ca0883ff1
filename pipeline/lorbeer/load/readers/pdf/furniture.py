"""What stands on each page beside the text: running heads and feet, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from lorbeer.load.readers.pdf.lines import Line, Page

_REACH = 4
"""Lines from the top, and from the bottom, of a page that may be furniture."""
_MARGIN = 0.15
"""Share of the height of a page within which they stand."""
_LEAST_SHARE = 0.5
"""Share of the pages on which a running head stands; odd and even pages may differ."""
_LARGE = 1.15
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:seite|page|s\.)\s*)?\d{1,4}(?:\s*(?:von|of|/|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)


def without_furniture(pages: Sequence[Page], body_size: float) -> list[list[Line]]:
    """The pages without what is repeated at their edges; a large title on the first page stays."""
    edges = [_edges(page) for page in pages]
    keys = [
        {key for line in edge for key in _keys(line, number)}
        for number, edge in enumerate(edges, 1)
    ]
    counts = Counter(key for some in keys for key in some)
    least = max(2, _LEAST_SHARE * len(pages))
    result = []
    large = _LARGE * body_size
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        gone = {
            id(line)
            for line in edge
            if _PAGE_NUMBER.fullmatch(line.text)
            or (_recurs(line, number, counts, least) and (number > 1 or line.size < large))
        }
        result.append([line for line in page.lines if id(line) not in gone])
    return result


def _edges(page: Page) -> list[Line]:
    ordered = sorted(page.lines, key=lambda line: line.middle)
    feet = [line for line in ordered[:_REACH] if line.middle < _MARGIN * page.height]
    return feet + [line for line in ordered[-_REACH:] if line.middle > (1 - _MARGIN) * page.height]


def _recurs(line: Line, page: int, counts: Counter[str], least: float) -> bool:
    return any(counts[key] >= least for key in _keys(line, page))


def _keys(line: Line, page: int) -> set[str]:
    """The text, and the text without the number of its page.

    Other numbers, such as ranks, tell lines apart.
    """
    text = line.text.casefold()
    return {text, re.sub(rf"(?<!\d){page}(?!\d)", "#", text)}
