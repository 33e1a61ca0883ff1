"""Evaluate: scores, intervals, calibration, dates and comparisons have the figures they should."""

import random
from typing import Any

import pytest
from evaluations import award, compared, found_award, in_text
from hypothesis import given
from hypothesis import strategies as st

from lorbeer.evaluate import SLOTS, Report, compare_runs

PEOPLE = ("Anna", "Berta", "Clara", "Dora", "Emma", "Frieda")
GROUPS = st.lists(st.sets(st.sampled_from(PEOPLE), max_size=4), min_size=1, max_size=8)


def winners(gold: list[set[str]], found: list[set[str]]) -> Report:
    """Each release has one award, of which gold and found name the winners."""
    return compared(
        {str(at): [award("Preis", *sorted(names))] for at, names in enumerate(gold)},
        {str(at): [found_award("Preis", *sorted(names))] for at, names in enumerate(found)},
    )


@given(st.lists(st.tuples(*[st.sets(st.sampled_from(PEOPLE))] * 2), min_size=1, max_size=8))
def test_slots_agree_with_an_independent_count(releases: Any) -> None:
    gold, found = [one for one, _ in releases], [other for _, other in releases]
    for slot in ("pair", "recipient"):
        score = winners(gold, found).scores[slot]
        assert score.hits == sum(len(one & other) for one, other in releases)
        assert (score.found, score.gold) == (sum(map(len, found)), sum(map(len, gold)))


@given(GROUPS)
def test_every_winner_found_raises_recall(gold: list[set[str]]) -> None:
    partly = [set(sorted(names)[: len(names) // 2]) for names in gold]
    nothing = [set[str]() for _ in gold]
    recalls = [winners(gold, found).headline.recall for found in (nothing, partly, gold)]
    assert recalls == sorted(recalls)
    assert recalls[-1] == (1 if any(gold) else 0)


@given(GROUPS)
def test_strict_is_never_better_than_lenient(gold: list[set[str]]) -> None:
    longer = [{f"{name} Weber" for name in names} for names in gold]
    report = winners(gold, longer)
    assert all(report.strict_scores[slot].f1 <= report.scores[slot].f1 for slot in SLOTS)


def test_a_perfect_run_and_an_empty_one() -> None:
    gold = {"a": [award("Großer Preis", "Anna Weber", year=2023, date="2023-10-31")]}
    perfect, empty = compared(gold, gold), compared(gold, {"a": []})
    wanted = [slot for slot in SLOTS if perfect.scores[slot].gold]
    assert wanted == ["pair", "award", "recipient", "date", "year", "stage"]
    assert {perfect.strict_scores[slot].f1 for slot in wanted} == {1}
    assert {empty.scores[slot].f1 for slot in SLOTS} == {0}


def test_intervals_are_those_of_plain_resampling() -> None:
    gold = [set(PEOPLE[: number % 5]) for number in range(30)]
    found = [set(PEOPLE[number % 3 : 3]) for number in range(30)]
    report = winners(gold, found)
    draw = random.Random(0)
    scores = [outcome.score for outcome in report.outcomes["pair"]]
    drawn = []
    for _ in range(1000):
        sample = draw.choices(scores, k=len(scores))
        hits, both = sum(s.hits for s in sample), sum(s.found + s.gold for s in sample)
        drawn.append(2 * hits / both)
    drawn.sort()
    interval = report.intervals["pair"]
    assert (interval.low, interval.high) == pytest.approx((drawn[25], drawn[974]))
    assert set(report.intervals) == set(SLOTS)


def test_calibration_sets_what_was_said_against_what_was_right() -> None:
    gold = {str(at): [award(f"Preis {at}", "Anna Weber")] for at in range(10)}
    found = {
        str(at): [found_award(f"Preis {at}", "Anna Weber" if at else "Emil Otto", confidence=0.94)]
        for at in range(10)
    }
    found["9"].append(found_award("Pokal", "Ida Kern", confidence=0.25))
    calibration = compared(gold, found).calibration["pair"]
    low, high = calibration.bins
    assert (low.count, low.low, low.confidence, low.right) == (1, 0.2, 0.25, 0)
    assert (high.count, high.confidence, high.right) == (10, pytest.approx(0.94), 0.9)
    assert calibration.expected_error == pytest.approx((10 * 0.04 + 0.25) / 11)
    (first, second) = calibration.curve
    assert (first.threshold, first.score.precision, first.score.recall) == (0.94, 0.9, 0.9)
    assert (second.threshold, second.score.precision) == (0.25, 9 / 11)


def test_values_without_confidence_are_not_calibrated() -> None:
    gold = {"a": [award("Preis", "Anna Weber")]}
    calibration = compared(gold, gold).calibration["pair"]
    assert (list(calibration.judged), list(calibration.bins), calibration.curve) == ([], [], [])
    assert calibration.expected_error == 0


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), max_size=20))
def test_recall_grows_as_the_threshold_falls(said: list[tuple[int, bool]]) -> None:
    gold = {str(at): [award("Preis", "Anna Weber")] for at, _ in enumerate(said)}
    found = {
        str(at): [found_award("Preis", "Anna Weber" if right else "Emil Otto", confidence=c / 100)]
        for at, (c, right) in enumerate(said)
    }
    curve = compared(gold, found).calibration["pair"].curve
    thresholds = [point.threshold for point in curve]
    recalls = [point.score.recall for point in curve]
    assert thresholds == sorted(set(thresholds), reverse=True)
    assert recalls == sorted(recalls)


