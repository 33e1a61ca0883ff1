"""Write the model card: its template filled with the figures of one evaluation."""

import json
import os
from importlib.metadata import version
from pathlib import Path
from string import Template

from spacy.vocab import Vocab

from recipe import sources
from recipe.treebank import read_treebank

TEMPLATE = Path(__file__).with_name("card.md.template")
#: Endings of figures that are counts, not shares.
_COUNTS = ("_words", "_sentences", "_documents", "_count", "_per_second")


def write_card(path: Path, figures: dict[str, float], data: Path, pipeline: Path) -> None:
    """Fill the template with `figures` (shares in per cent) and the sizes of data and pipeline."""
    measured = {name: written(name, value) for name, value in figures.items()}
    filled = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        measured,
        **training_figures(pipeline),
        repeated=repeated(data),
        megabytes=megabytes(pipeline),
        cores=os.cpu_count(),
        spacy_version=version("spacy"),
        onnxruntime_version=version("onnxruntime"),
    )
    path.write_text(filled, encoding="utf-8")


def written(name: str, value: float) -> str:
    """A figure as people read it: a count, or a share in per cent."""
    return f"{round(value):,}" if name.endswith(_COUNTS) else f"{100 * value:.1f}"


def training_figures(pipeline: Path) -> dict[str, str]:
    """Sentences the pipeline learned from, by corpus, as its own `meta.json` tells."""
    meta = json.loads((pipeline / "meta.json").read_text(encoding="utf-8"))
    return {name: f"{count:,}" for name, count in meta["training_sentences"].items()}


def repeated(data: Path) -> str:
    """Number of GSD test sentences that occur word for word in GSD's training part or PUD too."""
    vocab = Vocab()
    seen = {
        doc.text
        for name in (sources.GSD_TRAIN, sources.PUD)
        for doc in read_treebank(vocab, data / name)
    }
    return str(sum(doc.text in seen for doc in read_treebank(vocab, data / sources.GSD_TEST)))


def megabytes(folder: Path) -> str:
    """Size of all files in a folder, in units of 1,000,000 bytes."""
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{total / 1_000_000:.0f}"
