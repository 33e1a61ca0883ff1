"""The command `lorbeer evaluate`: what was found, against gold."""

from pathlib import Path
from typing import Annotated

import typer

from lorbeer.batch import Summary
from lorbeer.evaluate import (
    SLOTS,
    Evaluation,
    Found,
    GoldRelease,
    Report,
    Slot,
    evaluate,
    joined,
    read_gold,
)
from lorbeer.evaluate.rendering import Format, render
from lorbeer.flow import Extractor
from lorbeer.options import ExtractorOption, LanguagePipeline
from lorbeer.outputs import open_output
from lorbeer.running import clear_errors, finish, run_documents, stderr
from lorbeer.terminal import counted, say

_NAMED_SHOWN = 5

_Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="Gold facts, one release a line.")]
_Found = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOUND",
        help="What extract --format jsonl --keep-duplicates wrote; else documents are read.",
    ),
]
_Shape = Annotated[
    Format, typer.Option(help="A table to read here, JSON, Markdown, or an HTML page with plots.")
]
_Output = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write here, not to standard output.")
]
_Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
_Errors = Annotated[
    Slot | None,
    typer.Option(
        metavar="SLOT",
        help=f"Also list what was missed or extra, with its text, in: {', '.join(SLOTS)}.",
    ),
]
_Compare = Annotated[
    Path | None,
    typer.Option(
        metavar="OTHER",
        help="Another FOUND: show what differs, how surely, and what was gained and lost "
        "in the slot of --errors, else in pair.",
    ),
]


def evaluate_command(
    context: typer.Context,
    gold: _Gold,
    found: _Found = None,
    format: _Shape = "table",
    output: _Output = None,
    as_json: _Json = False,
    errors: _Errors = None,
    compare: _Compare = None,
    language_pipeline: LanguagePipeline = None,
    extractor: ExtractorOption = "both",
) -> None:
    """Measure extraction against gold facts, slot by slot and record by record.

    \b
    Examples:
      lorbeer evaluate gold.jsonl
      lorbeer evaluate gold.jsonl found.jsonl --errors recipient
      lorbeer evaluate gold.jsonl found.jsonl --compare before.jsonl
      lorbeer evaluate gold.jsonl --format html --output report.html
      lorbeer evaluate gold.jsonl --format json | jq .slots.pair
    """
    if as_json and format not in ("table", "json"):
        raise typer.BadParameter(f"--json and --format {format} exclude each other")
    if found:
        _refuse_reading_options(context)
    summary = None
    inputs = [str(path) for path in (gold, found, compare) if path]
    with clear_errors(), open_output(output, inputs) as stream:
        releases = read_gold(gold)
        other = evaluate(releases, joined(releases, compare)) if compare else None
        awards, summary = _found(gold, found, releases, language_pipeline, extractor)
        report = evaluate(releases, awards)
        names = _names(found or gold, compare)
        _say_missing(report, names[0])
        if other:
            _say_missing(other, names[1])
        evaluation = Evaluation(report, names[0], errors, other, names[1])
        render(evaluation, "json" if as_json else format, stream)
    if summary:
        finish(summary)


def _refuse_reading_options(context: typer.Context) -> None:
    """Options that say how documents are read mean nothing where FOUND was made before."""
    for name in ("extractor", "language_pipeline"):
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            option = f"--{name.replace('_', '-')}"
            raise typer.BadParameter(f"{option} and FOUND exclude each other: FOUND is read as is")


def _found(
    gold: Path,
    found: Path | None,
    releases: list[GoldRelease],
    language_pipeline: str | None,
    extractor: Extractor,
) -> tuple[Found, Summary | None]:
    if found:
        return joined(releases, found), None
    return run_documents(gold, releases, language_pipeline, extractor)


def _names(found: Path, other: Path | None) -> tuple[str, str]:
    """File names, with their folders where they are the same."""
    if other is None or found.name != other.name:
        return found.name, other.name if other else ""
    return str(found), str(other)


def _say_missing(report: Report, name: str) -> None:
    if not report.missing:
        return
    named = ", ".join(report.missing[:_NAMED_SHOWN])
    more = ", …" if len(report.missing) > _NAMED_SHOWN else ""
    releases = counted(len(report.missing), "release")
    say(stderr, f"{name}: {releases} not among those found: {named}{more}")
