"""The command line."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer
from rich.console import Console

from lorbeer import __version__
from lorbeer.evaluating import evaluate_command
from lorbeer.explaining import explain_command, rules_command
from lorbeer.fetching import fetch_command
from lorbeer.load import Fields
from lorbeer.options import (
    AnyLanguage,
    DateField,
    ExtractorOption,
    IdField,
    Inputs,
    KeepDuplicates,
    LanguagePipeline,
    TextField,
)
from lorbeer.outputs import open_output, write_utf8
from lorbeer.records import Extraction
from lorbeer.running import clear_errors, finish, run
from lorbeer.store import Writer, open_database, open_writer
from lorbeer.tables import TableWriter

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Facts about awards from German press releases.",
    epilog="Exit status: 0 all went well, 1 some input failed (the rest is done), "
    "2 wrong usage, 130 interrupted.",
)

Format = Literal["table", "jsonl", "json", "csv"]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lorbeer {__version__}")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Options that stand before the command."""
    write_utf8(sys.stdout, sys.stderr)


@app.command("extract")
def extract_command(
    inputs: Inputs,
    format: Annotated[
        Format, typer.Option(help="A table to read, wherever it goes, unless you ask for data.")
    ] = "table",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write here, not to standard output.")
    ] = None,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    language_pipeline: LanguagePipeline = None,
    extractor: ExtractorOption = "both",
    any_language: AnyLanguage = False,
    keep_duplicates: KeepDuplicates = False,
) -> None:
    """Extract the awards that press releases report.

    \b
    Examples:
      lorbeer extract release.html
      lorbeer extract releases/ --format csv --output awards.csv
      lorbeer extract releases.jsonl --text-field article.body --id-field url
      lorbeer extract https://example.org/news/42 --format jsonl | jq .awards
    """
    with (
        clear_errors(),
        open_output(output, inputs) as stream,
        _writer(format, stream) as writer,
    ):
        summary = run(
            inputs,
            writer,
            language_pipeline,
            bar=not stream.isatty(),
            extractor=extractor,
            fields=Fields(text_field, id_field, date_field),
            any_language=any_language,
            keep_duplicates=keep_duplicates,
        )
    finish(summary)


@app.command("store")
def store_command(
    inputs: Inputs,
    to: Annotated[
        str, typer.Option(metavar="URL", help="The database; its tables are made if need be.")
    ],
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    language_pipeline: LanguagePipeline = None,
    extractor: ExtractorOption = "both",
    any_language: AnyLanguage = False,
    keep_duplicates: KeepDuplicates = False,
) -> None:
    """Extract awards into a database. A release stored again replaces itself.

    \b
    Examples:
      lorbeer store releases/ --to sqlite:///awards.db
      lorbeer store releases/ --to postgresql+psycopg://me@localhost/awards
    """
    with clear_errors(), open_database(to) as writer:
        summary = run(
            inputs,
            writer,
            language_pipeline,
            bar=True,
            extractor=extractor,
            fields=Fields(text_field, id_field, date_field),
            any_language=any_language,
            keep_duplicates=keep_duplicates,
        )
    finish(summary)


app.command("fetch")(fetch_command)
app.command("explain")(explain_command)
app.command("rules")(rules_command)
app.command("evaluate")(evaluate_command)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of what extract writes for one release.

    \b
    Example:
      lorbeer schema > extraction.schema.json
    """
    typer.echo(json.dumps(Extraction.model_json_schema(), indent=2, ensure_ascii=False))


def _writer(format: Format, stream: TextIO) -> Writer:
    return TableWriter(Console(file=stream)) if format == "table" else open_writer(format, stream)
