"""Entity tags: well-formed whatever the scores say."""

import numpy as np
import pytest

from de_lorbeer.entity_tags import EntityTags

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(tag, -9.0) for tag in TAGS] for row in rows])


@pytest.mark.parametrize(
    ("rows", "starts", "expected"),
    [
        pytest.param([{"B-PER": 1}, {"I-PER": 1}, {"O": 1}], [], [(0, 2, "PER")], id="plain"),
        pytest.param(
            [{"B-PER": 1}, {"B-PER": 1}], [], [(0, 1, "PER"), (1, 2, "PER")], id="neighbours"
        ),
        pytest.param(
            [{"B-PER": 2, "B-ORG": 1}, {"I-ORG": 5}], [], [(0, 2, "ORG")], id="kinds agree"
        ),
        pytest.param([{"O": 1}, {"I-PER": 2, "O": 1}], [], [], id="nothing continues nothing"),
        pytest.param(
            [{"B-PER": 1}, {"I-PER": 2, "B-PER": 1}],
            [1],
            [(0, 1, "PER"), (1, 2, "PER")],
            id="a sentence ends a name",
        ),
    ],
)
def test_spans(
    rows: list[dict[str, float]], starts: list[int], expected: list[tuple[int, int, str]]
) -> None:
    assert EntityTags(TAGS).spans(scores(*rows), starts) == expected
