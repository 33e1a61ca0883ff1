"""Evaluate: gold against found."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluations import compared, lines
from extractions import call, environment_prize, extraction

from lorbeer.evaluate import (
    EvaluationError,
    documents,
    found_release,
    read_found,
    read_gold,
)

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases/evaluate.jsonl").read_text("utf-8").splitlines()
]
GOOD = {"name": ["Preis"], "stage": "awarded"}


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_counts_hits_found_and_gold(case: dict[str, Any]) -> None:
    report = compared({"r": case["gold"]}, {"r": case["found"]})
    for expected, scores in (
        (case.get("lenient", {}), report.scores),
        (case.get("strict", {}), report.strict_scores),
    ):
        counted = {
            slot: [scores[slot].hits, scores[slot].found, scores[slot].gold] for slot in expected
        }
        assert counted == expected


def test_figures_are_of_all_releases_together() -> None:
    two = [GOOD, {"name": ["Orden"], "stage": "awarded"}]
    found = [{"name": name, "stage": "awarded"} for name in ("Preis", "Pokal", "Kelch")]
    score = compared({"a": two, "b": [GOOD]}, {"a": found, "b": found[:1]}).scores["award"]
    assert (score.precision, score.recall) == (2 / 4, 2 / 3)
    assert score.f1 == pytest.approx(4 / 7)


def test_nothing_found_and_nothing_wanted_is_zero_not_an_error() -> None:
    report = compared({"a": []}, {"a": []})
    assert (report.headline.precision, report.headline.recall, report.headline.f1) == (0, 0, 0)


def test_the_mean_leaves_out_slots_of_which_gold_tells_nothing() -> None:
    found = [{"name": "Preis", "stage": "awarded", "regions": [{"name": "Bayern"}]}]
    gold = [GOOD | {"date": "2024-05-10"}]
    assert compared({"a": gold}, {"a": found}).mission_mean == pytest.approx((1 + 0) / 2)
    assert compared({"a": []}, {"a": []}).mission_mean == 0


def test_negatives_left_clean() -> None:
    noise = [{"name": "Preis", "stage": "awarded"}]
    report = compared({"a": [], "b": [], "c": [], "d": [GOOD]}, {"a": noise, "b": []})
    assert (report.negatives, report.clean_negatives, report.missing) == (3, 2, ("c", "d"))


def test_interval_surrounds_the_headline_and_repeats_itself() -> None:
    award = GOOD | {"honours": [{"recipients": [["Anna Weber"]], "status": "winner"}]}
    hit = [{"name": "Preis", "stage": "awarded", "honours": [{"recipients": ["Anna Weber"]}]}]
    gold = {str(number): [award] for number in range(40)}
    report = compared(gold, dict.fromkeys(list(gold)[:20], hit))
    interval = report.headline_interval
    assert interval.low < report.headline.f1 < interval.high
    assert report.headline.f1 == pytest.approx(2 / 3)
    assert (interval.low, interval.high) == pytest.approx((2 / 3, 2 / 3), abs=0.17)
    again = compared(gold, dict.fromkeys(list(gold)[:20], hit))
    assert again.headline_interval == interval


def test_errors_name_what_was_missed_and_what_was_extra() -> None:
    found = [{"name": "Pokal", "stage": "awarded"}]
    report = compared({"good": [], "bad": [GOOD]}, {"good": [], "bad": found})
    (errors,) = report.errors("award")
    assert errors.release == "bad"
    assert [missed.value for missed in errors.missed] == [(("Preis",),)]
    assert [extra.value for extra in errors.extra] == [(("Pokal",),)]


def test_records_compare_like_their_json(tmp_path: Path) -> None:
    made = extraction(environment_prize(), call(), source="news/preis.html")
    path = tmp_path / "found.jsonl"
    path.write_text(made.model_dump_json(), encoding="utf-8")
    assert read_found(path) == {"preis": found_release(made)}
    (prize, _) = found_release(made).facts
    assert (prize.date, prize.event, prize.place) == ("2023-10-30", ("Festakt",), ("Lübeck",))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "Invalid JSON"),
        ("[]", "should be an object"),
        ('{"awards": []}', "id: Field required"),
        ('{"id": "a"}', "awards: Field required"),
        ('{"id": "a", "awards": [{"name": [], "stage": "call"}]}', "awards.0.name"),
        ('{"id": "a", "awards": [{"name": [" "], "stage": "call"}]}', "awards.0.name.0"),
        ('{"id": "a", "awards": [{"name": ["P"], "stage": "won"}]}', "awards.0.stage"),
        (
            '{"id": "a", "awards": [{"name": ["P"], "stage": "call", "date": "2024-13-45"}]}',
            "awards.0.date",
        ),
        (
            '{"id": "a", "awards": [{"name": ["P"], "stage": "call", "regoins": []}]}',
            "awards.0.regoins",
        ),
        (
            '{"id": "a", "awards": [{"name": ["P"], "stage": "call", "date": "31.10.2023"}]}',
            "awards.0.date",
        ),
        (
            '{"id": "a", "awards": [{"name": ["P"], "stage": "call",'
            ' "honours": [{"recipients": [], "status": "winner"}]}]}',
            "awards.0.honours.0.recipients",
        ),
        ('{"id": "first", "awards": []}', "'first' occurs twice"),
    ],
)
def test_a_malformed_gold_line_is_named(line: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "first", "awards": []}\n\n' + line, encoding="utf-8")
    with pytest.raises(EvaluationError) as problem:
        read_gold(path)
    message = str(problem.value)
    assert message.startswith(f"{path}:3: ")
    assert fault in message
    assert "\n" not in message


def test_gold_that_is_missing_empty_or_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_gold(path)
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match="holds no release"):
        read_gold(path)
    path.write_bytes(b'{"id": "\xe4", "awards": []}')
    with pytest.raises(EvaluationError, match="not UTF-8"):
        read_gold(path)


def test_found_needs_something_to_join_on(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r":1: .*release\.source"):
        read_found(lines(tmp_path / "found.jsonl", {"awards": []}))


def test_documents_lie_beside_the_gold_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines(path, {"id": "a", "awards": [], "source": {"file": "dev/a.html"}})
    assert documents(path, read_gold(path)) == {"a": tmp_path / "dev/a.html"}
    lines(path, {"id": "a", "awards": []})
    with pytest.raises(EvaluationError, match=r"a names no document under source\.file"):
        documents(path, read_gold(path))
