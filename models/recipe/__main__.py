"""Command line of the recipe: convert, train, join, evaluate, write the card."""

import logging
from pathlib import Path
from typing import Annotated

import spacy
import typer

from de_lorbeer import load
from recipe import sources
from recipe.card import write_card
from recipe.convert import convert
from recipe.evaluation import evaluate
from recipe.packaging import join
from recipe.training import best, train_parts

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "models" / "de_lorbeer" / "trained"
WORK = ROOT / "build" / "training"

logger = logging.getLogger(__name__)


def main(
    data: Annotated[Path, typer.Argument(help="Folder with treebank/, morphology/ and ner/.")],
    work: Annotated[Path, typer.Option(help="Folder for intermediate files.")] = WORK,
    target: Annotated[
        Path, typer.Option(help="Folder of the pipeline; MODEL_CARD.md is written beside it.")
    ] = TARGET,
    evaluate_only: Annotated[
        bool, typer.Option("--evaluate-only", help="Score the pipeline that is there; no training.")
    ] = False,
    max_steps: Annotated[
        int | None, typer.Option(min=1, help="Stop both trainings early, to try the recipe out.")
    ] = None,
) -> None:
    """Train the German pipeline of lorbeer (about 40 minutes on 2 cores) and score it."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        sources.require(data)
    except sources.MissingDataError as error:
        raise typer.BadParameter(str(error), param_hint="DATA") from error
    if not evaluate_only:
        train_pipeline(data, work, target, max_steps)
    elif not (target / "config.cfg").is_file():
        raise typer.BadParameter(f"there is no pipeline in {target}", param_hint="--target")
    report(data, target)


def train_pipeline(data: Path, work: Path, target: Path, max_steps: int | None) -> None:
    """Convert the data, train both parts and join them to one pipeline in `target`."""
    convert(spacy.blank("de").vocab, data, work)
    train_parts(work, max_steps)
    join(best(work, "syntax"), best(work, "entities"), target)
    logger.info("pipeline saved to %s", target)


def report(data: Path, target: Path) -> None:
    """Score the pipeline in `target` and write its card beside it."""
    logger.info("evaluating %s", target)
    figures = evaluate(spacy.load(target), load(str(target)), data)
    for name, value in figures.items():
        logger.info("%-18s %10.4g", name, value)
    card = target.parent / "MODEL_CARD.md"
    write_card(card, figures, data, target)
    logger.info("card written to %s", card)


if __name__ == "__main__":
    typer.run(main)
