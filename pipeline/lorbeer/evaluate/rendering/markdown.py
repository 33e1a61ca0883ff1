"""An evaluation as Markdown."""

import re
from collections.abc import Iterator
from typing import TextIO

from lorbeer.evaluate.errors import Errors, Extra, Missed
from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.excerpts import Excerpt
from lorbeer.evaluate.rendering.sections import Row, Section, sections
from lorbeer.evaluate.rendering.words import as_line, changed, extent, headline, vouched

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def write_markdown(evaluation: Evaluation, stream: TextIO) -> None:
    """The headline, all tables, then errors and changes as lists."""
    for line in _lines(evaluation):
        stream.write(f"{line}\n")


def _lines(evaluation: Evaluation) -> Iterator[str]:
    yield f"# Evaluation of {_plain(evaluation.name)}\n"
    yield f"{extent(evaluation.report)}.\n"
    yield f"**{headline(evaluation.report)}.**\n"
    for section in sections(evaluation, detailed=True):
        yield from _section(section)
    if evaluation.other:
        yield from _changes(evaluation)
    if evaluation.slot:
        yield f"## Errors in {_plain(evaluation.slot)}\n"
        for errors in evaluation.report.errors(evaluation.slot):
            yield from _errors(errors)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_plain(section.title)}\n"
    yield f"{section.note}\n"
    yield _row(section.columns)
    yield "|---|" + "---:|" * (len(section.columns) - 1)
    yield from map(_row, section.rows)
    yield ""


def _row(cells: Row) -> str:
    return f"| {' | '.join(map(_plain, cells))} |"


def _changes(evaluation: Evaluation) -> Iterator[str]:
    yield f"## Changes in {_plain(evaluation.changes_slot)}\n"
    for change in evaluation.difference[evaluation.changes_slot].changes:
        yield f"### {_plain(change.release)}\n"
        yield from (f"- {label}: {_plain(as_line(value))}" for label, value in changed(change))
        yield ""


def _errors(errors: Errors) -> Iterator[str]:
    yield f"### {_plain(errors.release)}\n"
    yield from map(_missed, errors.missed)
    yield from map(_extra, errors.extra)
    yield ""


def _missed(missed: Missed) -> str:
    return f"- missed: {_plain(as_line(missed.value))}{_quoted(missed.excerpt)}"


def _extra(extra: Extra) -> str:
    rule = f" (`{vouched(extra)}`)" if vouched(extra) else ""
    return f"- extra: {_plain(as_line(extra.value))}{rule}{_quoted(extra.excerpt)}"


def _quoted(excerpt: Excerpt | None) -> str:
    if excerpt is None:
        return ""
    before, passage, after = map(_plain, excerpt.parts)
    return f"\n  > {before}**{passage}**{after}"


def _plain(text: str) -> str:
    """Without anything that Markdown would take for markup."""
    return _MARKUP.sub(r"\\\1", text)
