"""Read German treebanks and lemma lists in CoNLL-U into spaCy Docs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from recipe.sentence import Feats, Sentence

#: What CoNLL-U writes in a column without a value.
MISSING = "_"

#: Relations that PUD tells apart and GSD, whose ways the pipeline follows, does not.
SAME_DEP = {
    "acl:relcl": "acl",
    "cc:preconj": "cc",
    "csubj:pass": "csubj",
    "flat:name": "flat",
    "iobj": "obl:arg",
    "nmod:poss": "nmod",
    "obl:tmod": "obl",
}

#: Tags of the STTS under two names.
SAME_TAG = {"PAV": "PROAV"}

Row = list[str]


@dataclass
class Word:
    """One written word of a sentence; `head` counts from 1, 0 is the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int
    dep: str
    space: bool


def sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield (sentence id, rows of ten columns) of a CoNLL-U file."""
    sent_id = ""
    rows: list[Row] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield sent_id, rows
            rows = []


def merge_contractions(rows: list[Row]) -> list[Word]:
    """Join what UD splits ("im" = "in dem") into one written token, as spaCy tokenises.

    The token takes the attachment of its first part (the preposition), the features
    of its last part (the article) and the STTS tag APPRART.
    """
    parts = {int(row[0]): row for row in rows if row[0].isdigit()}
    surfaces = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    words: list[Word] = []
    new_index = {0: 0}
    position = 1
    while position <= len(parts):
        surface = surfaces.get(position, parts[position])
        last = int(surface[0].split("-")[-1])
        words.append(_word(surface, parts[position], parts[last]))
        new_index |= dict.fromkeys(range(position, last + 1), len(words))
        position = last + 1
    for word in words:
        word.head = new_index[word.head]
    return words


def _word(surface: Row, first: Row, last: Row) -> Word:
    """The written word `surface`, of the syntactic words `first` to `last`."""
    return Word(
        form=surface[1],
        lemma=first[2],
        pos=first[3],
        tag=first[4] if first is last else "APPRART",
        feats=last[5],
        head=int(first[6]),
        dep=first[7],
        space="SpaceAfter=No" not in surface[9],
    )


def to_doc(vocab: Vocab, words: list[Word]) -> Doc:
    """A fully annotated Doc of one sentence."""
    heads = [word.head - 1 if word.head else i for i, word in enumerate(words)]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=["" if word.feats == MISSING else word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def read_treebank(vocab: Vocab, path: Path) -> Iterator[Doc]:
    """Yield a Doc per sentence, to test on."""
    for _, rows in sentences(path):
        yield to_doc(vocab, merge_contractions(rows))


def read_sentences(
    path: Path, corpus: str, known: frozenset[str], stts: Path | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of a treebank, to train on; `known` as in `Sentence`.

    `stts` replaces the treebank's own fine tags: PUD carries tags of another scheme; its STTS
    tags lie in a spaCy JSON file of the same sentences in the same order. A sentence tokenised
    otherwise there gets no tags.
    """
    replacement = stts_tags(stts) if stts else None
    for number, (_, rows) in enumerate(sentences(path)):
        words = merge_contractions(rows)
        sentence = _to_sentence(words, corpus, known)
        if replacement is not None:
            forms, tags = replacement[number]
            tags = [SAME_TAG.get(tag, tag) for tag in tags]
            sentence.tags = tags if forms == sentence.words else None
        yield sentence


def _to_sentence(words: list[Word], corpus: str, known: frozenset[str]) -> Sentence:
    return Sentence(
        words=[word.form for word in words],
        corpus=corpus,
        tags=[word.tag for word in words],
        pos=[(word.pos,) for word in words],
        feats=[features(word.feats) for word in words],
        known=known,
        lemmas=[word.lemma.split("|")[0] or word.form for word in words],
        heads=[word.head for word in words],
        deps=[SAME_DEP.get(word.dep, word.dep) for word in words],
    )


def features(feats: str) -> Feats:
    """`Case=Nom|Number=Sing` as a mapping."""
    if feats == MISSING:
        return {}
    return dict(pair.split("=", 1) for pair in feats.split("|"))


def stts_tags(path: Path) -> list[tuple[list[str], list[str]]]:
    """(forms, tags) of each sentence of a spaCy JSON file."""
    found = []
    for entry in json.loads(path.read_text(encoding="utf-8")):
        tokens = entry["paragraphs"][0]["sentences"][0]["tokens"]
        found.append(([t["orth"] for t in tokens], [t["tag"] for t in tokens]))
    return found
