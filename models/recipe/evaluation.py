"""Score a pipeline on the test-only data: syntax, sentences, entities and speed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from recipe import entity_scores, sources
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
#: Sentences of the test set run on in texts of this many, to be split again.
SENTENCES_PER_TEXT = 10
#: Words of a document whose speed is measured, and how often it is.
WORDS_PER_DOCUMENT = 300
_ROUNDS = 3

Span = tuple[int, int]


def evaluate(nlp: Language, with_rules: Language, data: Path) -> dict[str, float]:
    """All figures by name; every one but counts and words per second lies in 0 to 1.

    `with_rules` is the pipeline `nlp` as `de_lorbeer.load` completes it.
    `uas`, `las`, `upos`, `tag`, `morph`, `lemma`: on given words.
    `sentence_f` of `nlp`, `rules_sentence_f` of `with_rules`: from raw text.
    Entities as `entity_scores.figures` names them. `words_per_second` of `nlp`,
    `rules_words_per_second` of `with_rules`: raw text in.
    """
    trees = list(read_treebank(nlp.vocab, data / sources.GSD_TEST))
    documents = list(documents_of([doc.text.strip() for doc in trees]))
    return {
        "syntax_sentences": len(trees),
        "syntax_words": sum(len(doc) for doc in trees),
        **syntax_figures(nlp, trees),
        "sentence_f": sentence_f(nlp, trees),
        "rules_sentence_f": sentence_f(with_rules, trees),
        **entity_scores.figures(nlp, data),
        "words_per_second": words_per_second(nlp, documents),
        "rules_words_per_second": words_per_second(with_rules, documents),
    }


def syntax_figures(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Attachment scores (punctuation does not count) and accuracies, on the gold words."""
    scores = _scores(nlp, gold)
    return {name: scores[key] for key, name in SYNTAX.items()}


def _scores(nlp: Language, gold: list[Doc]) -> dict[str, Any]:
    bare = (
        Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for doc in gold
    )
    pairs = zip(nlp.pipe(bare), gold, strict=True)
    examples = [Example(predicted, reference) for predicted, reference in pairs]
    return dict(scorer().score(examples))


def scorer() -> Scorer:
    """spaCy's scorer for what its own tagger, morphologizer, lemmatizer and parser would set."""
    names = ["tagger", "morphologizer", "trainable_lemmatizer", "parser"]
    blank = spacy.blank("de")
    for name in names:
        blank.add_pipe(name)
    return Scorer(blank)


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


def documents_of(sentences: list[str]) -> Iterator[str]:
    """The sentences joined to documents of about `WORDS_PER_DOCUMENT` words."""
    document: list[str] = []
    for sentence in sentences:
        document.append(sentence)
        if sum(len(part.split()) for part in document) >= WORDS_PER_DOCUMENT:
            yield " ".join(document)
            document = []
    if document:
        yield " ".join(document)


def words_per_second(nlp: Language, texts: list[str]) -> float:
    """Tokens that the whole pipeline annotates in a second, raw text in; the best of three."""
    seconds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        seconds.append(time.perf_counter() - start)
    return words / min(seconds)
