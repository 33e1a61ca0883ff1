"""Clues to whether a passage of a page belongs to its release."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from lorbeer.clean.candidates import Candidate

_SENTENCE_END = re.compile(r"[.!?:…][”“\"»)]*$")
_CAPTIONS = frozenset({"figcaption", "figure"})
_NEAR = 3
"""Passages before and after one that count as near."""
_FAR = 30
"""Passages from the core beyond which distance makes no difference."""
_CORE, _WIDE = 0.8, 0.95
"""Shares of the selected text that the core and the wide region of a page hold."""

Weights = Counter[HtmlElement]


@dataclass(frozen=True)
class _Page:
    """What the clues of a passage compare it with.

    `core`, `wide`: the smallest elements with most of the selected text; `first`, `last`: numbers
    of the first and last selected passage in the core. `all`, `selected`: lengths of text by
    element.
    """

    candidates: Sequence[Candidate]
    core: HtmlElement
    wide: HtmlElement
    first: int
    last: int
    all: Weights
    selected: Weights

    def share(self, path: Sequence[HtmlElement], up: int) -> float:
        """The share of text that is selected, `up` levels above a passage's own element."""
        element = path[max(len(path) - 1 - up, 0)]
        return self.selected[element] / self.all[element]

    def near(self, numbers: range) -> float:
        """The share of passages that are selected."""
        some = [self.candidates[i].selected for i in numbers if 0 <= i < len(self.candidates)]
        return sum(some) / len(some) if some else 0


Clue = Callable[[_Page, int, Candidate], float]

#: Name -> clue; a tree asks for them in this order.
CLUES: dict[str, Clue] = {
    "selected": lambda page, i, one: one.selected,
    "in frame": lambda page, i, one: one.in_frame,
    "linked": lambda page, i, one: one.linked,
    "length": lambda page, i, one: math.log(len(one.passage.text)),
    "ends a sentence": lambda page, i, one: bool(_SENTENCE_END.search(one.passage.text)),
    "ends with a colon": lambda page, i, one: one.passage.text.endswith(":"),
    "heading": lambda page, i, one: one.passage.kind == "heading",
    "item": lambda page, i, one: one.passage.kind == "item",
    "row": lambda page, i, one: one.passage.kind == "row",
    "paragraph tag": lambda page, i, one: one.path[-1].tag == "p",
    "caption tag": lambda page, i, one: one.path[-1].tag in _CAPTIONS,
    "in core": lambda page, i, one: page.core in one.path,
    "in wide region": lambda page, i, one: page.wide in one.path,
    "before core": lambda page, i, one: min(max(page.first - i, 0), _FAR),
    "after core": lambda page, i, one: min(max(i - page.last, 0), _FAR),
    "selected before": lambda page, i, one: page.near(range(i - _NEAR, i)),
    "selected after": lambda page, i, one: page.near(range(i + 1, i + _NEAR + 1)),
    "selected beside": lambda page, i, one: page.share(one.path, up=1),
    "selected around": lambda page, i, one: page.share(one.path, up=2),
}


def clues_of(candidates: Sequence[Candidate]) -> NDArray[np.float32]:
    """(candidates, CLUES): the clues of all passages of a page, of which some are selected."""
    page = _page_of(candidates)
    rows = [[clue(page, i, one) for clue in CLUES.values()] for i, one in enumerate(candidates)]
    return np.array(rows, np.float32)


def _page_of(candidates: Sequence[Candidate]) -> _Page:
    every, selected = Weights(), Weights()
    for one in candidates:
        length = len(one.passage.text)
        for element in one.path:
            every[element] += length
            selected[element] += length * one.selected
    core, wide = (_region(selected, share) for share in (_CORE, _WIDE))
    within = [i for i, one in enumerate(candidates) if one.selected and core in one.path]
    return _Page(candidates, core, wide, within[0], within[-1], every, selected)


def _region(selected: Weights, share: float) -> HtmlElement:
    """The innermost element with such a share of the selected text."""
    least = share * max(selected.values())
    heavy = [element for element, weight in selected.items() if weight >= least]
    return max(heavy, key=lambda element: sum(1 for _ in element.iterancestors()))
