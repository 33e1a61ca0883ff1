"""From a loaded release to its clean text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lorbeer.clean.align import align
from lorbeer.clean.characters import same_words
from lorbeer.clean.chrome import without_chrome
from lorbeer.clean.compose import Composition
from lorbeer.clean.dateline import Dateline, find_dateline
from lorbeer.clean.emphasis import emphasised
from lorbeer.clean.facts import Facts
from lorbeer.clean.front_text import read_front_text
from lorbeer.clean.html_tree import parse
from lorbeer.clean.language import language_of
from lorbeer.clean.main_text import all_passages, main_passages
from lorbeer.clean.markdown_reader import read_markdown
from lorbeer.clean.passage import Passage
from lorbeer.clean.place_finder import PlaceFinder
from lorbeer.clean.publication import Publication, first_day
from lorbeer.clean.residue import without_residue
from lorbeer.clean.sections import sections_of
from lorbeer.clean.sign_off import signed_on
from lorbeer.clean.sites import site_of
from lorbeer.clean.stated_days import day_in_address, days_by_search, days_in_markup
from lorbeer.clean.text_reader import read_text
from lorbeer.clean.titles import Title, find_title, page_headings
from lorbeer.clean.visible import Visible, visible
from lorbeer.flow import Release, Text
from lorbeer.values.front_matter import front_matter_end

_HEAD = 20_000
"""Characters at the beginning of a source among which its metadata stand."""


@dataclass(frozen=True)
class _Reading:
    """What a reader found; `source` is what a person sees of what it read.

    `declared`: the day that stands where it is declared for a known site; `stated`: days that the
    page's markup tells from others.
    """

    source: Visible
    passages: list[Passage]
    facts: Facts
    headings: Sequence[str] = ()
    declared: date | None = None
    stated: Sequence[date] = ()


def clean(release: Release) -> Text:
    """The clean text of a release: title first, one block a line, offsets into its content."""
    reading = _read(release)
    title = find_title(reading.facts, reading.headings, reading.passages)
    passages = title.rest if title else tuple(reading.passages)
    subtitle = reading.facts.text("subtitle")
    composition = _compose(release, reading, title, subtitle, passages)
    dateline = find_dateline(passages)
    publication = _publication(release, reading, dateline)
    return Text(
        string=composition.string,
        blocks=tuple(composition.blocks),
        origins=tuple(composition.origins),
        title=title.text if title else None,
        subtitle=subtitle,
        publisher=reading.facts.name("publisher"),
        published=publication.day,
        published_by=publication.reason,
        place=dateline.place,
        url=release.url or reading.facts.address,
        language=language_of(_body(composition)),
        emphasised=tuple(emphasised(release.content, release.markup, composition.origins)),
    )


def _publication(release: Release, reading: _Reading, dateline: Dateline) -> Publication:
    facts = reading.facts
    return first_day(
        ("metadata", facts.values("published")),
        ("linked data", facts.linked_days),
        ("page", [reading.declared]),
        ("dateline", [dateline.published]),
        ("page", reading.stated),
        ("dateline", [signed_on(reading.passages)]),
        ("address", [day_in_address(release.url or facts.address)]),
        ("search", days_by_search(release.content) if release.markup == "html" else ()),
    )


def _body(composition: Composition) -> Iterator[str]:
    """The lines of the release itself, without those about its publisher."""
    for block in composition.blocks:
        if block.section not in ("about", "contact"):
            yield composition.string[block.start : block.end]


def _read(release: Release) -> _Reading:
    if release.markup == "text":
        passages = read_text(release.content)
        return _Reading(visible(release.content, "text"), passages, Facts(release.metadata))
    text_start = front_matter_end(release.content)
    source = without_residue(release.content, text_start)
    reading = _read_html(release, source) if release.markup == "html" else _read_md(release, source)
    if reading.passages:
        return reading
    front = read_front_text(release.metadata)
    return replace(reading, source=visible(release.content[:text_start], "text"), passages=front)


def _read_html(release: Release, source: str) -> _Reading:
    page = parse(source)
    headings = page_headings(page)
    # The facts are read before the page is emptied of all but its text.
    facts = Facts(release.metadata, page)
    site = site_of(page, source, release.url or facts.address)
    declared = site.published if site else None
    facts.add(site.stated if site else {})
    stated = () if declared or facts.states_day else days_in_markup(page)
    seen = visible(source, "html")
    places = PlaceFinder(seen)
    is_page = bool(site) or release.is_page
    passages = main_passages(page, places, site) if is_page else all_passages(page, places)
    return _Reading(seen, without_chrome(passages), facts, headings, declared, stated)


def _read_md(release: Release, source: str) -> _Reading:
    seen = visible(source, "markdown")
    passages = without_chrome(read_markdown(source, PlaceFinder(seen)))
    return _Reading(seen, passages, Facts(release.metadata))


def _compose(
    release: Release,
    reading: _Reading,
    title: Title | None,
    subtitle: str | None,
    passages: Sequence[Passage],
) -> Composition:
    composition = Composition()
    if title:
        heading = Passage("title", title.text, title.at, 1)
        origins = (
            _outside(release.content, title.text)
            if title.is_outside
            else align(title.text, reading.source, title.at)
        )
        composition.add(heading, "title", origins)
    if subtitle and not any(same_words(passage.text, subtitle) for passage in passages):
        heading = Passage("heading", subtitle, 0, 2)
        composition.add(heading, "title", _outside(release.content, subtitle))
    composition.add_all(passages, sections_of(passages), reading.source)
    return composition


def _outside(content: str, text: str) -> list[int]:
    """Offsets of a text from metadata, which stand where no reader looks."""
    at = content.find(text)
    if at >= 0:
        return list(range(at, at + len(text)))
    return align(text, visible(content[:_HEAD], "text"))
