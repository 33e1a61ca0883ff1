"""The files of annotated German that the recipe reads, and the check that they are there."""

from pathlib import Path

GSD_TRAIN = "treebank/de_gsd-ud-dev.conllu"
GSD_TEST = "treebank/de_gsd-ud-test.conllu"
GSD_LEMMAS = ("morphology/de_gsd-um-dev.conllu", "morphology/de_gsd-um-test.conllu")
PUD = "treebank/de_pud-ud-test.conllu"
PUD_STTS = "treebank/de_pud-ud-test.stts.json"
GERMEVAL_TRAIN = "ner/germeval2014-test.tsv"
GERMEVAL_TEST = "ner/germeval2014-dev.tsv"
WIKINER = "ner/wikiner-de-14k.tsv"

#: Nothing is trained on these two; they give the figures of the model card.
TEST_ONLY = (GSD_TEST, GERMEVAL_TEST)
TRAINING = (GSD_TRAIN, *GSD_LEMMAS, PUD, PUD_STTS, GERMEVAL_TRAIN, WIKINER)


class MissingDataError(RuntimeError):
    """A file of the recipe is not in the data folder; the message names it."""


def require(data: Path) -> None:
    """Raise MissingDataError, which names every file of the recipe that `data` lacks."""
    missing = [name for name in (*TRAINING, *TEST_ONLY) if not (data / name).is_file()]
    if missing:
        raise MissingDataError(
            f"{data} lacks {', '.join(missing)}; the model card says what these files are"
        )
