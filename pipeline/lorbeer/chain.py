"""The stages in order: from a source to validated records."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble import assemble
from lorbeer.clean import clean
from lorbeer.duplicates import Originals
from lorbeer.flow import GERMAN, Draft, Extractor, Release, Skipped, Text, Unreadable
from lorbeer.load import Fields, load, release_from_text
from lorbeer.records import Award, Extraction, ReleaseInfo, Section
from lorbeer.validate import validate

LONGEST = 500_000
"""Characters of clean text above which nothing is a release: some 70,000 words."""
_USUAL = Fields()


def extract(
    inputs: str | Path | Iterable[str | Path],
    *,
    language_pipeline: str | None = None,
    extractor: Extractor = "both",
    fields: Fields = _USUAL,
    any_language: bool = False,
    keep_duplicates: bool = False,
) -> Iterator[Extraction | Unreadable | Skipped]:
    """Yield what each release became, in order, one at a time.

    `inputs` are files, folders, glob patterns, http(s) addresses or "-" for standard input;
    `fields` name what is read of tables and JSON;
    `language_pipeline` names an installed German spaCy pipeline to use instead of the one that
    comes along; `extractor` "rules" leaves aside what was learned of roles. What cannot be read is
    yielded as Unreadable, with what to do about it; as Skipped what is not in German, unless
    `any_language`, and further copies of a release that came before, unless `keep_duplicates`.
    Raises `de_lorbeer.PipelineError` if the language pipeline cannot be loaded.
    """
    sources = [inputs] if isinstance(inputs, str | Path) else inputs
    originals = None if keep_duplicates else Originals()
    for read in texts(sources, fields):
        if isinstance(read, Unreadable):
            yield read
            continue
        info, text = read
        skipped = None if any_language else _foreign(info)
        skipped = skipped or (_copy(info, text, originals) if originals else None)
        yield skipped or _extract(info, text, language_pipeline, extractor)


def texts(
    sources: Iterable[str | Path], fields: Fields = _USUAL
) -> Iterator[tuple[ReleaseInfo, Text] | Unreadable]:
    """Each release as loaded and cleaned, in order; takes sources and fields as `extract` does."""
    for release in load(map(str, sources), fields):
        if isinstance(release, Unreadable):
            yield release
            continue
        text = clean(release)
        problem = _problem_of(text)
        yield Unreadable(release.source, problem) if problem else (_info(release, text), text)


def extract_text(
    text: str,
    *,
    source: str = "text",
    language_pipeline: str | None = None,
    extractor: Extractor = "both",
) -> Extraction:
    """What a release in memory becomes: plain text, Markdown or HTML; raises as `extract`."""
    return _extract(*in_memory(text, source), language_pipeline, extractor)


def in_memory(text: str, source: str = "text") -> tuple[ReleaseInfo, Text]:
    """A release in memory, cleaned: plain text, Markdown or HTML."""
    release = release_from_text(text, source)
    cleaned = clean(release)
    return _info(release, cleaned), cleaned


def _problem_of(text: Text) -> str | None:
    """Why a text cannot be extracted from."""
    if not any(map(str.isalnum, text.string)):
        return "no text found in it; save the page as your browser shows it, or as text"
    if len(text.string) > LONGEST:
        return f"{len(text.string):,} characters of text, more than {LONGEST:,}; split it up"
    return None


def _foreign(info: ReleaseInfo) -> Skipped | None:
    """The release as skipped if it is not in German."""
    if info.language == GERMAN:
        return None
    reason = f"not in German (its language is {info.language})"
    return Skipped(info.source, reason, "--any-language extracts it too", info.url)


def _copy(info: ReleaseInfo, text: Text, originals: Originals) -> Skipped | None:
    """The release as skipped if it came before; else it is remembered."""
    original = originals.find_or_add(text, info.id, info.source)
    if original is None:
        return None
    reason = f"the same release as {original.source}"
    advice = "--keep-duplicates extracts it too"
    return Skipped(info.source, reason, advice, info.url, original.id)


def _extract(
    info: ReleaseInfo, text: Text, pipeline: str | None, extractor: Extractor
) -> Extraction:
    analysis = annotate(text, language_pipeline(pipeline), extractor)
    return validated(info, text, assemble(analysis))


def validated(info: ReleaseInfo, text: Text, drafts: Iterable[Draft]) -> Extraction:
    """The records and rejections that the drafts of a release become."""
    results = [validate(draft, text, info.id) for draft in drafts]
    return Extraction(
        release=info,
        awards=[result for result in results if isinstance(result, Award)],
        rejected=[result for result in results if not isinstance(result, Award)],
    )


def _info(release: Release, text: Text) -> ReleaseInfo:
    return ReleaseInfo(
        id=hashlib.sha256(text.string.encode()).hexdigest()[:16],
        source=release.source,
        url=text.url or release.url,
        title=text.title,
        subtitle=text.subtitle,
        publisher=text.publisher,
        published=text.published.isoformat() if text.published else None,
        published_by=text.published_by,
        place=text.place,
        language=text.language,
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
