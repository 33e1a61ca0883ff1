"""Read all training data; hold out a tenth of what choices are made on."""

import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language

from de_lorbeer.tokenizer import adapt_tokenizer
from recipe import entities, morphology, sources, treebank
from recipe.sentence import CORPORA, Sentence

#: Groups of which every tenth block of sentences is held out.
HELD_OUT = ("gsd", "pud", "germeval")
_EVERY_TENTH = 10
#: Sentences of one block follow one another in their corpus.
BLOCK = 5
#: Features whose absence means something. PUD leaves out VerbForm and Voice.
_EVERY = (
    "Case Definite Foreign Gender Gender[psor] Mood NumType Number Number[psor] Person Polarity"
)
GSD_KNOWN = frozenset(f"{_EVERY} Polite Poss PronType Reflex Tense Degree VerbForm Voice".split())
PUD_KNOWN = frozenset(f"{_EVERY} Polite Poss PronType Reflex Tense".split()) - {"Gender[psor]"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Corpora:
    """Training sentences by group, in the order of their files, and the held-out ones."""

    train: dict[str, list[Sentence]]
    held_out: dict[str, list[Sentence]]

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences to train on."""
        return [sentence for group in self.train.values() for sentence in group]


def read_corpora(data: Path, texts: Path | None = None) -> Corpora:
    """Read every training file of the data folder, and plain texts of the genre.

    `texts`: a file of JSON Lines as `lorbeer extract --format jsonl` writes it; nothing but
    `release.text` is read.
    """
    groups = {**_syntax(data), **_entities(data), **({"texts": _plain(texts)} if texts else {})}
    held = {name: groups[name][:] for name in HELD_OUT}
    for name, sentences in held.items():
        groups[name] = [s for i, s in enumerate(sentences) if not _is_held_out(i)]
        held[name] = [s for i, s in enumerate(sentences) if _is_held_out(i)]
    held["smartdata"] = _smartdata_to_develop(data)
    for name, sentences in groups.items():
        logger.info("%-10s %6d sentences", name, len(sentences))
    return Corpora(groups, held)


def _is_held_out(number: int) -> bool:
    return number // BLOCK % _EVERY_TENTH == 0


def _syntax(data: Path) -> dict[str, list[Sentence]]:
    gsd = list(treebank.read_sentences(data / sources.GSD_TRAIN, "gsd", GSD_KNOWN))
    stts = data / sources.PUD_STTS
    pud = list(treebank.read_sentences(data / sources.PUD, "pud", PUD_KNOWN, stts))
    unimorph = [s for name in sources.UNIMORPH for s in morphology.read_unimorph(data / name)]
    excluded = {morphology.key(s.words) for s in [*gsd, *unimorph]} | {
        morphology.key([row[1] for row in rows if row[0].isdigit()])
        for name in (sources.GSD_TEST, sources.GSD_TRAIN)
        for _, rows in treebank.sentences(data / name)
    }
    old = list(morphology.read_old_unimorph(data / sources.UNIMORPH_OLD, excluded))
    return {"gsd": gsd, "pud": pud, "unimorph": unimorph, "old": old}


def _entities(data: Path) -> dict[str, list[Sentence]]:
    def read(
        names: tuple[str, ...], corpus: str, word: int, tag: int, misc: bool
    ) -> list[Sentence]:
        return [
            sentence
            for name in names
            for sentence in entities.read_sentences(data / name, corpus, word, tag, misc=misc)
        ]

    return {
        "germeval": read((sources.GERMEVAL_TRAIN,), "gsd", 1, 2, misc=True),
        "smartdata": _smartdata(data),
        "wikiner": read((sources.WIKINER,), "wikiner", 0, 1, misc=False),
        "europarl": read(sources.EUROPARL, "europarl", 0, 4, misc=False),
        "mobie": read(sources.MOBIE, "mobie", 0, 3, misc=False),
    }


def _plain(path: Path) -> list[Sentence]:
    """The lines of texts without annotation."""
    nlp = _blank()
    texts = [json.loads(line)["release"]["text"] for line in path.open(encoding="utf-8")]
    docs = (nlp.make_doc(text) for text in texts)
    parts = [part for doc in docs for part in entities.parts(doc, CORPORA[0])]
    return [replace(part, ents=None) for part in parts]


def _blank() -> Language:
    nlp = spacy.blank("de")
    adapt_tokenizer(nlp)
    return nlp


def _smartdata_to_develop(data: Path) -> list[Sentence]:
    docs = entities.read_tokenised(_blank().vocab, data / sources.SMARTDATA_DEV)
    return [part for doc in docs for part in entities.parts(doc, "smartdata")]


def _smartdata(data: Path) -> list[Sentence]:
    """SmartData's first version, without the documents that its third has for testing."""
    nlp = _blank()
    excluded = {
        document["id"]
        for name in (sources.SMARTDATA_DEV, sources.SMARTDATA_TEST)
        for document in entities.smartdata_documents(data / name)
    }
    docs = [
        doc
        for name in sources.SMARTDATA
        for doc in entities.read_smartdata(nlp, data / name, excluded)
    ]
    return [part for doc in docs for part in entities.parts(doc, "smartdata")]
