"""From sentences with words and labels to sentences of numbers."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from de_lorbeer import lemma_rules
from de_lorbeer.subwords import Subwords
from recipe.labels import Labels
from recipe.sentence import CORPORA, Sentence
from recipe.store import IGNORE, Array, Encoded, Group

_QUOTES = (('"', '"'), ("“", "”"), ("»", "«"), ("‚", "‘"), ("'", "'"))
#: Every so many sentences of a corpus, one is also shown in capitals.
_CAPITALS_EVERY = 8
_NO_VALUE = -1


class Encoder:
    """Turns sentences into numbers."""

    def __init__(self, labels: Labels, subwords: Subwords) -> None:
        """Index the labels."""
        self.labels = labels
        self.subwords = subwords
        self._index = {
            name: {label: i for i, label in enumerate(getattr(labels, name))}
            for name in ("tags", "pos", "lemmas", "ents", "deps")
        }
        self._features = labels.features
        self._values = {
            (name, value): i
            for name, values in labels.features.items()
            for i, value in enumerate(values)
        }

    def group(self, sentences: list[Sentence]) -> Group:
        """A corpus, with other versions of its sentences."""
        variants: dict[int, list[Encoded]] = {}
        for number, sentence in enumerate(sentences):
            found = [self(variant) for variant in _variants(sentence, number)]
            if found:
                variants[number] = found
        return Group([self(sentence) for sentence in sentences], variants)

    def __call__(self, sentence: Sentence) -> Encoded:
        """One sentence."""
        pieces = [self.subwords(word) for word in sentence.words]
        columns = [
            self._column(sentence, "tags"),
            self._lemmas(sentence),
            sentence.heads or [IGNORE] * len(sentence.words),
            self._column(sentence, "deps"),
        ]
        return Encoded(
            pieces=np.array([piece for some in pieces for piece in some], np.int32),
            sizes=np.array([len(some) for some in pieces], np.uint8),
            codes=np.array(columns, np.int16).T,
            allowed=np.array([self._pos(sentence), self._ents(sentence)], np.int32).T,
            feats=self._feats(sentence),
            corpus=CORPORA.index(sentence.corpus),
            bounded=sentence.bounded,
        )

    def _column(self, sentence: Sentence, name: str) -> list[int]:
        values = getattr(sentence, name) or [""] * len(sentence.words)
        return [self._index[name].get(value, IGNORE) for value in values]

    def _lemmas(self, sentence: Sentence) -> list[int]:
        if sentence.lemmas is None:
            return [IGNORE] * len(sentence.words)
        pairs = zip(sentence.words, sentence.lemmas, strict=True)
        rules = (lemma_rules.rule_for(form, lemma) for form, lemma in pairs)
        return [self._index["lemmas"].get(rule, IGNORE) for rule in rules]

    def _pos(self, sentence: Sentence) -> list[int]:
        index = self._index["pos"]
        allowed = sentence.pos or [()] * len(sentence.words)
        return [sum(1 << index[pos] for pos in some) for some in allowed]

    def _ents(self, sentence: Sentence) -> list[int]:
        """Where a corpus does not mark MISC, O may stand for it."""
        if sentence.ents is None:
            return [0] * len(sentence.words)
        index = self._index["ents"]
        also = 0 if sentence.misc else (1 << index["B-MISC"]) | (1 << index["I-MISC"])
        return [(1 << index[ent]) | (also if ent == "O" else 0) for ent in sentence.ents]

    def _feats(self, sentence: Sentence) -> Array:
        table = np.full((len(sentence.words), len(self._features)), _NO_VALUE, np.int8)
        for row, feats in zip(table, sentence.feats or [], strict=False):
            for number, name in enumerate(self._features):
                if name in feats or name in sentence.known:
                    row[number] = self._values.get((name, feats.get(name, "")), _NO_VALUE)
        return table


def _variants(sentence: Sentence, number: int) -> Iterator[Sentence]:
    """The sentence with other quotes, without its full stop, in capitals."""
    if any(word in "„“" for word in sentence.words):
        opening, closing = _QUOTES[number % len(_QUOTES)]
        words = [{"„": opening, "“": closing}.get(word, word) for word in sentence.words]
        yield replace(sentence, words=words, lemmas=None)
    if sentence.bounded and sentence.words[-1] == "." and len(sentence.words) > 2:
        yield from _without_last(sentence)
    if number % _CAPITALS_EVERY == 0:
        yield replace(sentence, words=[word.upper() for word in sentence.words], lemmas=None)


def _without_last(sentence: Sentence) -> Iterator[Sentence]:
    if sentence.heads and len(sentence.words) in sentence.heads:
        return
    names = ("words", "tags", "pos", "feats", "lemmas", "heads", "deps", "ents")
    cut = {name: values[:-1] for name in names if (values := getattr(sentence, name))}
    yield replace(sentence, **cut)
