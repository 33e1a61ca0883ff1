"""Train the two parts of the pipeline with spaCy's own training, from the configurations here."""

import logging
from pathlib import Path
from typing import Any

from spacy.cli.init_config import fill_config
from spacy.cli.train import train

#: Each has a configuration `<part>.cfg` in this folder, with a fixed `training.seed`.
PARTS = ("syntax", "entities")

logger = logging.getLogger(__name__)


def train_parts(work: Path, max_steps: int | None = None) -> None:
    """Train every part on `work/<part>-{train,dev}.spacy`; the best goes to `best(work, part)`.

    `max_steps` replaces the configurations' number of steps, to try the recipe out.
    """
    for part in PARTS:
        logger.info("training %s", part)
        overrides: dict[str, Any] = {
            "paths.train": str(work / f"{part}-train.spacy"),
            "paths.dev": str(work / f"{part}-dev.spacy"),
        }
        if max_steps is not None:
            overrides["training.max_steps"] = max_steps
        train(_complete(part, work), work / part, overrides=overrides)


def best(work: Path, part: str) -> Path:
    """The folder of a part's best training step."""
    return work / part / "model-best"


def _complete(part: str, work: Path) -> Path:
    """Write a part's configuration with spaCy's defaults filled in, as training needs it."""
    path = work / f"{part}.cfg"
    fill_config(path, Path(__file__).with_name(f"{part}.cfg"), silent=True)
    return path
