"""Arguments and options that several commands share."""

from typing import Annotated

import typer

from lorbeer.flow import Extractor

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, URLs; - is standard input. Web pages, PDF, DOCX, e-mail, "
        "feeds, tables and archives are recognised by content.",
    ),
]
LanguagePipeline = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        envvar="LORBEER_LANGUAGE_PIPELINE",
        help="Another spaCy pipeline than the one that comes along.",
    ),
]
ExtractorOption = Annotated[
    Extractor,
    typer.Option(
        "--extractor", help="Tell awards and winners by rules, by the trained model, or by both."
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Also what is not in German; it is skipped else.")
]
KeepDuplicates = Annotated[
    bool,
    typer.Option(
        "--keep-duplicates", help="Also further copies of a release; they are skipped else."
    ),
]
TextField = Annotated[
    str | None,
    typer.Option(
        metavar="FIELD",
        help="Of tables and JSON: the field with the text, such as release.text; "
        "else text, content, body, html, article, inhalt or volltext.",
    ),
]
IdField = Annotated[
    str | None,
    typer.Option(metavar="FIELD", help="Of tables and JSON: the field that names the release."),
]
DateField = Annotated[
    str | None,
    typer.Option(metavar="FIELD", help="Of tables and JSON: the field with the day it appeared."),
]
