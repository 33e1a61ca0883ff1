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


def recipients(award: Award, status: str) -> list[str]:
    return sorted(
        party.name
        for honour in award.honours
        for party in honour.recipients
        if honour.status == status
    )


def amounts(award: Award) -> list[str]:
    found = [honour.prize_money for honour in award.honours]
    return [f"{money.amount} {money.currency}" for money in found if money]


#: How a fact of an award is read; the cases name the facts they are about.
FACTS: dict[str, Callable[[Award], Any]] = {
    "name": lambda award: award.name,
    "stage": lambda award: award.stage,
    "year": lambda award: award.year,
    "edition": lambda award: award.edition,
    "theme": lambda award: award.theme,
    "place": lambda award: award.event.place if award.event else None,
    "event": lambda award: award.event.name if award.event else None,
    "partners": lambda award: [[party.name, party.of] for party in award.partners],
    "deadline": lambda award: award.deadline,
    "conferred_by": lambda award: names(award.conferred_by),
    "presented_by": lambda award: names(award.presented_by),
    "date": lambda award: award.date.start if award.date else None,
    "winners": lambda award: recipients(award, "winner"),
    "regions": lambda award: sorted(region.name for region in award.regions),
    "nominees": lambda award: recipients(award, "nominee"),
    "prize_money": amounts,
    "honours": lambda award: honours(award.honours),
}


def completed(expected: dict[str, Any]) -> dict[str, Any]:
    """An expected award whose honours have no rank and no category unless the case says so."""
    if "honours" not in expected:
        return expected
    full = [
        {
            "recipients": sorted(honour["recipients"]),
            "status": honour["status"],
            "rank": honour.get("rank"),
            "category": honour.get("category"),
        }
        for honour in expected["honours"]
    ]
    return expected | {"honours": sorted(full, key=str)}


@pytest.mark.parametrize("case", cases("assemble"))
def test_cases(case: dict[str, Any]) -> None:
    """`out` lists the awards with the facts that the case is about; there are no others."""
    found = lorbeer.extract_text(case["in"], extractor="rules").awards
    expected = [completed(award) for award in case["out"]]
    facts = [
        {fact: FACTS[fact](award) for fact in wanted}
        for award, wanted in zip(found, expected, strict=False)
    ]
    assert (len(found), facts) == (len(expected), expected)


def test_the_noun_that_opens_a_givers_name_is_no_second_giver() -> None:
    text = (
        "Umweltpreis des Landkreises geht an den BUND Au. Landrätin Eva Kurz überreichte die "
        "Urkunde. Der Landkreis Stade vergibt den Preis seit 1999."
    )
    (award,) = lorbeer.extract_text(text).awards
    assert [party.name for party in award.conferred_by] == ["Landkreis Stade"]
