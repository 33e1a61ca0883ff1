"""Fitting: gold becomes examples, examples become weights that carry over to other publishers."""

import json
from pathlib import Path

import numpy as np
import pytest

from de_lorbeer.roles import ROLES
from lorbeer.assemble.weighing.weights import BIAS
from lorbeer.clean.clues import CLUES
from lorbeer.fitting import calibration
from lorbeer.fitting.examples import Example, all_examples
from lorbeer.fitting.held_out import HeldOut, without_roles
from lorbeer.fitting.pages import PageExamples
from lorbeer.fitting.pages import fit as fit_pages
from lorbeer.fitting.projection import read
from lorbeer.fitting.regression import FEWEST, fit, folds, mean, probabilities, write

RELEASE = (
    "Lesepreis vergeben\n\nAnna Moll gewann den Tannwald-Preis. Jan Holt sprach ein Grußwort.\n"
)


def examples(publishers: int) -> list[Example]:
    """Right where "wins" is observed, once right and once wrong a publisher."""
    return [
        Example(frozenset({"seen", *(["wins"] if right else [])}), right, f"publisher {number}")
        for number in range(publishers)
        for right in (True, False)
    ]


def gold(folder: Path) -> Path:
    (folder / "preis.txt").write_text(RELEASE, encoding="utf-8")
    honour = {"recipients": [["Anna Moll"]], "status": "winner"}
    award = {"name": ["Tannwald-Preis"], "stage": "awarded", "honours": [honour]}
    line = {"id": "preis", "awards": [award], "source": {"file": "preis.txt"}}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def test_what_tells_right_from_wrong_gets_the_weight() -> None:
    known = examples(FEWEST)
    table = fit(known, strength=1.0)
    assert table["wins"] > 1 > abs(table.get("seen", 0.0))
    right, wrong = probabilities(table, known[:2])
    assert right > 0.7 > 0.3 > wrong


def test_what_few_publishers_write_gets_no_weight() -> None:
    others = [Example(frozenset({"seen"}), False, f"other {number}") for number in range(FEWEST)]
    assert "wins" not in fit([*examples(FEWEST - 1), *others], strength=1.0)


def test_a_publisher_is_never_in_both_parts() -> None:
    groups = [f"publisher {number % 7}" for number in range(40)]
    parts = folds(groups)
    assert sorted(index for _, held in parts for index in held) == list(range(40))
    for train, held in parts:
        assert {groups[i] for i in train} & {groups[i] for i in held} == set()


def test_what_one_of_two_tables_does_not_know_counts_half() -> None:
    assert mean({BIAS: -2.0, "rule": 1.0}, {BIAS: -1.0, "seen": 0.5}) == {
        BIAS: -1.5,
        "rule": 0.5,
        "seen": 0.25,
    }


def test_a_table_reads_as_it_was_written(tmp_path: Path) -> None:
    table = {"b": -0.5, BIAS: -1.25, "a": 2.0}
    write(table, tmp_path / "award.tsv", "by test")
    lines = (tmp_path / "award.tsv").read_text(encoding="utf-8").splitlines()
    assert lines == ["# by test", f"{BIAS}\t-1.25", "a\t2.0", "b\t-0.5"]


def test_gold_says_which_candidates_are_right(tmp_path: Path) -> None:
    ((release, analysis),) = read(gold(tmp_path))
    whole, *excerpts = all_examples(release, without_roles(release.id, analysis))
    assert sum(example.is_right for example in whole.questions["award"]) == 1
    assert sorted(example.is_right for example in whole.questions["recipient"]) == [False, True]
    assert [part.is_excerpt for part in (whole, *excerpts)] == [False, True]
    assert {example.publisher for example in whole.questions["recipient"]} == {"preis"}


def test_held_out_roles_take_the_place_of_the_shipped_tagger_s(tmp_path: Path) -> None:
    ((release, analysis),) = read(gold(tmp_path))
    assert analysis.roles is not None
    words = len(analysis.roles.starts)
    inside = np.full((words, len(ROLES)), 0.25, np.float16)
    stored = {"preis/inside": inside, "preis/first": inside * 2, "preis/own": np.float16(0.75)}
    np.savez(tmp_path / "held_out.npz", **stored)
    roles = HeldOut(tmp_path / "held_out.npz").applied(release.id, analysis).roles
    assert roles is not None
    assert roles.score("giver", 0, len(analysis.text.string)) == pytest.approx(0.25)
    assert (roles.first["award"][0], roles.own) == (0.5, 0.75)
    assert without_roles(release.id, analysis).roles is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(0, "at 0.2: precision 0.500 recall 1.000 F1 0.667", id="low threshold"),
        pytest.param(4, "at 0.6: precision 1.000 recall 0.500 F1 0.667", id="high threshold"),
        pytest.param(10, "0.8 to 1.0: 1 candidates, said 0.900, right 1.000", id="bin"),
        pytest.param(6, "0.0 to 0.2: 0 candidates, said -, right -", id="empty bin"),
    ],
)
def test_calibration_compares_what_was_said_with_what_is_right(line: int, expected: str) -> None:
    lines = list(calibration.lines([0.9, 0.3, 0.3, 0.5], [True, True, False, False]))
    assert lines[line] == expected


def test_trees_for_pages_say_what_they_were_fitted_to() -> None:
    """Passages that trafilatura selects belong to the text, others do not, but for long ones."""
    draw = np.random.default_rng(0)
    examples = []
    for number in range(30):
        clues = np.zeros((20, len(CLUES)), np.float32)
        clues[:, 0] = draw.integers(0, 2, 20)
        clues[:, 3] = draw.uniform(2, 7, 20)
        wanted = ((clues[:, 0] == 1) | (clues[:, 3] > 6)).astype(np.int64)
        examples.append(PageExamples(f"page {number}", [], clues, list(range(20)), wanted, [], []))
    chances = fit_pages(examples).probabilities(examples[0].clues)
    assert ((chances > 0.5) == (examples[0].wanted == 1)).mean() >= 0.95
