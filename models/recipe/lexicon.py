"""The lexicon of lemmas: what the training data tell of single words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from recipe import sources
from recipe.sentence import Sentence

#: A form has the lemma that it has at least so often, of all its occurrences.
_CLEAR = 0.8
#: Parts of speech that a tag of Europarl's tagger stands for; its lemmas of verbs and nouns serve.
EUROPARL_POS = {"NN": "NOUN", "VVFIN": "VERB", "VVINF": "VERB", "VVPP": "VERB", "VVIZU": "VERB"}
#: The treebanks' lemmas go before those of the other release of the same text.
_TREEBANK_WEIGHT = 20
_CLOSED = frozenset({"NUM", "PUNCT", "SYM", "X", "INTJ"})

Counts = dict[str, dict[str, Counter[str]]]


def collect(sentences: Iterable[Sentence], data: Path) -> dict[str, dict[str, str]]:
    """Part of speech -> form -> lemma; small letters where the treebanks begin a sentence."""
    counts: Counts = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        _count(sentence, counts)
    lexicon = {pos: _clear(forms) for pos, forms in sorted(counts.items()) if pos not in _CLOSED}
    for pos, form, lemma in _europarl(data):
        lexicon.setdefault(pos, {}).setdefault(form, lemma)
    return lexicon


def _count(sentence: Sentence, counts: Counts) -> None:
    if sentence.lemmas is None or sentence.pos is None:
        return
    for form, lemma, pos in zip(sentence.words, sentence.lemmas, sentence.pos, strict=True):
        for name in pos:
            key = form if name in {"NOUN", "PROPN"} else form.lower()
            counts[name][key][lemma] += _TREEBANK_WEIGHT if sentence.heads else 1


def _clear(forms: dict[str, Counter[str]]) -> dict[str, str]:
    found = {}
    for form, lemmas in sorted(forms.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= _CLEAR * lemmas.total() and form.isalpha():
            found[form] = lemma
    return found


def _europarl(data: Path) -> Iterable[tuple[str, str, str]]:
    """(part of speech, form, lemma) of nouns and verbs that Europarl's tagger knew."""
    for name in sources.EUROPARL:
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 2 and columns[2] in EUROPARL_POS and columns[1].isalpha():
                pos = EUROPARL_POS[columns[2]]
                yield pos, columns[0] if pos == "NOUN" else columns[0].lower(), columns[1]
