"""Evaluate: tables, JSON, Markdown and HTML say the same, each in good form."""

import json
import re
from html.parser import HTMLParser
from io import StringIO
from typing import Any, get_args

import pytest
from evaluations import award, compared, found_award, in_text

from lorbeer.evaluate import SLOTS, Evaluation
from lorbeer.evaluate.excerpts import around, where_it_stands
from lorbeer.evaluate.rendering import Format, render

VOID = {"meta", "br", "hr", "img", "link", "input"}
NASTY = "<script>alert('x')</script> & | *Stern*"


def evaluation(**more: Any) -> Evaluation:
    """Two releases, of which one has a mistake, against a run that found nothing."""
    gold = {
        "a": [award("Großer Preis", "Anna Weber", regions=[["Ulm"]])],
        "b": [award(NASTY, "Ida Kern")],
    }
    found = {
        "a": in_text(found_award("Großer Preis", "Emil Otto")),
        "b": [found_award(NASTY, "Ida Kern", confidence=0.6)],
    }
    more = {"other": compared(gold, {}), "other_name": "before", "slot": "pair", **more}
    return Evaluation(compared(gold, found), "now", **more)


def rendered(format: Format, **more: Any) -> str:
    stream = StringIO()
    render(evaluation(**more), format, stream)
    return stream.getvalue()


class Page(HTMLParser):
    """Every opened element is closed; what elements refer to is noted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.references: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.references += [value for name, value in attrs if name in ("href", "src", "action")]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("other", [True, False])
def test_html_is_well_formed_and_needs_nothing_else(other: bool) -> None:
    text = rendered("html") if other else rendered("html", other=None, slot=None)
    page = Page(text)
    assert page.open == []
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert {reference.removeprefix("#") for reference in page.references} <= set(page.ids)
    assert all(reference.startswith("#") for reference in page.references)
    assert len(set(page.ids)) == len(page.ids)
    assert re.search(r"https?:|url\(|@import|\bon\w+=", text) is None


def test_html_shows_figures_plots_and_folded_errors() -> None:
    text = rendered("html")
    page = Page(text)
    words = " ".join(" ".join(page.words).split())
    assert "0.500 F1 of who won what" in words
    assert text.count("<svg") == 3 + 2 * 2
    assert text.count("<summary>") == 1 + len(SLOTS) + text.count(" dropped, ")
    assert text.count("<details open>") == 2
    assert "<mark>Emil Otto</mark> ging leer aus." in text
    assert NASTY in words


def test_json_holds_all_figures() -> None:
    figures = json.loads(rendered("json"))
    pair = figures["slots"]["pair"]
    assert (pair["gold"], pair["found"], pair["right"], pair["f1"]) == (2, 2, 1, 0.5)
    assert pair["low"] <= pair["f1"] <= pair["high"]
    assert figures["records"] == {"aligned": 2, "missing": 0, "spurious": 0, "perfect": 1}
    assert figures["fields"]["honours"]["wrong"] == 1
    assert figures["dates"]["extent"]["gold"] == 0
    assert [one["count"] for one in figures["calibration"]["pair"]["bins"]] == [1, 1]
    assert figures["difference"]["pair"]["gained"] == 1
    (extra,) = figures["errors"]["a"]["extra"]
    assert extra["value"] == [["Großer Preis"], ["Emil Otto"], ["winner"]]
    assert (extra["rule"], extra["confidence"]) == ("by-hand", 0.8)
    excerpt = extra["excerpt"]
    assert excerpt["text"][excerpt["start"] : excerpt["end"]] == "Emil Otto"


def test_json_is_only_as_long_as_asked_for() -> None:
    figures = json.loads(rendered("json", other=None, slot=None))
    assert {"difference", "errors"}.isdisjoint(figures)


def test_markdown_tables_have_as_many_cells_in_every_row() -> None:
    text = rendered("markdown")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]
    assert len(blocks) == 7
    for rows in blocks:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
    assert "- extra: Großer Preis \\| Emil Otto \\| winner (`by-hand, 0.80`)" in text
    assert "  > **Emil Otto** ging leer aus." in text
    assert "<script>" not in text


def test_a_table_fits_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = rendered("table")
    assert "extra  Großer Preis | Emil Otto | winner  [by-hand, 0.80]" in text
    assert "…" not in text
    for heading in ("now against before", "Fields of the records", "Confidence of honours"):
        assert heading in text
    assert text.splitlines()[-1].startswith("pair F1 0.500 (95 % interval")


@pytest.mark.parametrize("format", get_args(Format))
def test_nothing_found_at_all_is_no_error(format: Format) -> None:
    stream = StringIO()
    render(Evaluation(compared({"a": []}, {}), "now"), format, stream)
    assert "1" in stream.getvalue()


@pytest.mark.parametrize(
    ("text", "passage", "sentence"),
    [
        ("Erster Satz hier. Anna gewann. Dann kam Otto.", "Anna", "Anna gewann."),
        ("Titel\nAnna gewann\nEnde", "Anna", "Anna gewann"),
        (
            "Prof. Dr. Anna Weber gewann am 3. Mai.",
            "Anna",
            "Prof. Dr. Anna Weber gewann am 3. Mai.",
        ),
        ("Sie rief: „Hurra!“ Anna gewann.", "Anna", "Anna gewann."),
        ("Anna", "Anna", "Anna"),
    ],
)
def test_an_excerpt_is_one_sentence(text: str, passage: str, sentence: str) -> None:
    start = text.index(passage)
    excerpt = around(text, start, start + len(passage))
    assert (excerpt.text, excerpt.parts[1]) == (sentence, passage)


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "Wort " * 200 + "Anna " + "Wort " * 200
    start = text.index("Anna")
    excerpt = around(text, start, start + 4)
    assert len(excerpt.text) < 320
    assert re.fullmatch(r"… (Wort )+Anna( Wort)+ …", excerpt.text)
    assert excerpt.parts[1] == "Anna"


@pytest.mark.parametrize(
    ("spellings", "passage"),
    [
        (("Umwelt-Preis",), "umwelt preis"),
        (("Pokal", "Stadt  Ulm"), "Stadt Ulm"),
        (("weltpreis",), None),
        (("a+b (c)",), None),
    ],
)
def test_a_spelling_is_sought_as_people_would(spellings: tuple[str, ...], passage: Any) -> None:
    excerpt = where_it_stands("Den umwelt preis gab die Stadt Ulm. Umweltpreis", spellings)
    assert (excerpt and excerpt.parts[1]) == passage
