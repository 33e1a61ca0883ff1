"""Read German entity corpora into spaCy Docs with PER, ORG, LOC and MISC."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

#: What each corpus calls an entity, and what the pipeline calls it. GermEval's
#: derived forms and name parts ("LOCderiv", "ORGpart") are no entities.
LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "OTH": "MISC"}


def read_columns(vocab: Vocab, path: Path, word_column: int, tag_column: int) -> Iterator[Doc]:
    """Yield one Doc per sentence of a tab-separated file with BIO or IO tags."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if line.startswith("#\t"):
            continue
        if len(columns) > max(word_column, tag_column):
            words.append(columns[word_column])
            tags.append(columns[tag_column])
        elif words:
            yield Doc(vocab, words=words, ents=to_bio(tags))
            words, tags = [], []


def to_bio(tags: list[str]) -> list[str]:
    """BIO tags in the pipeline's labels; in IO data a run of one label is one entity."""
    out: list[str] = []
    previous = "O"
    for tag in tags:
        prefix, _, name = tag.partition("-")
        label = LABELS.get(name)
        if label is None:
            out.append("O")
        elif prefix == "I" and previous == name:
            out.append(f"I-{label}")
        else:
            out.append(f"B-{label}")
        previous = name
    return out
