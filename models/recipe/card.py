"""Write the model card: its template filled with the figures of one evaluation."""

import os
from importlib.metadata import version
from pathlib import Path
from string import Template

from spacy.vocab import Vocab

from recipe import sources
from recipe.convert import read_entities, read_syntax
from recipe.treebank import read_treebank

TEMPLATE = Path(__file__).with_name("card.md.template")
_NO_SHARE = frozenset({"words_per_second", "syntax_sentences", "syntax_words"}) | frozenset(
    {"entity_sentences", "entity_count"}
)


def write_card(path: Path, figures: dict[str, float], data: Path, pipeline: Path) -> None:
    """Fill the template with `figures` (shares in per cent) and the sizes of data and pipeline."""
    measured = {name: _written(name, value) for name, value in figures.items()}
    filled = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        measured,
        **data_figures(data),
        megabytes=megabytes(pipeline),
        cores=os.cpu_count(),
        spacy_version=version("spacy"),
    )
    path.write_text(filled, encoding="utf-8")


def _written(name: str, value: float) -> str:
    return f"{round(value):,}" if name in _NO_SHARE else f"{100 * value:.1f}"


def data_figures(data: Path) -> dict[str, str]:
    """Source -> number of training sentences out of it, held-out ones included.

    `repeated` -> number of GSD test sentences that occur word for word in GSD or PUD too.
    """
    vocab = Vocab()
    syntax, entities = read_syntax(vocab, data), read_entities(vocab, data)
    sizes = {
        source: f"{len(docs):,}"
        for group in (syntax, entities)
        for source, docs in group._asdict().items()
    }
    seen = {doc.text for doc in syntax.gsd + syntax.pud}
    test = read_treebank(vocab, data / sources.GSD_TEST)
    return sizes | {"repeated": str(sum(doc.text in seen for doc in test))}


def megabytes(folder: Path) -> str:
    """Size of all files in a folder, in units of 1,000,000 bytes."""
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{total / 1_000_000:.0f}"
