"""The corpus: releases go through, all evidence holds, accuracy does not fall."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import lorbeer
from lorbeer.evaluate import Report, documents, evaluate, found_release, read_gold
from lorbeer.records import Extraction
from lorbeer.rules import registered

TESTS = Path(__file__).parent
CORPUS = TESTS.parent / "corpus"
#: Parts whose accuracy is watched; `train` is there to learn from.
PARTS = ("dev", "test")
ALL_PARTS = (*PARTS, "train")
#: Of `train`, every fourth release is read: all of them take many minutes.
RELEASES = [
    *sorted(path for part in PARTS for path in (CORPUS / part).iterdir()),
    *sorted((CORPUS / "train").iterdir())[::4],
]
FLOORS: dict[str, dict[str, float]] = json.loads((TESTS / "floors.json").read_text("utf-8"))


@cache
def extracted(path: Path) -> Extraction:
    (result,) = lorbeer.extract(path)
    assert isinstance(result, Extraction)
    return result


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    """Every evidence entry anywhere in a result."""
    if isinstance(value, dict):
        if {"start", "end", "text", "rule"} <= value.keys():
            yield value
        for inner in value.values():
            yield from evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


@cache
def report(part: str) -> Report:
    gold = read_gold(CORPUS / f"{part}.jsonl")
    places = documents(CORPUS / f"{part}.jsonl", gold)
    return evaluate(gold, {name: found_release(extracted(path)) for name, path in places.items()})


def by_name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", RELEASES, ids=by_name)
def test_evidence_stands_in_the_text(path: Path) -> None:
    result = json.loads(extracted(path).model_dump_json())
    text = result["release"]["text"]
    entries = list(evidence(result))
    assert bool(entries) == bool(result["awards"] or result["rejected"])
    assert [one for one in entries if text[one["start"] : one["end"]] != one["text"]] == []
    assert [one for one in entries if not one["rule"]] == []


@pytest.mark.parametrize("path", RELEASES, ids=by_name)
def test_every_rule_is_registered(path: Path) -> None:
    entries = evidence(json.loads(extracted(path).model_dump_json()))
    assert {one["rule"] for one in entries if registered(one["rule"]) is None} == set()


@pytest.mark.parametrize("path", RELEASES, ids=by_name)
def test_result_keeps_the_contract(path: Path) -> None:
    result = extracted(path)
    assert Extraction.model_validate_json(result.model_dump_json()) == result
    assert (result.release.source, len({award.id for award in result.awards})) == (
        str(path),
        len(result.awards),
    )


@pytest.mark.parametrize("path", RELEASES, ids=by_name)
def test_sections_lie_within_the_text_one_after_the_other(path: Path) -> None:
    release = extracted(path).release
    ends = [0] + [section.end for section in release.sections]
    assert ends[-1] <= len(release.text)
    assert all(
        end <= section.start < section.end
        for end, section in zip(ends, release.sections, strict=False)
    )


@pytest.mark.parametrize("part", ALL_PARTS)
def test_gold_covers_every_release(part: str) -> None:
    gold = CORPUS / f"{part}.jsonl"
    assert sorted(documents(gold, read_gold(gold)).values()) == sorted((CORPUS / part).iterdir())


# The floors lie 0.03 below what was measured. They are only ever raised: a change that falls
# below one is mended, or given up.
@pytest.mark.parametrize("part", PARTS)
def test_accuracy_does_not_fall(part: str) -> None:
    found = report(part)
    figures = {
        "pair_f1": found.headline.f1,
        "award_f1": found.scores["award"].f1,
        "clean_negatives": found.clean_negatives,
    }
    assert figures.keys() == FLOORS[part].keys()
    fallen = {name: figure for name, figure in figures.items() if figure < FLOORS[part][name]}
    assert fallen == {}
