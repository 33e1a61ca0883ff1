"""From a loaded release to its clean text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lorbeer.clean.align import align
from lorbeer.clean.characters import same_words
from lorbeer.clean.chrome import without_chrome
from lorbeer.clean.compose import Composition
from lorbeer.clean.dateline import find_dateline
from lorbeer.clean.dates import parse_day
from lorbeer.clean.facts import Facts
from lorbeer.clean.front_text import read_front_text
from lorbeer.clean.html_reader import parse, read_page
from lorbeer.clean.language import language_of
from lorbeer.clean.markdown_reader import read_markdown
from lorbeer.clean.passage import Passage
from lorbeer.clean.residue import without_residue
from lorbeer.clean.sections import sections_of
from lorbeer.clean.text_reader import read_text
from lorbeer.clean.titles import Title, find_title, page_headings
from lorbeer.clean.visible import visible
from lorbeer.flow import Markup, Release, Text
from lorbeer.values.front_matter import front_matter_end


@dataclass(frozen=True)
class _Reading:
    """What a reader found; `source` is what it read, as long as the release's content."""

    source: str
    markup: Markup
    passages: list[Passage]
    facts: Facts
    headings: Sequence[str] = ()


def clean(release: Release) -> Text:
    """The clean text of a release: title first, one block a line, offsets into its content."""
    reading = _read(release)
    title = find_title(reading.facts, reading.headings, reading.passages)
    passages = title.rest if title else tuple(reading.passages)
    subtitle = reading.facts.text("subtitle")
    composition = _compose(release, reading, title, subtitle, passages)
    dateline = find_dateline(passages)
    days = filter(None, map(parse_day, reading.facts.values("published")))
    return Text(
        string=composition.string,
        blocks=tuple(composition.blocks),
        origins=tuple(composition.origins),
        title=title.text if title else None,
        subtitle=subtitle,
        publisher=reading.facts.name("publisher"),
        published=next(days, dateline.published),
        place=dateline.place,
        url=release.url,
        language=language_of(_body(composition)),
    )


def _body(composition: Composition) -> Iterator[str]:
    """The lines of the release itself, without those about its publisher."""
    for block in composition.blocks:
        if block.section not in ("about", "contact"):
            yield composition.string[block.start : block.end]


def _read(release: Release) -> _Reading:
    if release.markup == "text":
        passages = read_text(release.content)
        return _Reading(release.content, "text", passages, Facts(release.metadata))
    text_start = front_matter_end(release.content)
    source = without_residue(release.content, text_start)
    reading = _read_html(release, source) if release.markup == "html" else _read_md(release, source)
    if reading.passages:
        return reading
    front = read_front_text(release.metadata)
    return replace(reading, source=release.content[:text_start], markup="text", passages=front)


def _read_html(release: Release, source: str) -> _Reading:
    page = parse(source)
    headings = page_headings(page)
    # The facts are read before the page is emptied of all but its text.
    facts = Facts(release.metadata, page)
    return _Reading(source, "html", without_chrome(read_page(page, source)), facts, headings)


def _read_md(release: Release, source: str) -> _Reading:
    passages = without_chrome(read_markdown(source))
    return _Reading(source, "markdown", passages, Facts(release.metadata))


def _compose(
    release: Release,
    reading: _Reading,
    title: Title | None,
    subtitle: str | None,
    passages: Sequence[Passage],
) -> Composition:
    source = visible(reading.source, reading.markup)
    # Titles from metadata stand in the front matter or inside tags, which the reader never saw.
    everything = visible(release.content, "text")
    composition = Composition()
    if title:
        heading = Passage("title", title.text, title.at, 1)
        where = everything if title.is_outside else source
        composition.add(heading, "title", align(heading.text, where, heading.at))
    if subtitle and not any(same_words(passage.text, subtitle) for passage in passages):
        heading = Passage("heading", subtitle, 0, 2)
        composition.add(heading, "title", align(subtitle, everything))
    composition.add_all(passages, sections_of(passages), source)
    return composition
