"""Turn a folder of annotated German into spaCy's binary training files.

The folder's layout: `treebank/`, `morphology/` and `ner/`, as named below. Whatever is
marked "test only" in the model card serves `recipe.evaluate` alone.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from recipe.entities import read_columns
from recipe.treebank import read_lemmas, read_treebank

#: Every tenth sentence is held out to choose the best training step.
HOLD_OUT = 10

logger = logging.getLogger(__name__)


def convert(data: Path, work: Path) -> None:
    """Write `syntax-{train,dev,test}.spacy` and `entities-{train,dev,test}.spacy` to `work`."""
    work.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("de").vocab
    trees, ner, morphology = data / "treebank", data / "ner", data / "morphology"
    gsd = [doc for _, doc in read_treebank(vocab, trees / "de_gsd-ud-dev.conllu")]
    pud_file = trees / "de_pud-ud-test.conllu"
    pud = [doc for _, doc in read_treebank(vocab, pud_file, pud_file.with_suffix(".stts.json"))]
    lemmas = [
        doc
        for part in ("dev", "test")
        for doc in read_lemmas(vocab, morphology / f"de_gsd-um-{part}.conllu")
    ]
    parsed_train, parsed_dev = hold_out(gsd + pud)
    save(work / "syntax-train.spacy", parsed_train + lemmas)
    save(work / "syntax-dev.spacy", parsed_dev)
    test = [doc for _, doc in read_treebank(vocab, trees / "de_gsd-ud-test.conllu")]
    save(work / "syntax-test.spacy", test)

    germeval_train, germeval_dev = hold_out(
        list(read_columns(vocab, ner / "germeval2014-test.tsv", 1, 2))
    )
    # WikiNER calls other things MISC than GermEval does: its sentences with one stay out.
    wikiner = [
        doc
        for doc in read_columns(vocab, ner / "wikiner-de-14k.tsv", 0, 1)
        if all(ent.label_ != "MISC" for ent in doc.ents)
    ]
    save(work / "entities-train.spacy", germeval_train * 2 + wikiner)
    save(work / "entities-dev.spacy", germeval_dev)
    save(work / "entities-test.spacy", read_columns(vocab, ner / "germeval2014-dev.tsv", 1, 2))


def hold_out(docs: list[Doc]) -> tuple[list[Doc], list[Doc]]:
    """(the rest, every tenth)."""
    rest = [doc for i, doc in enumerate(docs) if i % HOLD_OUT]
    return rest, docs[::HOLD_OUT]


def save(path: Path, docs: Iterable[Doc]) -> None:
    """Write Docs to one binary file."""
    binary = DocBin(docs=list(docs), store_user_data=False)
    binary.to_disk(path)
    logger.info("%s: %d documents", path.name, len(binary))
