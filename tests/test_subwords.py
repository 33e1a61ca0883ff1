"""Subwords: the likeliest pieces, and what happens to unknown characters."""

import pytest

from de_lorbeer.subwords import Subwords

PIECES = [("<s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), ("▁Preis", -5.0), ("▁Pre", -4.0)]
PIECES += [("is", -4.0), ("träger", -5.0), ("s", -2.0)]


@pytest.fixture
def subwords() -> Subwords:
    return Subwords(PIECES, unknown=1)


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        pytest.param("Preis", [3], id="one piece beats two"),
        pytest.param("Preisträger", [3, 6], id="two pieces"),
        pytest.param("s", [2, 7], id="a piece without a space in front"),
        pytest.param("Preis\u2009s", [3, 2, 7], id="white space inside is a space"),
        pytest.param("🏆", [2, 1], id="an unknown character"),
    ],
)
def test_pieces(word: str, ids: list[int], subwords: Subwords) -> None:
    assert subwords(word) == ids


def test_a_ligature_is_read_as_its_letters() -> None:
    assert Subwords([*PIECES, ("fi", -2.0)], unknown=1)("\ufb01") == [2, len(PIECES)]


def test_a_word_has_a_piece_whatever_it_is(subwords: Subwords) -> None:
    assert all(subwords(word) for word in ("", "\u00ad", "x" * 1000))
