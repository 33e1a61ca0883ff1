"""The passages of a page that are its release, told from those that frame it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress
from operator import and_

from lxml.html import HtmlElement

from lorbeer.clean.boilerplate import boilerplate_of
from lorbeer.clean.boosted_trees import BoostedTrees
from lorbeer.clean.candidates import Candidate
from lorbeer.clean.clues import clues_of
from lorbeer.clean.html_reader import Found, read_tree
from lorbeer.clean.html_tree import Path, drop_unread, paths_to
from lorbeer.clean.passage import Passage
from lorbeer.clean.place_finder import PlaceFinder
from lorbeer.clean.selection import Selection
from lorbeer.clean.sites import Site

TREES = "main_text.json"
LEAST = 0.4
"""Probability from which a passage is kept: in cross-validation F is level from here to 0.5, and
keeping too much costs a release less than losing a winner."""
LEAST_ENTRY = 0.1
"""The same for list items and table rows next to kept passages, where winners stand."""
LINKED = 0.5
"""Share of its text inside links from which an entry leads on to other pages."""


def main_passages(
    page: HtmlElement, places: PlaceFinder, site: Site | None = None
) -> list[Passage]:
    """The release in a page, without what frames it; empties the page of its scripts.

    Where it stands is declared for a known site, and guessed for all others; a rough declaration
    sets the bounds for the guess.
    """
    if site and not site.rough:
        return _declared(site, page, places)
    candidates = candidates_of(page, places)
    if not any(candidate.selected for candidate in candidates):
        kept = [not one.in_frame for one in candidates]
    else:
        kept = likely(candidates, _trees().probabilities(clues_of(candidates)).tolist())
    if site:
        kept = _within(site, candidates, kept)
    return [one.passage for one in compress(candidates, kept)]


def candidates_of(page: HtmlElement, places: PlaceFinder) -> list[Candidate]:
    """All passages of a page, with what is known about each."""
    read, frame = _read(page, places)
    selection = Selection.of(page)
    return [
        Candidate(
            passage=one.passage,
            path=path,
            linked=one.linked,
            selected=selection.holds(one.passage.text),
            in_frame=not frame.isdisjoint(path),
        )
        for one, path in read
    ]


def likely(candidates: Sequence[Candidate], chances: Sequence[float]) -> list[bool]:
    """Which candidates are likely enough; entries of a list follow the passage before them."""
    kept: list[bool] = []
    for candidate, chance in zip(candidates, chances, strict=True):
        goes_on = _is_entry(candidate) and kept[-1:] == [True]
        kept.append(chance >= (LEAST_ENTRY if goes_on else LEAST))
    return kept


def _is_entry(candidate: Candidate) -> bool:
    return candidate.passage.kind in ("item", "row") and not candidate.in_frame


def _within(site: Site, candidates: Sequence[Candidate], kept: Sequence[bool]) -> list[bool]:
    """Which candidates stay where a rough declaration sets the bounds of the release.

    Themes add much to it, so the guess holds for running text; but list items and table rows
    within the bounds are all kept unless they are links. On 50 pages that changes no known chunk
    (148 right, 8 wrong) and keeps 17 rows of results more; keeping all would add 9 wrong ones.
    Where the guess is all beside them, all within them is kept.
    """
    held = [site.holds(one.path) for one in candidates]
    if not any(map(and_, held, kept)):
        return held
    return [
        is_held and (is_kept or (_is_entry(one) and one.linked < LINKED))
        for one, is_held, is_kept in zip(candidates, held, kept, strict=True)
    ]


def _declared(site: Site, page: HtmlElement, places: PlaceFinder) -> list[Passage]:
    read, frame = _read(page, places)
    return [one.passage for one, path in read if site.holds(path, frame)]


def _read(
    page: HtmlElement, places: PlaceFinder
) -> tuple[list[tuple[Found, Path]], set[HtmlElement]]:
    """All passages of a page with the elements around each, and the elements that frame it."""
    drop_unread(page)
    found = read_tree(page, places)
    read = list(zip(found, paths_to(one.element for one in found), strict=True))
    lengths = Counter[HtmlElement]()
    for one, path in read:
        lengths.update(dict.fromkeys(path, len(one.passage.text)))
    return read, boilerplate_of(page, lengths)


@cache
def _trees() -> BoostedTrees:
    return BoostedTrees.load(TREES)