def dated(passage: str, day: str) -> dict[str, Any]:
    proofs = [{"start": 0, "end": len(passage), "text": passage, "rule": "date.by-hand"}]
    return found_award("Preis", date=day) | {"evidence": {"date": proofs}}


@pytest.mark.parametrize(
    ("passage", "day", "extent", "value"),
    [
        ("31. Oktober", "2023-10-31", 1, 1),
        ("31. Oktober", "2022-10-31", 1, 0),
        ("31.10.", "2022-10-31", 1, 0),
        ("Ende Oktober", "2023-10", 1, 1),
        ("5. November", "2023-11-05", 0, 0),
        ("31. Oktober 2022", "2022-10-31", 0, 0),
        ("am Dienstag", "2023-10-31", 1, 1),
        ("am Dienstag", "2023-10-24", 0, 0),
    ],
)
def test_dates_are_scored_by_extent_and_by_value(
    passage: str, day: str, extent: int, value: int
) -> None:
    dates = compared(
        {"a": [award("Preis", date="2023-10-31")], "unseen": [award("Preis", date="2020")]},
        {"a": [dated(passage, day)]},
    ).dates
    assert (dates.extent.hits, dates.extent.found, dates.extent.gold) == (extent, 1, 2)
    assert dates.value.hits == value
    assert dates.value_accuracy == (value if extent else 0)


def test_errors_show_their_text() -> None:
    gold = [award("Großer Preis", "Anna Weber", conferred_by=[["Stadt Ulm"]], date="2023-10-31")]
    gold[0]["regions"] = [["Kiel"]]
    report = compared({"a": gold}, {"a": in_text(found_award("Pokal", "Emil Otto"))})

    def first(slot: Any) -> Any:
        return next(iter(report.errors(slot)))

    assert first("conferred_by").missed[0].excerpt.parts[1] == "Stadt Ulm"
    (before, passage, after) = first("date").missed[0].excerpt.parts
    assert (before, passage) == ("Am ", "31. Oktober")
    assert after.endswith("verliehen.")
    assert first("region").missed[0].excerpt is None
    (extra,) = first("pair").extra
    assert (extra.excerpt.text, extra.rule, extra.confidence) == (
        "Emil Otto ging leer aus.",
        "by-hand",
        0.8,
    )


def test_a_comparison_shows_gains_and_losses() -> None:
    gold = {str(at): [award("Preis", "Anna Weber")] for at in range(12)}
    right, wrong = [found_award("Preis", "Anna Weber")], [found_award("Preis", "Emil Otto")]
    now = compared(gold, {name: right if int(name) < 9 else wrong for name in gold})
    before = compared(gold, {name: right if int(name) > 9 else wrong for name in gold})
    difference = compare_runs(now, before)["pair"]
    assert (difference.gained, difference.lost) == (9, 2)
    assert (difference.dropped, difference.added) == (9, 2)
    assert difference.f1 == pytest.approx(9 / 12 - 2 / 12)
    assert [change.release for change in difference.changes] == [
        str(at) for at in range(12) if at != 9
    ]
    significance = difference.significance
    assert significance.interval.low < difference.f1 < significance.interval.high
    assert 0.001 < significance.p < 0.1


def test_a_run_does_not_differ_from_itself() -> None:
    gold = {str(at): [award("Preis", "Anna Weber")] for at in range(5)}
    report = compared(gold, {"0": gold["0"]})
    difference = compare_runs(report, report)["pair"]
    assert (difference.f1, difference.significance.p, difference.changes) == (0, 1, ())


def test_the_better_run_is_surely_better() -> None:
    gold = {str(at): [award("Preis", "Anna Weber")] for at in range(40)}
    difference = compare_runs(compared(gold, gold), compared(gold, {}))
    assert difference["pair"].significance.p < 0.001
    assert difference["event"].significance.p == 1
