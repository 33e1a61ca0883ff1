"""A passage of a page of which it is not yet decided whether it belongs to the release."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from lorbeer.clean.passage import Passage


@dataclass(frozen=True)
class Candidate:
    """A passage of a page.

    `path`: the elements around it, outermost first. `linked`: share of its text inside links.
    `selected`: whether trafilatura selects it. `in_frame`: whether an element around it is named
    like boilerplate.
    """

    passage: Passage
    path: tuple[HtmlElement, ...]
    linked: float
    selected: bool
    in_frame: bool
