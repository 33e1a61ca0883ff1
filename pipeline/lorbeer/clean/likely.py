"""Which passages of a page are likely enough to belong to its release."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from lorbeer.clean.boosted_trees import BoostedTrees
from lorbeer.clean.candidates import Candidate
from lorbeer.clean.clues import CLUES, clues_of
from lorbeer.clean.data import entries

TREES = "main_text.json"
LEAST = 0.4
"""Probability from which a passage is kept: in cross-validation F is level from here to 0.5, and
keeping too much costs a release less than losing a winner."""
LEAST_ENTRY = 0.1
"""The same for list items and table rows next to kept passages, where winners stand, and for what
announces winners: that of earlier years, above links to other pages, is less probable."""
_LONGEST_ENTRY = 120
"""Characters up to which a passage may name a winner, or announce winners."""
LINKED = 0.5
"""Share of its text inside links from which a passage leads on to other pages."""
_CORE = list(CLUES).index("in core")


def likely(candidates: Sequence[Candidate]) -> list[bool]:
    """Of each candidate of a page whether it is kept; some must be selected."""
    clues = clues_of(candidates)
    return kept_by(_trees(), candidates, clues)


def kept_by(
    trees: BoostedTrees, candidates: Sequence[Candidate], clues: NDArray[np.float32]
) -> list[bool]:
    """The same by given trees and clues.

    Entries of a list follow the passage before them. After words that announce winners, all short
    passages in the core of the page are kept until the next long one: names of winners often are
    links, cards or headings, as those of other pages are.
    """
    kept: list[bool] = []
    inside: list[bool] = []
    is_led = False
    core = _core([one for one, in_core in zip(candidates, clues[:, _CORE], strict=True) if in_core])
    for candidate, chance in zip(candidates, trees.probabilities(clues), strict=True):
        text = candidate.passage.text
        is_inside = core in candidate.path and not candidate.in_frame
        may_be_led = is_inside and len(text) <= _LONGEST_ENTRY
        announces = may_be_led and chance >= LEAST_ENTRY and _announces(candidate)
        goes_on = is_entry(candidate) and kept[-1:] == [True]
        is_led = announces or (is_led and may_be_led and not _ends().search(text))
        kept.append(is_led or chance >= (LEAST_ENTRY if goes_on else LEAST))
        inside.append(is_inside)
    return _headed(candidates, _bridged(candidates, kept, inside), inside)


def _headed(
    candidates: Sequence[Candidate], kept: Sequence[bool], inside: Sequence[bool]
) -> list[bool]:
    """The same with the headings right above kept passages: they may be all that names an award."""
    headed = list(kept)
    for place in reversed(range(len(candidates) - 1)):
        one, below = candidates[place], candidates[place + 1]
        is_over = headed[place + 1] and inside[place] and inside[place + 1]
        is_beside = one.path[-2:-1] == below.path[-2:-1]
        if is_over and is_beside and _is_heading(one) and not _ends().search(one.passage.text):
            headed[place] = True
    return headed


def _bridged(
    candidates: Sequence[Candidate], kept: Sequence[bool], inside: Sequence[bool]
) -> list[bool]:
    """The same with the lists and tables, and their headings, that stand between kept passages.

    Each must be in the core of the page and no link.
    """
    bridged = list(kept)
    gap: list[int] | None = None
    for place, (candidate, is_kept, is_inside) in enumerate(
        zip(candidates, kept, inside, strict=True)
    ):
        if is_kept:
            if gap and any(is_entry(candidates[at]) for at in gap):
                for at in gap:
                    bridged[at] = True
            gap = []
        elif gap is not None and is_inside and _is_listed(candidate):
            gap.append(place)
        else:
            gap = None
    return bridged


def _is_listed(candidate: Candidate) -> bool:
    return _is_heading(candidate) or (is_entry(candidate) and candidate.linked < LINKED)


def _is_heading(candidate: Candidate) -> bool:
    is_heading = candidate.passage.kind == "heading" and not candidate.in_frame
    return is_heading and candidate.linked < LINKED


def _core(inside: Sequence[Candidate]) -> HtmlElement:
    """The element that holds the candidates in the core: around a single block, its parent."""
    shared = set(inside[0].path).intersection(*(one.path for one in inside))
    around = [element for element in inside[0].path if element in shared]
    is_block = len({one.path[-1] for one in inside}) == 1
    return around[-2 if is_block and len(around) > 1 else -1]


def is_entry(candidate: Candidate) -> bool:
    """Whether a candidate is a list item or table row, and not in the frame of its page."""
    return candidate.passage.kind in ("item", "row") and not candidate.in_frame


def _announces(candidate: Candidate) -> bool:
    """Words before a colon; a heading or an entry about winners, such as "1. Platz: Ada"."""
    passage = candidate.passage
    if _ends().search(passage.text):
        return False
    if passage.kind == "paragraph":
        return passage.text.endswith(":") and candidate.linked < LINKED
    return bool(_winners().search(passage.text))


@cache
def _winners() -> re.Pattern[str]:
    return _words("winner_words.txt")


@cache
def _ends() -> re.Pattern[str]:
    return _words("other_pages.txt")


def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(entries(name)), re.IGNORECASE)


@cache
def _trees() -> BoostedTrees:
    return BoostedTrees.load(TREES)
