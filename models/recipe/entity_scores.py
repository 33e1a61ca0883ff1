"""Score entities on the test-only corpora: exact bounds and labels, on the corpora's words."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from recipe import entities, sources

NAMES = ("PER", "ORG", "LOC")
_MEASURES = ("p", "r", "f")

Entities = set[tuple[int, int, int, str]]


def figures(nlp: Language, data: Path) -> dict[str, float]:
    """Of GermEval dev: `ents_f` and so on of all, `names_f` without MISC, `per_f` ... by label.

    `smartdata_f` and `uner_f` (and `_p`, `_r`) are of PER, ORG and LOC.
    """
    germeval = list(entities.read_columns(nlp.vocab, data / sources.GERMEVAL_TEST, 1, 2))
    smartdata = list(entities.read_tokenised(nlp.vocab, data / sources.SMARTDATA_TEST))
    uner = list(entities.read_columns(nlp.vocab, data / sources.UNER_PUD, 1, 2))
    return {
        "entity_sentences": len(germeval),
        "entity_count": sum(len(doc.ents) for doc in germeval),
        **score(nlp, germeval, {"ents": (*NAMES, "MISC"), "names": NAMES}),
        **score(nlp, germeval, {name.lower(): (name,) for name in (*NAMES, "MISC")}),
        "smartdata_documents": len(smartdata),
        **score(nlp, smartdata, {"smartdata": NAMES}),
        **score(nlp, smartdata, {f"smartdata_{name.lower()}": (name,) for name in NAMES}),
        "uner_sentences": len(uner),
        **score(nlp, uner, {"uner": NAMES}),
        **score(nlp, uner, {f"uner_{name.lower()}": (name,) for name in NAMES}),
    }


def score(nlp: Language, gold: list[Doc], wanted: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """Precision, recall and F (`<name>_p`, `_r`, `_f`) of the labels wanted under each name."""
    bare = (Doc(nlp.vocab, words=[t.text for t in doc]) for doc in gold)
    found, expected = _all(nlp.pipe(bare)), _all(gold)
    measured: dict[str, float] = {}
    for name, labels in wanted.items():
        triple = _measures(*({e for e in some if e[3] in labels} for some in (found, expected)))
        measured |= {f"{name}_{m}": value for m, value in zip(_MEASURES, triple, strict=True)}
    return measured


def _all(docs: Iterable[Doc]) -> Entities:
    return {
        (number, ent.start, ent.end, ent.label_)
        for number, doc in enumerate(docs)
        for ent in doc.ents
    }


def _measures(found: Entities, expected: Entities) -> tuple[float, float, float]:
    right = len(found & expected)
    precision, recall = right / max(1, len(found)), right / max(1, len(expected))
    return precision, recall, 2 * right / max(1, len(found) + len(expected))
