"""The passages of a page that are its release, told from those that frame it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress

from lxml.html import HtmlElement

from lorbeer.clean.boilerplate import boilerplate_of
from lorbeer.clean.boosted_trees import BoostedTrees
from lorbeer.clean.candidates import Candidate
from lorbeer.clean.clues import clues_of
from lorbeer.clean.html_reader import read_tree
from lorbeer.clean.html_tree import drop_unread, paths_to
from lorbeer.clean.passage import Passage
from lorbeer.clean.place_finder import PlaceFinder
from lorbeer.clean.selection import Selection

TREES = "main_text.json"
LEAST = 0.4
"""Probability from which a passage is kept: in cross-validation F is level from here to 0.5, and
keeping too much costs a release less than losing a winner."""
LEAST_ENTRY = 0.1
"""The same for list items and table rows next to kept passages, where winners stand."""


def main_passages(page: HtmlElement, places: PlaceFinder) -> list[Passage]:
    """The release in a page, without what frames it; empties the page of its scripts."""
    candidates = candidates_of(page, places)
    if not any(candidate.selected for candidate in candidates):
        return [one.passage for one in candidates if not one.in_frame]
    chances = _trees().probabilities(clues_of(candidates))
    kept = likely(candidates, chances.tolist())
    return [one.passage for one in compress(candidates, kept)]


def candidates_of(page: HtmlElement, places: PlaceFinder) -> list[Candidate]:
    """All passages of a page, with what is known about each."""
    drop_unread(page)
    selection = Selection.of(page)
    found = read_tree(page, places)
    paths = paths_to(one.element for one in found)
    lengths = Counter[HtmlElement]()
    for one, path in zip(found, paths, strict=True):
        lengths.update(dict.fromkeys(path, len(one.passage.text)))
    frame = boilerplate_of(page, lengths)
    return [
        Candidate(
            passage=one.passage,
            path=path,
            linked=one.linked,
            selected=selection.holds(one.passage.text),
            in_frame=not frame.isdisjoint(path),
        )
        for one, path in zip(found, paths, strict=True)
    ]


def likely(candidates: Sequence[Candidate], chances: Sequence[float]) -> list[bool]:
    """Which candidates are likely enough; entries of a list follow the passage before them."""
    kept: list[bool] = []
    for candidate, chance in zip(candidates, chances, strict=True):
        is_entry = candidate.passage.kind in ("item", "row") and not candidate.in_frame
        goes_on = is_entry and kept[-1:] == [True]
        kept.append(chance >= (LEAST_ENTRY if goes_on else LEAST))
    return kept


@cache
def _trees() -> BoostedTrees:
    return BoostedTrees.load(TREES)
