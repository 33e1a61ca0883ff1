"""Windows: every word once, cut where sentences end, never too long."""

import pytest
from spacy.lang.de import German

from de_lorbeer.subwords import Subwords
from de_lorbeer.windows import BATCH, LONGEST, Window, batches, feeds, windows

NLP = German()
SUBWORDS = Subwords([("<unk>", 0.0), ("▁", -1.0)], unknown=0)


def cut(text: str) -> list[Window]:
    return list(windows(NLP.make_doc(text), 0, SUBWORDS))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n ", id="white space"),
        pytest.param("Anna siegte.\n\nJan auch.", id="short"),
        pytest.param("Es regnete. " * 80, id="many sentences"),
        pytest.param("Regen " * 500, id="one long sentence"),
        pytest.param("x" * 1000, id="one long word"),
    ],
)
def test_every_word_is_in_one_window(text: str) -> None:
    words = [token.i for token in NLP.make_doc(text) if not token.is_space]
    assert [i for window in cut(text) for i in window.tokens] == words


def test_windows_end_where_sentences_do() -> None:
    doc = NLP.make_doc("Es regnete den Tag lang. " * 40)
    found = list(windows(doc, 0, SUBWORDS))
    assert len(found) > 1
    assert {doc[window.tokens[-1]].text for window in found} == {"."}
    assert max(len(window.ids) for window in found) <= LONGEST + 2


def test_subwords_of_a_word_are_between_its_first_and_last() -> None:
    (window,) = cut("Anna siegte.")
    sizes = [last - first + 1 for first, last in zip(window.first, window.last, strict=True)]
    assert sizes == [1, *(len(SUBWORDS(word)) for word in ("Anna", "siegte", "."))]


def test_batches_hold_all_windows_and_padding_is_bounded() -> None:
    found = cut("Es regnete den Tag lang. " * 300) + cut("Ja.")
    grouped = list(batches(found))
    assert sorted(map(id, (w for batch in grouped for w in batch))) == sorted(map(id, found))
    assert all(feeds(batch)["ids"].size <= BATCH for batch in grouped)


def test_a_long_sentence_stays_in_one_window() -> None:
    names = ", ".join(f"Anna Moll{number}" for number in range(24))
    found = list(windows(NLP.make_doc(f"Den Preis erhielten {names}."), 0, SUBWORDS))
    assert len(found[0].ids) > LONGEST
    assert len(found) == 1
