"""The labels that each head of the network tells apart."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from de_lorbeer import lemma_rules
from recipe.sentence import Sentence

ENTS = tuple(f"{bio}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for bio in "BI")
#: A lemma rule seen less often than this is no label.
_RARE = 2
_LEFT_OUT_FEATURES = frozenset({"Abbr", "Typo", "ExtPos", "AdpType", "Hyph"})


@dataclass(frozen=True)
class Labels:
    """Label lists, in the order of the network's scores. `feats` are (feature, value); "" is none.

    `bundles`: the combinations of features that the treebanks have.
    """

    tags: list[str]
    pos: list[str]
    feats: list[tuple[str, str]]
    bundles: list[str]
    lemmas: list[str]
    ents: list[str]
    deps: list[str]

    @classmethod
    def collect(cls, sentences: Iterable[Sentence]) -> "Labels":
        """All labels of the training data."""
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
        return cls(
            tags=sorted(seen["tags"]),
            pos=sorted(seen["pos"]),
            feats=[(name, value) for name in sorted(values) for value in sorted(values[name])],
            bundles=sorted(bundles),
            lemmas=sorted(rule for rule, count in seen["lemmas"].items() if count >= _RARE),
            ents=["O", *ENTS],
            deps=sorted(seen["deps"]),
        )

    def save(self, path: Path) -> None:
        """Write all labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        found = json.loads(path.read_text(encoding="utf-8"))
        found["feats"] = [(name, value) for name, value in found["feats"]]
        return cls(**found)
