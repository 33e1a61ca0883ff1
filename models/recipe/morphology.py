"""Read sentences of GSD that carry lemmas and UniMorph tags."""

from collections.abc import Iterator
from pathlib import Path

from recipe.sentence import Feats, Sentence
from recipe.treebank import sentences

#: UniMorph's tag for a part of speech -> what Universal Dependencies may call it.
POS = {
    "N": ("NOUN",),
    "PROPN": ("PROPN",),
    "ADJ": ("ADJ",),
    "ADV": ("ADV",),
    "ADP": ("ADP",),
    "DET": ("DET",),
    "PRO": ("PRON",),
    "NUM": ("NUM",),
    "PART": ("PART",),
    "CONJ": ("CCONJ", "SCONJ"),
    "V": ("VERB", "AUX"),
    "PUNCT": ("PUNCT",),
}
FEATURES = {
    **{"NOM": ("Case", "Nom"), "GEN": ("Case", "Gen"), "DAT": ("Case", "Dat")},
    **{"ACC": ("Case", "Acc"), "MASC": ("Gender", "Masc"), "FEM": ("Gender", "Fem")},
    **{"NEUT": ("Gender", "Neut"), "SG": ("Number", "Sing"), "PL": ("Number", "Plur")},
    **{"1": ("Person", "1"), "2": ("Person", "2"), "3": ("Person", "3")},
    **{"PRS": ("Tense", "Pres"), "PST": ("Tense", "Past"), "IND": ("Mood", "Ind")},
    **{"SBJV": ("Mood", "Sub"), "IMP": ("Mood", "Imp")},
}
CONTRACTED = {
    ("in", "dem"): "im",
    ("in", "das"): "ins",
    ("an", "dem"): "am",
    ("an", "das"): "ans",
    ("zu", "dem"): "zum",
    ("zu", "der"): "zur",
    ("von", "dem"): "vom",
    ("bei", "dem"): "beim",
}
_TRIPLE = tuple[str, str, list[str]]


def read_unimorph(path: Path) -> Iterator[Sentence]:
    """The 2019 release, without sentences of the treebank's dev and test parts."""
    for sent_id, rows in sentences(path):
        if not sent_id.startswith(("dev-", "test-")):
            yield _sentence([(row[1], row[2], row[5].split(";")) for row in rows], lemmas=True)


def read_old_unimorph(path: Path, excluded: set[str]) -> Iterator[Sentence]:
    """The 2018 release, whose lemmas are of an older scheme and left out.

    `excluded`: the words of sentences to leave out, joined by spaces, as `key` makes them.
    """
    for chunk in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in chunk.splitlines() if line.count("\t") == 2]
        triples = [(form, lemma, tags.split(";")) for form, lemma, tags in rows]
        if triples and key([form for form, _, _ in triples]) not in excluded:
            yield _sentence(triples, lemmas=False)


def key(words: list[str]) -> str:
    """What two copies of a sentence share, whichever way they are tokenised."""
    text = "".join(words).lower()
    for (preposition, article), contracted in CONTRACTED.items():
        text = text.replace(preposition + article, contracted)
    return text


def _sentence(triples: list[_TRIPLE], *, lemmas: bool) -> Sentence:
    merged = _merge(triples)
    return Sentence(
        words=[form for form, _, _ in merged],
        corpus="gsd",
        pos=[_pos(form, tags) for form, _, tags in merged],
        feats=[_feats(tags) for _, _, tags in merged],
        lemmas=[lemma.split("|")[0] or form for form, lemma, _ in merged] if lemmas else None,
    )


def _merge(triples: list[_TRIPLE]) -> list[_TRIPLE]:
    """Join "in dem" to "im", as the treebank's text has it nearly always."""
    merged: list[_TRIPLE] = []
    for form, lemma, tags in triples:
        pair = (merged[-1][0].lower(), form) if merged else ("", "")
        if pair in CONTRACTED and "DET" in tags:
            short, before = CONTRACTED[pair], merged[-1]
            short = short.capitalize() if before[0][0].isupper() else short
            article = [tag for tag in tags if tag not in POS]
            merged[-1] = (short, before[1], ["ADP", *article])
        else:
            merged.append((form, lemma, tags))
    return merged


def _pos(form: str, tags: list[str]) -> tuple[str, ...]:
    found = [POS[tag] for tag in tags if tag in POS]
    if not found and not any(character.isalnum() for character in form):
        return ("PUNCT",)
    return found[0] if len(found) == 1 else ()


def _feats(tags: list[str]) -> Feats:
    """The features that are told for certain: "MASC;NEUT" tells none."""
    pairs = [FEATURES[tag] for tag in tags if tag in FEATURES]
    names = [name for name, _ in pairs]
    return {name: value for name, value in pairs if names.count(name) == 1}
