"""The commands `lorbeer explain` and `lorbeer rules`: why, and by which rules."""

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from lorbeer.batch import Summary
from lorbeer.evaluate import documents, read_gold
from lorbeer.flow import Extractor, Unreadable
from lorbeer.load import Fields
from lorbeer.narrative import narrative
from lorbeer.options import DateField, ExtractorOption, IdField, Inputs, LanguagePipeline, TextField
from lorbeer.reasons import Explanation
from lorbeer.rule_views import LEGEND, measured_table, rules_as_dicts, rules_markdown, rules_table
from lorbeer.rules import Measured, Rule, measure, rules
from lorbeer.running import clear_ending, clear_errors, finish, stderr
from lorbeer.terminal import Reporter

_log = logging.getLogger(__name__)
_USUAL = Fields()


def explain_command(
    inputs: Inputs,
    format: Annotated[
        Literal["text", "json"],
        typer.Option(help="A text to read, or all there is, one release a line."),
    ] = "text",
    sentence: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Only the passage with this number.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also passages in which nothing spoke, and all names.")
    ] = False,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    language_pipeline: LanguagePipeline = None,
    extractor: ExtractorOption = "both",
) -> None:
    """Explain, passage by passage, what rules found and why it is in the records or not.

    What is found in a passage comes first, then what rules read from it (✓ in the records, ✗ not),
    then what was weighed: award, recipient, date and region, with its probability and what spoke
    for and against it most.

    \b
    Examples:
      lorbeer explain release.html
      lorbeer explain release.html --sentence 7
      lorbeer explain release.html --all | less
      lorbeer explain release.html --format json | jq .candidates
    """
    out = Console()
    fields = Fields(text_field, id_field, date_field)

    def show(explanation: Explanation) -> None:
        if format == "json":
            typer.echo(json.dumps(_as_dict(explanation, sentence), ensure_ascii=False))
        else:
            out.print(narrative(explanation, out, everything=everything, number=sentence))

    summary = _run(inputs, show, language_pipeline, extractor, fields, bar=not out.is_terminal)
    finish(summary)


def rules_command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]", help="Rules, or how their ids begin; else all."),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(metavar="GOLD", help=f"Count on the documents of gold facts: {LEGEND}."),
    ] = None,
    format: Annotated[Literal["table", "json", "markdown"], typer.Option()] = "table",
    language_pipeline: LanguagePipeline = None,
    extractor: ExtractorOption = "both",
) -> None:
    """List the rules that evidence names, each with an example; with gold facts, their worth.

    Of each slot is told how many right and wrong values a rule was a source of, and how many of
    them had no other: they would be gone without it.

    \b
    Examples:
      lorbeer rules
      lorbeer rules list. confer.gehen-an --format markdown
      lorbeer rules --gold gold.jsonl
    """
    listed = _chosen(ids or [])
    measured = summary = None
    if gold:
        with clear_errors():
            measured, summary = _measure(gold, language_pipeline, extractor)
    _print_rules(listed, measured, format)
    if summary:
        finish(summary)


def _chosen(beginnings: Sequence[str]) -> list[Rule]:
    for beginning in beginnings:
        if not any(name.startswith(beginning) for name in rules()):
            raise typer.BadParameter(f"no rule begins with {beginning!r}; lorbeer rules lists all")
    everything = tuple(beginnings) or ("",)
    return [rule for name, rule in rules().items() if name.startswith(everything)]


def _print_rules(listed: Sequence[Rule], measured: Measured | None, format: str) -> None:
    if format == "json":
        typer.echo(json.dumps(rules_as_dicts(listed, measured), indent=2, ensure_ascii=False))
    elif format == "markdown":
        typer.echo(rules_markdown(listed, measured))
    else:
        Console().print(
            measured_table(listed, measured) if measured is not None else rules_table(listed)
        )


def _measure(
    path: Path, language_pipeline: str | None, extractor: Extractor
) -> tuple[Measured, Summary]:
    """The counts on the documents of a gold file, and how reading them went."""
    releases = read_gold(path)
    places = documents(path, releases)
    explained: dict[str, Explanation] = {}

    def keep(explanation: Explanation) -> None:
        explained[explanation.extraction.release.source] = explanation

    inputs = dict.fromkeys(map(str, places.values()))
    summary = _run(inputs, keep, language_pipeline, extractor, _USUAL, bar=True)
    by_id = {name: explained[str(at)] for name, at in places.items() if str(at) in explained}
    return measure(releases, by_id), summary


def _run(
    inputs: Iterable[str],
    show: Callable[[Explanation], None],
    language_pipeline: str | None,
    extractor: Extractor,
    fields: Fields,
    *,
    bar: bool,
) -> Summary:
    """Explain everything, one release after the other."""
    # Imported late: spaCy takes seconds, and --help must not wait.
    from lorbeer import explain

    reporter = Reporter(stderr, bar=bar)
    with clear_ending(reporter):
        for result in explain.explain(
            inputs, language_pipeline=language_pipeline, extractor=extractor, fields=fields
        ):
            if isinstance(result, Unreadable):
                _log.warning("%s: %s", result.source, result.problem)
                reporter.advance(reporter.summary.plus(result))
            else:
                show(result)
                reporter.advance(reporter.summary.plus(result.extraction))
    return reporter.summary


def _as_dict(explanation: Explanation, number: int | None) -> dict[str, Any]:
    """The extraction with passages and candidates beside it, or those of one passage."""
    passages = [p for p in explanation.passages if number in (None, p.number)]
    candidates = [c for c in explanation.candidates if number is None or number in c.passages]
    return explanation.extraction.model_dump(mode="json") | {
        "passages": [asdict(passage) for passage in passages],
        "candidates": [asdict(candidate) for candidate in candidates],
    }
