"""Turn a folder of annotated German into spaCy's binary training files."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from recipe import sources
from recipe.entities import read_columns
from recipe.treebank import read_lemmas, read_treebank

#: Every tenth sentence is held out to choose the best training step.
HOLD_OUT = 10
#: GermEval is annotated by hand: its sentences count more than WikiNER's.
GERMEVAL_WEIGHT = 2

logger = logging.getLogger(__name__)


class SyntaxDocs(NamedTuple):
    """Sentences to train tags, lemmas and dependencies, by source; `lemmas` carry lemmas only."""

    gsd: list[Doc]
    pud: list[Doc]
    lemmas: list[Doc]


class EntityDocs(NamedTuple):
    """Sentences to train the entity recogniser, by source."""

    germeval: list[Doc]
    wikiner: list[Doc]


def read_syntax(vocab: Vocab, data: Path) -> SyntaxDocs:
    """Read the treebanks and the lemma lists of the data folder."""
    lemmas = [doc for name in sources.GSD_LEMMAS for doc in read_lemmas(vocab, data / name)]
    return SyntaxDocs(
        gsd=list(read_treebank(vocab, data / sources.GSD_TRAIN)),
        pud=list(read_treebank(vocab, data / sources.PUD, data / sources.PUD_STTS)),
        lemmas=lemmas,
    )


def read_entities(vocab: Vocab, data: Path) -> EntityDocs:
    """Read the entity corpora of the data folder.

    WikiNER calls other things MISC than GermEval does: its sentences with one stay out.
    """
    wikiner = read_columns(vocab, data / sources.WIKINER, 0, 1)
    return EntityDocs(
        germeval=list(read_columns(vocab, data / sources.GERMEVAL_TRAIN, 1, 2)),
        wikiner=[doc for doc in wikiner if all(ent.label_ != "MISC" for ent in doc.ents)],
    )


def convert(vocab: Vocab, data: Path, work: Path) -> None:
    """Write `syntax-{train,dev}.spacy` and `entities-{train,dev}.spacy` to the folder `work`."""
    work.mkdir(parents=True, exist_ok=True)
    syntax = read_syntax(vocab, data)
    train, dev = hold_out(syntax.gsd + syntax.pud)
    save(work / "syntax-train.spacy", train + syntax.lemmas)
    save(work / "syntax-dev.spacy", dev)
    entities = read_entities(vocab, data)
    train, dev = hold_out(entities.germeval)
    save(work / "entities-train.spacy", train * GERMEVAL_WEIGHT + entities.wikiner)
    save(work / "entities-dev.spacy", dev)


def hold_out(docs: list[Doc]) -> tuple[list[Doc], list[Doc]]:
    """(the rest, every tenth)."""
    rest = [doc for i, doc in enumerate(docs) if i % HOLD_OUT]
    return rest, docs[::HOLD_OUT]


def save(path: Path, docs: Iterable[Doc]) -> None:
    """Write Docs to one binary file."""
    binary = DocBin(docs=docs, store_user_data=False)
    binary.to_disk(path)
    logger.info("%s: %d sentences", path.name, len(binary))
