"""An evaluation as tables in a terminal."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lorbeer.evaluate.difference import Change
from lorbeer.evaluate.errors import Errors, Extra, Missed
from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.rendering.sections import Section, sections
from lorbeer.evaluate.rendering.words import as_line, changed, extent, headline, vouched

_STYLES = {"gained": "green", "lost": "red", "dropped": "green", "added": "red"}


def write_tables(evaluation: Evaluation, stream: TextIO) -> None:
    """Errors and changes release by release, then all tables, the headline last."""
    console = Console(file=stream)
    for text in _lists(evaluation):
        console.print(text, soft_wrap=True)
    for section in sections(evaluation, detailed=False):
        console.print(_table(section))
    console.print(Text(extent(evaluation.report)), Text(headline(evaluation.report)), sep="\n")


def _lists(evaluation: Evaluation) -> Iterator[Text]:
    if evaluation.slot:
        yield from map(_errors, evaluation.report.errors(evaluation.slot))
    if evaluation.other:
        difference = evaluation.difference[evaluation.changes_slot]
        yield from map(_change, difference.changes)


def _errors(errors: Errors) -> Text:
    entries: Iterable[Missed | Extra] = (*errors.missed, *errors.extra)
    lines = [Text(errors.release, style="bold")]
    for entry in entries:
        lines += _entry(entry)
    return Text("\n").join(lines)


def _entry(entry: Missed | Extra) -> Iterator[Text]:
    line, style = Text("  "), "red" if isinstance(entry, Extra) else "yellow"
    label = "extra  " if isinstance(entry, Extra) else "missed "
    line.append(label, style=style).append(as_line(entry.value))
    if isinstance(entry, Extra) and vouched(entry):
        line.append(f"  [{vouched(entry)}]", style="dim")
    yield line
    if entry.excerpt:
        before, passage, after = entry.excerpt.parts
        yield Text.assemble(" " * 9, (before, "dim"), (passage, "bold"), (after, "dim"))


def _change(change: Change) -> Text:
    lines = [Text(change.release, style="bold")]
    lines += [
        Text.assemble("  ", (f"{label:8}", _STYLES[label]), as_line(value))
        for label, value in changed(change)
    ]
    return Text("\n").join(lines)


def _table(section: Section) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        title=section.title if section.key != "slots" else None,
        title_justify="left",
        title_style="bold",
    )
    first, *others = section.columns
    table.add_column(first, no_wrap=True)
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    for row in section.rows:
        table.add_row(*row)
    return table
