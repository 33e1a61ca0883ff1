"""The chain: what no award can be extracted from is told of before the costly stages."""

from pathlib import Path

import pytest

from lorbeer import Unreadable, chain, extract


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.html", "<html><body><script>var a = 1;</script></body></html>", "no text"),
        ("a.txt", "… – …", "no text"),
        ("a.txt", "Ada gewinnt den Preis. " * 30_000, "characters of text"),
    ],
)
def test_texts_without_words_and_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, problem: str
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("annotated all the same")

    monkeypatch.setattr(chain, "annotate", never)
    path = tmp_path / name
    path.write_text(content, "utf-8")
    (found,) = extract(path)
    assert isinstance(found, Unreadable)
    assert problem in found.problem
