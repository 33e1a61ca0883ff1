"""Assemble: who gives what to whom, from text in to facts out, construction by construction."""

from collections.abc import Callable
from typing import Any

import pytest
from case_tables import cases

import lorbeer
from lorbeer.records import Award, Honour, Party


def names(parties: list[Party]) -> list[str]:
    return sorted(party.name for party in parties)


def honours(found: list[Honour]) -> list[dict[str, Any]]:
    plain = [
        {
            "recipients": names(honour.recipients),
            "status": honour.status,
            "rank": honour.rank,
            "category": honour.category,
        }
        for honour in found
    ]
    return sorted(plain, key=str)


#: How a fact of an award is read; the cases name the facts they are about.
FACTS: dict[str, Callable[[Award], Any]] = {
    "name": lambda award: award.name,
    "stage": lambda award: award.stage,
    "year": lambda award: award.year,
    "deadline": lambda award: award.deadline,
    "conferred_by": lambda award: names(award.conferred_by),
    "presented_by": lambda award: names(award.presented_by),
    "honours": lambda award: honours(award.honours),
}


def completed(expected: dict[str, Any]) -> dict[str, Any]:
    """An expected award, whose honours have no rank and no category unless the case says so."""
    full = [{"rank": None, "category": None} | honour for honour in expected["honours"]]
    for honour in full:
        honour["recipients"] = sorted(honour["recipients"])
    return expected | {"honours": sorted(full, key=_by_key)}


def _by_key(honour: dict[str, Any]) -> str:
    return str({key: honour[key] for key in ("recipients", "status", "rank", "category")})


@pytest.mark.parametrize("case", cases("assemble"))
def test_cases(case: dict[str, Any]) -> None:
    """`out` lists the awards with the facts that the case is about; there are no others."""
    found = lorbeer.extract_text(case["in"]).awards
    expected = [completed(award) for award in case["out"]]
    facts = [
        {fact: FACTS[fact](award) for fact in wanted}
        for award, wanted in zip(found, expected, strict=False)
    ]
    assert (len(found), facts) == (len(expected), expected)
