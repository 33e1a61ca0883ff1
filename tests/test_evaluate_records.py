"""Evaluate: awards aligned as whole records, and their fields."""

from itertools import permutations
from typing import Any

import pytest
from evaluations import award, compared, found_award
from hypothesis import given
from hypothesis import strategies as st

from lorbeer.evaluate.assignment import best_assignment

WEIGHTS = st.integers(0, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9), min_size=columns, max_size=columns), max_size=5
    )
)


@given(WEIGHTS)
def test_no_assignment_weighs_more(weights: list[list[int]]) -> None:
    pairs = best_assignment(weights)
    rows, columns = len(weights), len(weights[0]) if weights else 0
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)
    seats = [*range(columns), *[None] * rows]
    most = max(
        sum(weights[row][seat] for row, seat in enumerate(order) if seat is not None)
        for order in set(permutations(seats, rows))
    )
    assert sum(weights[row][column] for row, column in pairs) == most


def counts(gold: list[Any], found: list[Any]) -> tuple[int, int, int, int]:
    aligned = compared({"r": gold}, {"r": found}).alignment
    return aligned.matched, aligned.missing, aligned.spurious, aligned.perfect


def verdicts(gold: list[Any], found: list[Any]) -> dict[str, tuple[int, int, int, int]]:
    """Right, wrong, missing, spurious by field, where there is anything."""
    judged = compared({"r": gold}, {"r": found}).alignment.verdicts
    figures = {
        field: (one.right, one.wrong, one.missing, one.spurious) for field, one in judged.items()
    }
    return {field: figure for field, figure in figures.items() if any(figure)}


def test_a_perfect_run_is_perfect() -> None:
    gold = [
        award("Großer Preis", "Anna Weber", year=2023, edition=7, date="2023-10-31"),
        award("Kleiner Preis", "Emil Otto", theme=["Mut"], deadline="2023-05-01"),
    ]
    assert counts(gold, gold) == (2, 0, 0, 2)
    assert {figure[1:] for figure in verdicts(gold, gold).values()} == {(0, 0, 0)}


def test_an_empty_run_misses_everything() -> None:
    gold = [award("Großer Preis", "Anna Weber", year=2023)]
    assert counts(gold, []) == (0, 1, 0, 0)
    assert verdicts(gold, []) == {
        "name": (0, 0, 1, 0),
        "stage": (0, 0, 1, 0),
        "year": (0, 0, 1, 0),
        "honours": (0, 0, 1, 0),
    }


def test_swapped_honours_are_wrong_in_both_records() -> None:
    gold = [award("Großer Preis", "Anna Weber"), award("Kleiner Pokal", "Emil Otto")]
    found = [
        found_award("Großer Preis", "Emil Otto", year=2023),
        found_award("Kleiner Pokal", "Anna Weber"),
    ]
    assert counts(gold, found) == (2, 0, 0, 0)
    figures = verdicts(gold, found)
    assert (figures["name"], figures["honours"]) == ((2, 0, 0, 0), (0, 2, 0, 0))
    assert "year" not in figures, "no award of the release has a year in gold"


def test_a_duplicate_is_a_spurious_record_but_no_extra_value() -> None:
    gold = [award("Großer Preis", "Anna Weber")]
    found = [found_award("Großer Preis", "Anna Weber")] * 2
    assert counts(gold, found) == (1, 0, 1, 1)
    assert verdicts(gold, found)["honours"] == (1, 0, 0, 1)
    score = compared({"r": gold}, {"r": found}).headline
    assert (score.hits, score.found, score.gold) == (1, 1, 1)


def test_alignment_agrees_in_as_much_as_possible() -> None:
    """Taken one by one, the first award would take the second's counterpart."""
    gold = [
        award("Preis der Stadt", "Anna Weber"),
        award("Preis der Stadt Ulm", "Emil Otto", "Ida Kern"),
    ]
    found = [
        found_award("Preis der Stadt Ulm", "Emil Otto", "Anna Weber", "Ida Kern"),
        found_award("Preis der Stadt", "Anna Weber"),
    ]
    assert counts(gold, found) == (2, 0, 0, 1)
    assert verdicts(gold, found)["honours"] == (3, 0, 0, 1)


def test_alike_in_year_and_stage_alone_is_not_the_same() -> None:
    gold = [award("Großer Preis", "Anna Weber", year=2023)]
    found = [found_award("Kleiner Pokal", "Emil Otto", year=2023)]
    assert counts(gold, found) == (0, 1, 1, 0)


def test_background_awards_count_neither_way() -> None:
    gold = [award("Altes Kreuz", "Anna Weber", background=True), award("Preis", "Emil Otto")]
    found = [found_award("Altes Kreuz", "Anna Weber"), found_award("Preis", "Emil Otto")]
    assert counts(gold, found) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("gold", "found", "figure"),
    [
        ({"regions": [["Ulm"]]}, {"regions": ["Kiel"]}, (0, 1, 0, 0)),
        ({"regions": [["Ulm"], ["Kiel"]]}, {"regions": ["Kiel"]}, (1, 0, 1, 0)),
        ({}, {"regions": ["Kiel"]}, (0, 0, 0, 1)),
        ({"regions": [["Ulm"], ["Kiel"]]}, {"regions": ["Bonn", "Kiel", "Jena"]}, (1, 1, 0, 1)),
    ],
)
def test_a_wrong_value_stands_where_gold_has_another(gold: Any, found: Any, figure: Any) -> None:
    judged = verdicts([award("Preis", **gold)], [found_award("Preis", **found)])
    assert judged["regions"] == figure
