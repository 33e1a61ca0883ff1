"""Command line: learn the roles from projected gold, and put the tagger into the pipeline."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import typer

from de_lorbeer import load
from de_lorbeer.roles import WordRoles
from recipe.roles.examples import Example, common_marks, read
from recipe.roles.export import save_tagger
from recipe.roles.folds import folds
from recipe.roles.learning import Plan, collate, learn
from recipe.roles.network import RoleNetwork

TRAINED = Path(__file__).parents[2] / "de_lorbeer" / "trained"
ANNOTATOR = "lorbeer_annotator"

logger = logging.getLogger(__name__)


def main(
    examples: Annotated[Path, typer.Argument(help="What lorbeer.fitting.projection wrote.")],
    target: Annotated[Path, typer.Option(help="Folder of the trained pipeline.")] = TRAINED,
    held_out: Annotated[
        Path | None,
        typer.Option(
            help="File for the roles of each release by a tagger that did "
            "not learn from its publisher."
        ),
    ] = None,
    networks: Annotated[
        int, typer.Option(help="Networks whose mean is taken; each begins at random.")
    ] = 3,
    epochs: Annotated[int, typer.Option(help="Times that each release is learned from.")] = 14,
    seed: Annotated[int, typer.Option(help="Seed of all that the first network draws.")] = 0,
    share: Annotated[float, typer.Option(help="Learn from this share of the releases.")] = 1.0,
) -> None:
    """Learn who gave what to whom, and save the tagger beside the trained network."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    nlp = load(str(target))
    nlp.select_pipes(enable=["lorbeer_sentences", ANNOTATOR])
    marks = common_marks(examples)
    found = list(read(examples, nlp, marks))
    logger.info("%d releases, %d words", len(found), sum(example.size for example in found))
    plans = [Plan(epochs=epochs, seed=seed + number) for number in range(networks)]
    if held_out is not None:
        save_held_out(held_out, found, plans, share)
        return
    save_tagger([learn(found, plan) for plan in plans], marks, target / "roles.npz")
    logger.info("role tagger saved to %s", target)


def save_held_out(
    path: Path, found: Sequence[Example], plans: Sequence[Plan], share: float
) -> None:
    """Cross-validate over publishers and write what each release got, by its id."""
    arrays: dict[str, Any] = {}
    for number, (train, held) in enumerate(folds(found)):
        logger.info("fold %d", number)
        chosen = train[: int(len(train) * share)]
        networks = [learn([found[i] for i in chosen], plan) for plan in plans]
        for i in held:
            roles = tagged(networks, found[i])
            arrays[f"{found[i].id}/inside"] = roles.inside.astype(np.float16)
            arrays[f"{found[i].id}/first"] = roles.first.astype(np.float16)
            arrays[f"{found[i].id}/own"] = np.float16(roles.own)
        np.savez_compressed(path, **arrays)


def tagged(networks: Sequence[RoleNetwork], example: Example) -> WordRoles:
    """The roles of a whole release, the mean of what the networks say."""
    whole = collate([example], example.size)
    with torch.no_grad():
        found = [network(whole) for network in networks]
    inside = torch.stack([torch.sigmoid(scores[0]) for scores, _ in found]).mean(0).numpy()
    own = torch.stack([torch.sigmoid(own[0]) for _, own in found]).mean()
    return WordRoles(inside[..., 0], inside[..., 1], float(own))


if __name__ == "__main__":
    typer.run(main)
