"""The files of annotated German that the recipe reads, and the check that they are there."""

from pathlib import Path

GSD_TRAIN = "treebank/de_gsd-ud-dev.conllu"
GSD_TEST = "treebank/de_gsd-ud-test.conllu"
PUD = "treebank/de_pud-ud-test.conllu"
PUD_STTS = "treebank/de_pud-ud-test.stts.json"
UNIMORPH = ("morphology/de_gsd-um-dev.conllu", "morphology/de_gsd-um-test.conllu")
UNIMORPH_OLD = "morphology/de_gsd-track1-high.conll"
GERMEVAL_TRAIN = "ner/germeval2014-test.tsv"
GERMEVAL_TEST = "ner/germeval2014-dev.tsv"
WIKINER = "ner/wikiner-de-14k.tsv"
EUROPARL = ("ner/europarl-train.tsv", "ner/europarl-dev.tsv", "ner/europarl-test.tsv")
MOBIE = ("ner/mobie-train.conll2003", "ner/mobie-dev.conll2003", "ner/mobie-test.conll2003")
SMARTDATA = ("ner/smartdata-v1_20180119.train.json.gz", "ner/smartdata-v1_20180119.test.json.gz")
SMARTDATA_DEV = "ner/smartdata-v3_20200302.dev.json.gz"
SMARTDATA_TEST = "ner/smartdata-v3_20200302.test.json.gz"
UNER_PUD = "ner/uner-pud.iob2"

#: Nothing is trained or chosen on these; they give the figures of the model card.
TEST_ONLY = (GSD_TEST, GERMEVAL_TEST, SMARTDATA_TEST, UNER_PUD)
TRAINING = (
    *(GSD_TRAIN, PUD, PUD_STTS, *UNIMORPH, UNIMORPH_OLD, GERMEVAL_TRAIN, WIKINER),
    *(*EUROPARL, *MOBIE, *SMARTDATA, SMARTDATA_DEV),
)


class MissingDataError(RuntimeError):
    """A file of the recipe is not in the data folder; the message names it."""


def require(data: Path) -> None:
    """Raise MissingDataError, which names every file of the recipe that `data` lacks."""
    missing = [name for name in (*TRAINING, *TEST_ONLY) if not (data / name).is_file()]
    if missing:
        raise MissingDataError(
            f"{data} lacks {', '.join(missing)}; the model card says what these files are"
        )
