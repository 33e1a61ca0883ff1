"""Values: what an expression states, as a date, an amount, a rank or a region."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from case_tables import cases

from lorbeer.records import RegionCode
from lorbeer.values.dates import parse_date
from lorbeer.values.money import money
from lorbeer.values.numbers import number, rank
from lorbeer.values.regions import canonical_region, region_name


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: dict[str, Any]) -> None:
    """`anchor` is the release's own date, `years` those that its text names."""
    anchor = date.fromisoformat(case["anchor"]) if "anchor" in case else None
    found = parse_date(case["in"], anchor, tuple(case.get("years", ())))
    assert (found.model_dump() if found else None) == case["out"]


@pytest.mark.parametrize("case", cases("money"))
def test_money(case: dict[str, Any]) -> None:
    found = money(case["in"])
    expected = (Decimal(case["out"][0]), case["out"][1]) if case["out"] else None
    assert ((found.amount, found.currency) if found else None) == expected


@pytest.mark.parametrize("case", cases("ranks"))
def test_ranks(case: dict[str, Any]) -> None:
    assert rank(case["in"]) == case["out"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zum 12. Mal", 12),
        ("zum zwölften Mal", 12),
        ("beim 29. Landeswettbewerb", 29),
        ("zum Mal", None),
    ],
)
def test_numbers(text: str, expected: int | None) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Niedersachsens",
            ("Niedersachsen", "state", RegionCode(iso="DE-NI", ags="03", nuts="DE9")),
        ),
        ("Österreich", ("Österreich", "country", RegionCode(iso="AT"))),
        ("Talheimer Ried", ("Talheimer Ried", "region", None)),
    ],
)
def test_regions_get_their_canonical_name_and_keys(
    text: str, expected: tuple[str, str, RegionCode | None]
) -> None:
    assert canonical_region(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NRW", "Nordrhein-Westfalen"),
        ("Vereinigten Staaten", "USA"),
        ("Emmerichs", "Emmerich"),
        ("Emmerich am Rhein", "Emmerich am Rhein"),
        ("Fröndenberg", "Fröndenberg"),
        ("Freiburg i. Br.", "Freiburg im Breisgau"),
        ("Neuss", "Neuss"),
        ("Poznań", "Poznań"),
    ],
)
def test_towns_get_no_addition_that_the_text_leaves_out(text: str, expected: str) -> None:
    assert region_name(text) == expected
