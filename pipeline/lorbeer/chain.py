"""The stages in order: from a source to validated records."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble import assemble
from lorbeer.clean import clean
from lorbeer.flow import Release, Text, Unreadable
from lorbeer.load import Fields, load, release_from_text
from lorbeer.records import Award, Extraction, ReleaseInfo, Section
from lorbeer.validate import validate

_USUAL = Fields()


def extract(
    inputs: str | Path | Iterable[str | Path],
    *,
    language_pipeline: str | None = None,
    fields: Fields = _USUAL,
) -> Iterator[Extraction | Unreadable]:
    """Yield what each release became, in order, one at a time.

    `inputs` are files, folders, glob patterns, http(s) addresses or "-" for standard input;
    `fields` name what is read of tables and JSON;
    `language_pipeline` names an installed German spaCy pipeline to use instead of the one that
    comes along. What cannot be read is yielded as Unreadable, with what to do about it.
    Raises `de_lorbeer.PipelineError` if the language pipeline cannot be loaded.
    """
    sources = [inputs] if isinstance(inputs, str | Path) else inputs
    for release in load(map(str, sources), fields):
        yield release if isinstance(release, Unreadable) else _extract(release, language_pipeline)


def extract_text(
    text: str, *, source: str = "text", language_pipeline: str | None = None
) -> Extraction:
    """What a release in memory becomes: plain text, Markdown or HTML; raises as `extract`."""
    return _extract(release_from_text(text, source), language_pipeline)


def _extract(release: Release, pipeline: str | None) -> Extraction:
    text = clean(release)
    info = _release_info(release, text)
    results = [
        validate(draft, text, info.id)
        for draft in assemble(annotate(text, language_pipeline(pipeline)))
    ]
    return Extraction(
        release=info,
        awards=[result for result in results if isinstance(result, Award)],
        rejected=[result for result in results if not isinstance(result, Award)],
    )


def _release_info(release: Release, text: Text) -> ReleaseInfo:
    return ReleaseInfo(
        id=hashlib.sha256(text.string.encode()).hexdigest()[:16],
        source=release.source,
        url=text.url or release.url,
        title=text.title,
        subtitle=text.subtitle,
        publisher=text.publisher,
        published=text.published.isoformat() if text.published else None,
        place=text.place,
        text=text.string,
        sections=_sections(text),
    )


def _sections(text: Text) -> list[Section]:
    """Neighbouring blocks of one section kind, as stretches of the text."""
    sections = []
    for kind, blocks in groupby(text.blocks, key=lambda block: block.section):
        run = list(blocks)
        first = run[0]
        title = text.of(first) if first.kind == "heading" else None
        sections.append(Section(kind=kind, title=title, start=first.start, end=run[-1].end))
    return sections
