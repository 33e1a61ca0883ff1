"""Score a pipeline on the test-only data: syntax, sentences, entities and speed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from recipe import sources
from recipe.entities import read_columns
from recipe.treebank import read_treebank

#: What spaCy's scorer calls a figure -> its name here.
SYNTAX = {
    "dep_uas": "uas",
    "dep_las": "las",
    "pos_acc": "upos",
    "tag_acc": "tag",
    "morph_acc": "morph",
    "lemma_acc": "lemma",
}
MEASURES = ("p", "r", "f")
#: Sentences of the test set run on in texts of this many, to be split again.
SENTENCES_PER_TEXT = 10

Span = tuple[int, int]


def evaluate(nlp: Language, with_rules: Language, data: Path) -> dict[str, float]:
    """All figures by name; every one but counts and `words_per_second` lies in 0 to 1.

    `with_rules` is the pipeline `nlp` as `de_lorbeer.load` completes it.
    `uas`, `las`, `upos`, `tag`, `morph`, `lemma`: on given words.
    `sentence_f` of `nlp`, `rules_sentence_f` of `with_rules`: from raw text.
    `ents_p`, `ents_r`, `ents_f`, and the same for `per`, `org`, `loc`, `misc`: on given words.
    """
    trees = list(read_treebank(nlp.vocab, data / sources.GSD_TEST))
    named = list(read_columns(nlp.vocab, data / sources.GERMEVAL_TEST, 1, 2))
    return {
        "syntax_sentences": len(trees),
        "syntax_words": sum(len(doc) for doc in trees),
        **syntax_figures(nlp, trees),
        "sentence_f": sentence_f(nlp, trees),
        "rules_sentence_f": sentence_f(with_rules, trees),
        "entity_sentences": len(named),
        "entity_count": sum(len(doc.ents) for doc in named),
        **entity_figures(nlp, named),
        "words_per_second": words_per_second(nlp, [doc.text.strip() for doc in trees]),
    }


def syntax_figures(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Attachment scores (punctuation does not count) and accuracies, on the gold words."""
    scores = _scores(nlp, gold)
    return {name: scores[key] for key, name in SYNTAX.items()}


def entity_figures(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Precision, recall and F of entities with exact bounds and label, on the gold words."""
    scores = _scores(nlp, gold)
    figures = {f"ents_{measure}": scores[f"ents_{measure}"] for measure in MEASURES}
    for label, of_label in scores["ents_per_type"].items():
        figures |= {f"{label.lower()}_{measure}": of_label[measure] for measure in MEASURES}
    return figures


def _scores(nlp: Language, gold: list[Doc]) -> dict[str, Any]:
    bare = (
        Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for doc in gold
    )
    return nlp.evaluate(
        [Example(doc, reference) for doc, reference in zip(bare, gold, strict=True)]
    )


def sentence_f(nlp: Language, gold: list[Doc]) -> float:
    """F of sentences found with both ends right in raw text of ten sentences each."""
    right = expected = found = 0
    for text, spans in _running_texts([doc.text.strip() for doc in gold]):
        predicted = {(sent.start_char, sent.end_char) for sent in nlp(text).sents}
        right += len(predicted & spans)
        expected += len(spans)
        found += len(predicted)
    return 2 * right / (expected + found)


def _running_texts(sentences: list[str]) -> Iterator[tuple[str, set[Span]]]:
    """(text, start and end of each of its sentences in characters)."""
    for first in range(0, len(sentences), SENTENCES_PER_TEXT):
        spans: set[Span] = set()
        start = 0
        chunk = sentences[first : first + SENTENCES_PER_TEXT]
        for sentence in chunk:
            spans.add((start, start + len(sentence)))
            start += len(sentence) + 1
        yield " ".join(chunk), spans


def words_per_second(nlp: Language, texts: list[str]) -> float:
    """Tokens that the whole pipeline annotates in a second, raw text in."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - start)
