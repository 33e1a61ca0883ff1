"""The labels that each head of the network tells apart."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

ENTS = tuple(f"{bio}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for bio in "BI")


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

    @property
    def features(self) -> dict[str, list[str]]:
        """Feature -> its values in the order of the network's scores; "" is none."""
        values: dict[str, list[str]] = {}
        for name, value in self.feats:
            values.setdefault(name, []).append(value)
        return values

    def save(self, path: Path) -> None:
        """Write all labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        found = json.loads(path.read_text(encoding="utf-8"))
        found["feats"] = [(name, value) for name, value in found["feats"]]
        return cls(**found)
