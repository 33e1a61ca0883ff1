"""Evaluations of facts made by hand, for tests."""

import json
from pathlib import Path
from typing import Any

from lorbeer.evaluate import FoundRelease, GoldRelease, Report, evaluate

TEXT = (
    "Preise vergeben\n"
    "Am 31. Oktober hat die Stadt Ulm den Großen Preis an Anna Weber verliehen. "
    "Emil Otto ging leer aus.\n"
    "Am 5. November folgt ein Fest."
)


def lines(path: Path, *objects: Any) -> Path:
    """A JSON Lines file."""
    path.write_text("\n".join(json.dumps(one) for one in objects), encoding="utf-8")
    return path


def compared(gold: dict[str, Any], found: dict[str, Any]) -> Report:
    """Evaluate releases, given as id -> awards, or for found ones as id -> whole release."""
    wanted = [GoldRelease(id=name, awards=awards) for name, awards in gold.items()]
    return evaluate(wanted, {name: release(name, one) for name, one in found.items()})


def release(name: str, given: Any) -> FoundRelease:
    """A found release from its awards, or from an object with more."""
    more = given if isinstance(given, dict) else {"awards": given}
    return FoundRelease.model_validate({"id": name, **more})


def award(name: str, *recipients: str, **fields: Any) -> dict[str, Any]:
    """An award of gold, won by each of the recipients."""
    honours = [{"recipients": [[one]], "status": "winner"} for one in recipients]
    return {"name": [name], "stage": "awarded", "honours": honours, **fields}


def found_award(name: str, *recipients: str, confidence: float = 0.8, **fields: Any) -> Any:
    """An award as it is found, every honour with the confidence of the award."""
    honours = [
        {"recipients": [{"name": one, **proof(one)}], "status": "winner", "confidence": confidence}
        for one in recipients
    ]
    return {
        "name": name,
        "stage": "awarded",
        "honours": honours,
        "confidence": confidence,
        **proof(name),
        **fields,
    }


def proof(text: str, field: str = "name") -> dict[str, Any]:
    """Evidence for a field, where the text stands in TEXT; else none."""
    start = TEXT.find(text)
    passage = {"start": start, "end": start + len(text), "text": text, "rule": "by-hand"}
    return {"evidence": {field: [passage]} if start >= 0 else {}}


def in_text(*awards: Any) -> dict[str, Any]:
    """A found release with its text."""
    return {"release": {"source": "a.txt", "text": TEXT}, "awards": list(awards)}
