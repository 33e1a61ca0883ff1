"""Command line of the recipe: read the data, train, export, evaluate, write the card."""

import logging
from pathlib import Path
from typing import Annotated

import spacy
import typer

from de_lorbeer import load
from recipe import sources
from recipe.card import write_card
from recipe.download import pretrained_weights
from recipe.evaluation import evaluate
from recipe.packaging import package
from recipe.preparation import prepare
from recipe.training import FIRST, SECOND, Schedule, train

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "models" / "de_lorbeer" / "trained"
WORK = ROOT / "build" / "training"
CHECKPOINT = "network.pt"
#: Steps of the two stages of the training behind the pipeline that travels in the package.
STEPS = (3900, 2470)

logger = logging.getLogger(__name__)


def main(
    data: Annotated[Path, typer.Argument(help="Folder with treebank/, morphology/ and ner/.")],
    work: Annotated[Path, typer.Option(help="Folder for intermediate files.")] = WORK,
    target: Annotated[
        Path, typer.Option(help="Folder of the pipeline; MODEL_CARD.md is written beside it.")
    ] = TARGET,
    weights: Annotated[
        Path | None, typer.Option(help="The file e5-small-q4.bin, instead of fetching it.")
    ] = None,
    steps: Annotated[
        tuple[int, int], typer.Option(help="Steps of the two stages of the training.")
    ] = STEPS,
    evaluate_only: Annotated[
        bool, typer.Option("--evaluate-only", help="Score the pipeline that is there; no training.")
    ] = False,
    export_only: Annotated[
        bool, typer.Option("--export-only", help="Start from the network in the work folder.")
    ] = False,
) -> None:
    """Train the German pipeline of lorbeer (about an hour on 2 cores) and score it."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        sources.require(data)
    except sources.MissingDataError as error:
        raise typer.BadParameter(str(error), param_hint="DATA") from error
    work.mkdir(parents=True, exist_ok=True)
    if not evaluate_only:
        if not export_only:
            file = weights or pretrained_weights(work)
            train_network(data, file, work, steps)
        package(work, work / CHECKPOINT, target)
        logger.info("pipeline saved to %s", target)
    elif not (target / "config.cfg").is_file():
        raise typer.BadParameter(f"there is no pipeline in {target}", param_hint="--target")
    report(data, target)


def train_network(data: Path, weights: Path, work: Path, steps: tuple[int, int]) -> None:
    """Train in two stages; the network goes to the work folder."""
    prepared = prepare(data, weights, work)
    groups, encoder = prepared.corpora.train, prepared.encoder
    for stage, count in zip((FIRST, SECOND), steps, strict=True):
        train(prepared.network, groups, encoder, Schedule(count), stage, work / CHECKPOINT)


def report(data: Path, target: Path) -> None:
    """Score the pipeline in `target` and write its card beside it."""
    logger.info("evaluating %s", target)
    figures = evaluate(spacy.load(target), load(str(target)), data)
    for name, value in figures.items():
        logger.info("%-22s %10.4g", name, value)
    card = target.parent / "MODEL_CARD.md"
    write_card(card, figures, data, target)
    logger.info("card written to %s", card)


if __name__ == "__main__":
    typer.run(main)
