"""Lemmas: from the words that training showed, else from the network's likeliest rules.

Of rules that the network finds about equally likely, one that makes a known lemma wins; else a
rule that the ending of a known form speaks for ("Händen" -> "Hand", so "Kinderhänden").
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from de_lorbeer import lemma_rules

#: How much less likely (natural logarithm) a rule may be whose lemma is known.
MARGIN = 3.0
_TRIED = 5
#: The shortest known word that may be the end of a compound.
_SHORTEST_END = 4
_LONGEST_START = 24
_COMPOUNDING = frozenset({"NOUN"})
#: What the treebanks write as they find it, or in ways that no rule can learn.
_OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX", "DET", "PRON", "ADP", "PROPN"})

#: Part of speech -> form -> lemma.
Lexicon = Mapping[str, Mapping[str, str]]


class Lemmatizer:
    """Chooses lemmas for the words of a window."""

    def __init__(self, rules: Sequence[str], lexicon: Lexicon) -> None:
        """Take the rules in the order of their scores, and the lexicon of known words."""
        self._rules = list(rules)
        self._lexicon = lexicon
        self._known = {pos: frozenset(forms.values()) for pos, forms in lexicon.items()}

    def __call__(
        self, words: Sequence[str], pos: Sequence[str], scores: NDArray[np.floating]
    ) -> list[str]:
        """The lemma of each word; `scores` are (words, rules)."""
        best = np.argpartition(-scores, _TRIED, axis=1)[:, :_TRIED]
        return [
            self._lookup(word, kind) or self._likeliest(word, kind, row, scores[i])
            for i, (word, kind, row) in enumerate(zip(words, pos, best, strict=True))
        ]

    def _lookup(self, word: str, pos: str) -> str | None:
        if pos not in _OPEN:
            return None
        forms = self._lexicon.get(pos, {})
        found = forms.get(word) or forms.get(word.lower())
        return found or (self._by_ending(word, forms) if pos in _COMPOUNDING else None)

    @staticmethod
    def _by_ending(word: str, forms: Mapping[str, str]) -> str | None:
        """The lemma of a compound whose last part is known."""
        for start in range(2, min(len(word) - _SHORTEST_END, _LONGEST_START) + 1):
            lemma = forms.get(word[start].upper() + word[start + 1 :])
            if lemma is not None:
                capital = word[start].isupper()
                return word[:start] + (lemma if capital else lemma[:1].lower() + lemma[1:])
        return None

    def _likeliest(
        self, word: str, pos: str, rules: NDArray[np.integer], scores: NDArray[np.floating]
    ) -> str:
        ranked = sorted(rules.tolist(), key=lambda rule: -scores[rule])
        lemmas = [lemma_rules.apply(self._rules[rule], word) for rule in ranked]
        known = self._known.get(pos, frozenset())
        for rule, lemma in zip(ranked, lemmas, strict=True):
            if lemma in known and scores[ranked[0]] - scores[rule] < MARGIN:
                return lemma
        return lemmas[0]
