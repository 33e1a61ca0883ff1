"""Print how well and how fast a language pipeline annotates, measured on the test-only data."""

from pathlib import Path
from typing import Annotated

import spacy
import typer

from de_lorbeer import load
from de_lorbeer.pipeline import TRAINED
from recipe.card import written
from recipe.evaluation import evaluate


def main(
    data: Annotated[Path, typer.Argument(help="Folder with treebank/, morphology/ and ner/.")],
    language_pipeline: Annotated[
        str, typer.Option(metavar="NAME", help="Another spaCy pipeline than lorbeer's own.")
    ] = str(TRAINED),
) -> None:
    """Print accuracy in per cent, and words per second."""
    figures = evaluate(spacy.load(language_pipeline), load(language_pipeline), data)
    for name, value in figures.items():
        typer.echo(f"{name:24} {written(name, value):>10}")


if __name__ == "__main__":
    typer.run(main)
