"""Collect the labels of the training data."""

from collections import Counter
from collections.abc import Iterable

from de_lorbeer import lemma_rules
from recipe.labels import ENTS, Labels
from recipe.sentence import Sentence

#: A lemma rule seen less often than this is no label.
_RARE = 2
_LEFT_OUT_FEATURES = frozenset({"Abbr", "Typo", "ExtPos", "AdpType", "Hyph"})


def collect_labels(sentences: Iterable[Sentence]) -> Labels:
    """All labels that occur in the sentences."""
    seen: dict[str, Counter[str]] = {k: Counter() for k in ("tags", "pos", "deps", "lemmas")}
    values: dict[str, set[str]] = {}
    bundles = {""}
    for sentence in sentences:
        seen["tags"].update(sentence.tags or () if sentence.deps else ())
        seen["deps"].update(sentence.deps or ())
        seen["pos"].update(pos for allowed in sentence.pos or () for pos in allowed)
        if sentence.lemmas:
            pairs = zip(sentence.words, sentence.lemmas, strict=True)
            seen["lemmas"].update(lemma_rules.rule_for(form, lemma) for form, lemma in pairs)
        if sentence.known:
            for feats in sentence.feats or ():
                kept = {k: v for k, v in feats.items() if k not in _LEFT_OUT_FEATURES}
                bundles.add("|".join(f"{k}={v}" for k, v in sorted(kept.items())))
                for name, value in kept.items():
                    values.setdefault(name, {""}).add(value)
    return Labels(
        tags=sorted(seen["tags"]),
        pos=sorted(seen["pos"]),
        feats=[(name, value) for name in sorted(values) for value in sorted(values[name])],
        bundles=sorted(bundles),
        lemmas=sorted(rule for rule, count in seen["lemmas"].items() if count >= _RARE),
        ents=["O", *ENTS],
        deps=sorted(seen["deps"]),
    )
