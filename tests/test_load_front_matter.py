"""Front matter: YAML, TOML and bare lines; where the text begins."""

import logging
from datetime import date

import pytest

from lorbeer.load import release_from_text
from lorbeer.values.front_matter import front_matter_end, read_front_matter


@pytest.mark.parametrize(
    ("content", "metadata", "text"),
    [
        (
            "---\nTitle: T\ndate: 2023-11-02\n---\nText",
            {"title": "T", "date": date(2023, 11, 2)},
            "Text",
        ),
        ('+++\ntitle = "T"\n+++\nText', {"title": "T"}, "Text"),
        (
            "Title: A: **B**\nTags:\n- x\nAuthor: C\n---\nText",
            {"title": "A: **B**", "tags": "", "author": "C"},
            "Text",
        ),
        ("title: T\nslug: s\n\nText", {"title": "T", "slug": "s"}, "Text"),
        ("---\n---\nText", {}, "Text"),
        ("Text", {}, "Text"),
        ("Kiel: Ada gewinnt\n\nText", {}, "Kiel: Ada gewinnt\n\nText"),
        ("---\nEin Satz zwischen Linien.\n---\n", {}, "---\nEin Satz zwischen Linien.\n---\n"),
        ("---\ntitle: nie geschlossen\n\nText", {}, "---\ntitle: nie geschlossen\n\nText"),
    ],
)
def test_front_matter(content: str, metadata: dict[str, object], text: str) -> None:
    assert read_front_matter(content, "a.md") == metadata
    assert content[front_matter_end(content) :] == text


@pytest.mark.parametrize("block", ["title: [", "title: {a: b"])
def test_invalid_front_matter_is_no_text_and_warns(
    block: str, caplog: pytest.LogCaptureFixture
) -> None:
    content = f"---\n{block}\n---\nText"
    with caplog.at_level(logging.WARNING):
        assert read_front_matter(content, "a.md") == {}
    assert "a.md: front matter ignored" in caplog.text
    assert content[front_matter_end(content) :] == "Text"


@pytest.mark.parametrize(
    ("block", "metadata"),
    [
        ("title: Umweltpreis: die Sieger\ndate: 2020-03-01", {"date": "2020-03-01"}),
        ('title: Der "Anker": Bilanz\nTags: [', {}),
        ("date: 2020-13-45", {"date": "2020-13-45"}),
    ],
)
def test_invalid_yaml_is_read_line_by_line(block: str, metadata: dict[str, str]) -> None:
    found = read_front_matter(f"---\n{block}\n---\nText", "a.md")
    title = block.partition("\n")[0].removeprefix("title: ")
    assert found == ({"title": title} if block.startswith("title") else {}) | metadata


def test_release_keeps_its_front_matter_in_the_content() -> None:
    release = release_from_text("---\nTitle: T\n---\nText")
    assert release.metadata == {"title": "T"}
    assert release.content == "---\nTitle: T\n---\nText"
