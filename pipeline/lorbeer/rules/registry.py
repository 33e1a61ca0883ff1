"""The registry: rules that stand in code are listed here, the others derive from their data.

`in_code.jsonl` holds the former, `learned.jsonl` what the role tagger finds. For rules of
`de_lorbeer/patterns`, `of_patterns.jsonl` says what they find in their example, or in a better one;
a rule without a line there only has to fire.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from de_lorbeer.data import patterns

_FOLDER = Path(__file__).parent
_VOICES = (".active", ".passive")
_FORMS_SHOWN = 4


@dataclass(frozen=True)
class Rule:
    """One rule: what it does in one line, and a text that shows it.

    `finds` says what it finds there, by label ("DATE"), role ("recipient"), assertion ("past") or
    field ("event.name"); nothing if the rule only has to fire. `is_learned`: whether it is none
    that someone wrote, but what was learned from gold.
    """

    id: str
    does: str
    example: str
    finds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_learned: bool = False


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order of the files."""
    shown = {row["id"]: row for row in _rows("of_patterns")}
    learned = [row | {"is_learned": True} for row in _rows("learned")]
    of_patterns = [row | shown.get(row["id"], {}) for row in _of_patterns()]
    listed = [*_rows("in_code"), *learned, *of_patterns]
    return {row["id"]: _rule(row) for row in listed}


def registered(rule: str) -> Rule | None:
    """The rule behind an id as evidence has it: a verb frame's ends with its voice."""
    frame = next((rule.removesuffix(v) for v in _VOICES if rule.endswith(v)), rule)
    return rules().get(frame)


def _rule(row: Mapping[str, Any]) -> Rule:
    finds = {what: tuple(texts) for what, texts in row.get("finds", {}).items()}
    return Rule(row["id"], row["does"], row["example"], finds, row.get("is_learned", False))


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield json.loads(line)


def _of_patterns() -> Iterator[dict[str, Any]]:
    """The rules of `de_lorbeer` that are data, as rows of the registry."""
    for name, does in _DESCRIBED.items():
        for row in patterns(name):
            yield {"id": row["id"], "does": does(row), "example": row["example"]}


def _frame(row: Mapping[str, Any]) -> str:
    roles = ", ".join(f"{function} is {role}" for function, role in row["roles"].items())
    return f"verb that means to {row['meaning']}: {roles}"


def _noun(row: Mapping[str, Any]) -> str:
    forms = ", ".join(row["forms"].split()[:_FORMS_SHOWN])
    return f"noun that names a {row['status'] or row['role']} beside it: {forms} ..."


_DESCRIBED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "frames": _frame,
    "noun_frames": _noun,
    "expressions": lambda row: f"{row['label']} by its spelling",
    "assertion": lambda row: f"words that make a sentence {row['assertion']}",
}
