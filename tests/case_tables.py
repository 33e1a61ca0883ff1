"""Cases kept as data: one JSON object a line under `tests/cases/`."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The cases of `cases/<name>.jsonl` as parameters, named by what they are about."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [pytest.param(case, id=case["why"]) for case in map(json.loads, lines)]
