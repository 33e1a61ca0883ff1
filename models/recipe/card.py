"""Write the model card: its template filled with the figures of one evaluation."""

import os
from importlib.metadata import version
from pathlib import Path
from string import Template

from spacy.vocab import Vocab

from recipe import sources
from recipe.corpora import read_corpora
from recipe.treebank import read_treebank

TEMPLATE = Path(__file__).with_name("card.md.template")
#: Endings of figures that are counts, not shares.
_COUNTS = ("_words", "_sentences", "_documents", "_count", "_per_second")


def write_card(path: Path, figures: dict[str, float], data: Path, pipeline: Path) -> None:
    """Fill the template with `figures` (shares in per cent) and the sizes of data and pipeline."""
    measured = {name: written(name, value) for name, value in figures.items()}
    filled = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        measured,
        **data_figures(data),
        megabytes=megabytes(pipeline),
        cores=os.cpu_count(),
        spacy_version=version("spacy"),
        onnxruntime_version=version("onnxruntime"),
    )
    path.write_text(filled, encoding="utf-8")


def written(name: str, value: float) -> str:
    """A figure as people read it: a count, or a share in per cent."""
    return f"{round(value):,}" if name.endswith(_COUNTS) else f"{100 * value:.1f}"


def data_figures(data: Path) -> dict[str, str]:
    """`<group>_train` -> number of sentences to train on; `<group>_held_out` likewise.

    `repeated` -> number of GSD test sentences that occur word for word in GSD or PUD too.
    """
    corpora = read_corpora(data)
    sizes = {f"{name}_train": f"{len(group):,}" for name, group in corpora.train.items()}
    sizes |= {f"{name}_held_out": f"{len(group):,}" for name, group in corpora.held_out.items()}
    vocab = Vocab()
    seen = {
        doc.text
        for name in (sources.GSD_TRAIN, sources.PUD)
        for doc in read_treebank(vocab, data / name)
    }
    test = read_treebank(vocab, data / sources.GSD_TEST)
    return sizes | {"repeated": str(sum(doc.text in seen for doc in test))}


def megabytes(folder: Path) -> str:
    """Size of all files in a folder, in units of 1,000,000 bytes."""
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{total / 1_000_000:.0f}"
