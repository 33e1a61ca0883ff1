"""Command line of the recipe: prepare the data, train, export, evaluate, write the card."""

import logging
from enum import IntEnum
from pathlib import Path
from typing import Annotated

import spacy
import typer

from de_lorbeer import load
from recipe import sources
from recipe.card import write_card
from recipe.download import pretrained_weights
from recipe.evaluation import evaluate
from recipe.learning import Plan, learn
from recipe.packaging import package
from recipe.preparation import prepare

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "models" / "de_lorbeer" / "trained"
WORK = ROOT / "build" / "training"

logger = logging.getLogger(__name__)


class Step(IntEnum):
    """The steps of the recipe, in order."""

    prepare = 0
    learn = 1
    export = 2
    evaluate = 3


def main(
    data: Annotated[Path, typer.Argument(help="Folder with treebank/, morphology/ and ner/.")],
    texts: Annotated[
        Path | None,
        typer.Option(help="Plain texts of the genre: what `lorbeer extract --format jsonl` wrote."),
    ] = None,
    work: Annotated[Path, typer.Option(help="Folder for intermediate files.")] = WORK,
    target: Annotated[
        Path, typer.Option(help="Folder of the pipeline; MODEL_CARD.md is written beside it.")
    ] = TARGET,
    weights: Annotated[
        Path | None, typer.Option(help="The file e5-small-q4.bin, instead of fetching it.")
    ] = None,
    start: Annotated[
        str, typer.Option("--from", help="Step to start with: prepare, learn, export, evaluate.")
    ] = Step.prepare.name,
    steps: Annotated[
        tuple[int, int] | None, typer.Option(help="Steps of adaptation and of each later stage.")
    ] = None,
    measure: Annotated[
        bool, typer.Option(help="Leave a tenth out of the learning, and score it on that.")
    ] = False,
) -> None:
    """Train the German pipeline of lorbeer and score it."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        sources.require(data)
    except sources.MissingDataError as error:
        raise typer.BadParameter(str(error), param_hint="DATA") from error
    if start not in Step.__members__:
        raise typer.BadParameter(f"one of {', '.join(Step.__members__)}", param_hint="--from")
    first = Step[start]
    work.mkdir(parents=True, exist_ok=True)
    if first <= Step.prepare:
        prepare(data, weights or pretrained_weights(work), texts, work)
    if first <= Step.learn:
        learn(work, Plan().shortened(*steps) if steps else Plan(), measure=measure)
    if first <= Step.export:
        package(work, target)
        logger.info("pipeline saved to %s", target)
    report(data, target)


def report(data: Path, target: Path) -> None:
    """Score the pipeline in `target` and write its card beside it."""
    if not (target / "config.cfg").is_file():
        raise typer.BadParameter(f"there is no pipeline in {target}", param_hint="--target")
    logger.info("evaluating %s", target)
    figures = evaluate(spacy.load(target), load(str(target)), data)
    for name, value in figures.items():
        logger.info("%-22s %10.4g", name, value)
    card = target.parent / "MODEL_CARD.md"
    write_card(card, figures, data, target)
    logger.info("card written to %s", card)


if __name__ == "__main__":
    typer.run(main)
