"""Language: German is never skipped, whatever names and quotations it holds; others are."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import cases

import lorbeer
from lorbeer.clean import clean
from lorbeer.flow import Skipped
from lorbeer.load import load, release_from_text
from lorbeer.records import Extraction

CORPUS = Path(__file__).parents[1] / "corpus"
ENGLISH = """Library wins reading prize

The Ministry of Culture awarded the Tannwald reading prize to the town library of Talheim on
Friday. The jury praised its evenings for children who have few books at home.
"""


@pytest.mark.parametrize("case", cases("language"))
def test_cases(case: dict[str, Any]) -> None:
    assert clean(release_from_text(case["in"])).language == case["out"]


def test_navigation_does_not_decide() -> None:
    words = "We use cookies so that you can find all that has been written about our prizes. " * 3
    banner = f"<div class='cookie-banner'><p>{words}</p></div>"
    body = "<p>Die Stadt ehrt am Freitag ihre besten Vorleser.</p><p>Der Eintritt ist frei.</p>"
    page = f"<html><body>{banner}<main><h1>Preis</h1>{body}</main></body></html>"
    assert clean(release_from_text(page)).language == "de"


def test_every_release_of_the_corpus_is_german() -> None:
    releases = list(load(str(CORPUS / part) for part in ("dev", "test", "train")))
    assert len(releases) == 2835
    assert [one.source for one in releases if clean(one).language != "de"] == []


def test_another_language_is_skipped_unless_wanted(tmp_path: Path) -> None:
    path = tmp_path / "prize.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert list(lorbeer.extract(path)) == [
        Skipped(str(path), "not in German (its language is en)", "--any-language extracts it too")
    ]
    (found,) = lorbeer.extract(path, any_language=True)
    assert isinstance(found, Extraction)
    assert found.release.language == "en"


def test_text_at_hand_is_extracted_in_any_language() -> None:
    assert lorbeer.extract_text(ENGLISH).release.language == "en"
