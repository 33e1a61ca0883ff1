"""Clean: blocks, metadata, sections, and offsets that lead back to the source."""

import json
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from lorbeer.clean import clean
from lorbeer.clean.emphasis import emphasised
from lorbeer.flow import Release, Text

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "clean.jsonl").read_text("utf-8").splitlines()
]


def release(markup: Any, content: str, metadata: dict[str, Any] | None = None) -> Release:
    return Release("test", markup, content, metadata=metadata or {})


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text = clean(release(case["markup"], case["in"], case.get("metadata")))
    expected = dict(case["out"])
    if "blocks" in expected:
        found = [[block.kind, block.section, text.of(block)] for block in text.blocks]
        assert found == expected.pop("blocks")
    if "levels" in expected:
        assert [block.level for block in text.blocks] == expected.pop("levels")
    if expected.get("published"):
        expected["published"] = date.fromisoformat(expected["published"])
    assert {field: getattr(text, field) for field in expected} == expected


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_text_is_its_blocks_one_a_line(case: dict[str, Any]) -> None:
    text = clean(release(case["markup"], case["in"], case.get("metadata")))
    assert text.string.split("\n") == ([text.of(block) for block in text.blocks] or [""])
    assert len(text.origins) == len(text.string)
    for block in text.blocks:
        offsets = list(text.origins[block.start : block.end])
        assert offsets == sorted(offsets)


def find(text: str, words: str, nth: int = 0) -> int:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start


def offset_of(text: Text, words: str, nth: int = 0) -> int:
    return text.source_offset(find(text.string, words, nth))


@pytest.mark.parametrize(
    ("markup", "content", "found", "expected"),
    [
        pytest.param("html", "<b>Ada</b> <i>Ada</i>", ("Ada", 1), ("Ada", 1), id="repeated word"),
        pytest.param(
            "html", "<nav>Kiel</nav><p>Nun: Kiel.", ("Kiel", 0), ("Kiel", 1), id="removed"
        ),
        pytest.param("html", "<p>An M&uuml;ller.", ("üller", 0), ("&uuml;", 0), id="entity"),
        pytest.param("html", "<p>Preis&shy;geld da.", ("geld", 0), ("geld", 0), id="soft hyphen"),
        pytest.param("html", '<p title="Kiel">In Kiel.', ("Kiel", 0), ("Kiel", 1), id="attribute"),
        pytest.param("html", "<p>E&Y und Ada.", ("Ada", 0), ("Ada", 0), id="bare ampersand"),
        pytest.param("markdown", "Die **Ada**, ja.", ("Ada", 0), ("Ada", 0), id="emphasis"),
        pytest.param(
            "markdown", "[Ada](/Kiel) in Kiel.", ("Kiel", 0), ("Kiel", 1), id="link target"
        ),
        pytest.param("markdown", "![Ada](a.jpg)\n\nNur Ada.", ("Ada", 0), ("Ada", 1), id="image"),
        pytest.param("text", "Mu\u0308ller und Ada.", ("Ada", 0), ("Ada", 0), id="decomposed"),
        pytest.param("text", "Er sagte: „Ja, Ada.“", ("„", 0), ("„", 0), id="quotation mark"),
        pytest.param("text", "Am 12. kam Ada.", (".", 1), (".", 1), id="last character"),
        pytest.param(
            "html",
            "<table><tr><td>Preis</td><td>…</td></tr><tr><td>Preis Preis</td></tr></table>",
            ("Preis", 1),
            ("Preis", 1),
            id="row that ends in punctuation",
        ),
    ],
)
def test_origins(
    markup: str, content: str, found: tuple[str, int], expected: tuple[str, int]
) -> None:
    """`found` and `expected`: words and which occurrence, in the text and in the source."""
    assert offset_of(clean(release(markup, content)), *found) == find(content, *expected)


def test_a_block_that_is_not_found_leads_into_the_source() -> None:
    content = "- - \t <b> Preis\n# b Preis"
    assert max(clean(release("markdown", content)).origins) < len(content)


def test_title_of_front_matter_leads_into_the_front_matter() -> None:
    content = "---\ntitle: Ada gewinnt\n---\nEs war knapp.\n"
    text = clean(release("markdown", content, {"title": "Ada gewinnt"}))
    assert content[text.source_offset(0) :].startswith("Ada gewinnt\n---")
    assert content[offset_of(text, "knapp") :].startswith("knapp")


def test_logins_and_switches_are_no_publisher_and_no_date() -> None:
    metadata = {"title": "T", "author": "m.muster", "published": True}
    text = clean(release("markdown", "Es war knapp.", metadata))
    assert (text.publisher, text.published) == (None, None)


def test_the_last_day_of_all_is_no_date_of_publication() -> None:
    metadata = {"title": "T", "date": date.max}
    assert clean(release("markdown", "Es war knapp.", metadata)).published is None


def test_rich_text_in_front_matter_is_read_where_there_is_no_other() -> None:
    content = "---\ntitle: Preis\nblocks:\n  - type: paragraph\n---\n"
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": "Ada gewinnt."}]}
    text = clean(release("markdown", content, {"title": "Preis", "blocks": [paragraph]}))
    assert text.string == "Preis\nAda gewinnt."


@pytest.mark.parametrize(
    ("markup", "content"),
    [
        ("markdown", "# Neues\n\nWir waren beim *Klarklang 2024* in _Talheim_, **2 * 3** Stunden."),
        (
            "html",
            "<h1>Neues</h1><p>Wir waren beim <em>Klarklang 2024</em> in <b class='a'>Talheim</b>, "
            "<strong>2 * 3</strong> Stunden.</p>",
        ),
        ("text", "Neues\n\nWir waren beim Klarklang 2024 in Talheim."),
    ],
)
def test_emphasis_is_known(markup: str, content: str) -> None:
    text = clean(release(markup, content))
    found = [text.string[start:end] for start, end in text.emphasised]
    assert found[:2] == ([] if markup == "text" else ["Klarklang 2024", "Talheim"])


@pytest.mark.parametrize(
    ("markup", "part"), [("markdown", "*a "), ("html", "<b>a "), ("markdown", "**")]
)
def test_emphasis_is_found_in_linear_time(markup: Any, part: str) -> None:
    content = part * 7000
    started = perf_counter()
    assert list(emphasised(content, markup, range(len(content)))) == []
    assert perf_counter() - started < 1
