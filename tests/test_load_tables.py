"""Tables and JSON: a release a row, the fields by name, one clear line for what fails."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from loading import only, outcomes, problem, write

from lorbeer.clean import clean
from lorbeer.flow import Release, Unreadable
from lorbeer.load import Fields, load
from lorbeer.load.rows import Row, releases_of

ROWS = [{"id": "a", "text": "Eins"}, {"id": "b", "text": "Zwei"}]
BOTH = [("#a", "Eins"), ("#b", "Zwei")]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", LINES),
        ("a.ndjson", LINES.replace("\n", "\r\n\r\n")),
        ("a.jsonl", "\ufeff" + LINES),
        ("a", LINES),
        ("a.json", LINES),
        ("a.json", json.dumps(ROWS)),
        ("a.json", "\ufeff " + json.dumps(ROWS, indent=2)),
        ("a", json.dumps(ROWS, indent=2)),
        ("a.json", json.dumps({"count": 2, "releases": ROWS})),
        ("a.csv", "id,text\na,Eins\nb,Zwei\n"),
        ("a.csv", "id;text;x\r\na;Eins;\r\n\r\nb;Zwei\r\n"),
        ("a.tsv", "id\ttext\na\tEins\nb\tZwei"),
        ("a", "Text|ID\nEins|a\nZwei|b\n"),
        ("a.csv", '\ufeff"id","text"\n"a","Eins"\n"b","Zwei"\n'),
    ],
)
def test_kinds(tmp_path: Path, name: str, content: str) -> None:
    assert outcomes(write(tmp_path / name, content)) == BOTH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    "content", ['[{"text": "Größe"}]', '{"text": "Größe"}\n', "n;text\n;Größe"]
)
def test_encodings(tmp_path: Path, content: str, encoding: str) -> None:
    assert only(write(tmp_path / "a", content.encode(encoding))).content == "Größe"


@pytest.mark.parametrize(
    "content",
    [
        "Titel, Text und Bild\n\nEin Satz, der kein Kopf ist.",
        "[Link](https://example.org) zum Preis",
        "{Platzhalter} Preis für Ada",
        "[1] Erste Meldung",
        "Text, Musik und mehr\n\nEin Satz.",
    ],
)
def test_text_is_no_table(tmp_path: Path, content: str) -> None:
    assert only(write(tmp_path / "a.txt", content)).content == content


@pytest.mark.parametrize(
    ("row", "fields", "content"),
    [
        ({"body": "B", "content": "C"}, {}, "C"),
        ({"text": None, "Volltext": "V"}, {}, "V"),
        ({"text": "", "inhalt": "I"}, {}, "I"),
        ({"release": {"text": "Tief"}, "text": "Flach"}, {"text": "release.text"}, "Tief"),
        ({"release.text": "Genau", "release": {"text": "T"}}, {"text": "release.text"}, "Genau"),
        ({"text": "Zeile\r\nzwei"}, {}, "Zeile\nzwei"),
        ({"text": "halb \ud83d"}, {}, "halb \ufffd"),
    ],
)
def test_which_text(
    tmp_path: Path, row: dict[str, object], fields: dict[str, str], content: str
) -> None:
    assert only(write(tmp_path / "a.jsonl", json.dumps(row)), **fields).content == content


def test_what_a_row_says_about_its_release(tmp_path: Path) -> None:
    row = {
        "key": 7,
        "day": "2024-05-12",
        "date": "1999-01-01",
        "Titel": "Preis für Ada",
        "autor": ["Stadt Ulm"],
        "link": "https://example.org/7",
        "text": "Ulm. Ada erhält den Preis der Stadt.",
    }
    found = only(write(tmp_path / "a.jsonl", json.dumps(row)), id="key", date="day")
    assert found.source.endswith("a.jsonl#7")
    assert found.url == "https://example.org/7"
    text = clean(found)
    assert (text.title, text.publisher) == ("Preis für Ada", "Stadt Ulm")
    assert text.published == date(2024, 5, 12)


def test_markup_in_a_row_is_recognised(tmp_path: Path) -> None:
    rows = [{"html": "<p>Eins</p><p>Zwei</p><p>Drei</p>"}, {"text": "---\ntitle: T\n---\nX"}]
    found = list(load([str(write(tmp_path / "a.json", json.dumps(rows)))]))
    assert [one.markup for one in found if isinstance(one, Release)] == ["html", "markdown"]


@pytest.mark.parametrize(
    ("name", "content", "fields", "expected"),
    [
        ("a.csv", "id;titel\n1;A\n2;B", {}, "there are: id, titel"),
        ("a.csv", "id;text\n1;A", {"text": "volltxt"}, "no field 'volltxt'; name one with"),
        ("a.csv", "id;text\n1;A", {"id": "nr"}, "no field 'nr'; name one with --id-field"),
        ("a.csv", "id;text\n", {}, "no row"),
        ("a.jsonl", '{"a": {"b": 1}, "c": 2}\n' * 500, {}, "there are: a.b, c"),
        ("a.json", '{"a": 1}', {}, "no field that is usual for the text"),
        ("a.json", "[]", {}, "no row"),
        ("a.json", '{"text": "A"', {}, "broken or cut off, no valid JSON"),
        ("a.json", '{"text": 5}', {}, "empty or no text"),
        ("a.json", "[" * 200_000, {}, "nested without end"),
        ("a.json", '{"a":' * 100_000, {}, "no valid JSON"),
        ("a.json", "", {}, "the file is empty"),
        ("a.csv", "x\0y", {}, "binary"),
    ],
)
def test_problems_of_a_table_are_one_line(
    tmp_path: Path, name: str, content: str, fields: dict[str, str], expected: str
) -> None:
    assert expected in problem(write(tmp_path / name, content), **fields)


@pytest.mark.parametrize(
    ("name", "content", "sources", "expected"),
    [
        ("a.jsonl", LINES + '{"id": \n' + LINES, ["#a", "#b", "#3", "#a", "#b"], "no valid JSON"),
        ("a.jsonl", LINES + "[1]\n" + LINES, ["#a", "#b", "#3", "#a", "#b"], "no JSON object"),
        ("a.jsonl", '{"text": \n' + LINES, ["#1", "#a", "#b"], "no valid JSON"),
        ("a.jsonl", '{"x": 1}\n' + LINES, ["#1", "#a", "#b"], "there are: x"),
        ("a.jsonl", LINES + '{"id": 9, "text": " "}\n', ["#a", "#b", "#9"], "empty or no text"),
        ("a.json", json.dumps(ROWS)[:-9], ["#a", ""], "no valid JSON from here on"),
        ("a.json", json.dumps([*ROWS, 5]), ["#a", "#b", "#3"], "no JSON object"),
        ("a.csv", "id,text\na,Eins,x\nb,Zwei", ["#1", "#b"], "3 cells, but 2 in the header"),
        ("a.csv", "id,text\na,Eins\nb,", ["#a", "#b"], "empty or no text"),
    ],
)
def test_a_broken_row_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: str, sources: list[str], expected: str
) -> None:
    found = outcomes(write(tmp_path / name, content))
    assert [source for source, _ in found] == sources
    (told,) = [outcome for _, outcome in found if outcome.startswith("!")]
    assert expected in told


def test_an_endless_line_ends_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lorbeer.load.streams.LARGEST", 1000)
    monkeypatch.setattr("lorbeer.load.readers.json_values.LARGEST", 100_000)
    lines = write(tmp_path / "a.jsonl", LINES + '{"text": "' + 2000 * "x")
    assert [source for source, _ in outcomes(lines)] == ["#a", "#b", ""]
    array = write(tmp_path / "a.json", '[{"text": "Eins"}, {"text": "' + 300_000 * "x" + '"}]')
    assert "a value larger" in outcomes(array)[-1][1]
    one = write(tmp_path / "b.json", '{"text": "' + 300_000 * "x" + '"}')
    assert "an object larger" in problem(one)


def test_a_table_in_a_folder_is_read_only_when_it_is_named(tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl", "a.csv", "a.jsonl.gz"):
        write(tmp_path / name, LINES)
    assert "tables (.csv .json" in problem(tmp_path)
    write(tmp_path / "b.txt", "Text")
    assert outcomes(tmp_path) == [("/b.txt", "Text")]
    assert outcomes(f"{tmp_path}/*.jsonl") == [
        (f"{tmp_path}/a.jsonl#a", "Eins"),
        (f"{tmp_path}/a.jsonl#b", "Zwei"),
    ]
    write(tmp_path / "b.txt", LINES)
    assert "a data table; name it" in problem(tmp_path)


def test_results_can_be_read_again_when_their_text_is_named(tmp_path: Path) -> None:
    line = json.dumps({"release": {"id": "1", "text": "Preis für Ada"}, "awards": []})
    path = write(tmp_path / "awards.jsonl", line)
    assert "there are: release.id, release.text, awards" in problem(path)
    assert only(path, text="release.text").content == "Preis für Ada"


def test_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (LINES, json.dumps(ROWS), "id;text\na;Eins\nb;Zwei"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert outcomes("-") == BOTH


def test_rows_are_read_one_at_a_time() -> None:
    taken: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(5):
            taken.append(number)
            yield Row(number, {"text": "Eins"})

    next(releases_of(rows(), "a", Fields()))
    assert taken == [0]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_memory_does_not_grow_with_the_table(tmp_path: Path, name: str) -> None:
    text = 1000 * "x"
    rows = [json.dumps({"text": text})] * 20_000
    content = {
        "a.jsonl": "\n".join(rows),
        "a.json": f"[{','.join(rows)}]",
        "a.csv": f"text,n\n{''.join(20_000 * [text + ',1' + chr(10)])}",
    }[name]
    path = str(write(tmp_path / name, content))
    tracemalloc.start()
    assert sum(1 for _ in load([path])) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000 < len(content)


def test_a_reader_yields_what_it_has_before_the_end(tmp_path: Path) -> None:
    found = load([str(write(tmp_path / "a.jsonl", LINES + "{"))])
    assert isinstance(next(found), Release)
    assert [type(one) for one in found] == [Release, Unreadable]


def test_a_quote_that_is_never_closed_is_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,Erste Meldung\n2,"Zweite\n3,Dritte\n')
    found = list(load([str(path)]))
    assert [type(one) for one in found] == [Release, Unreadable]
    assert "quotes" in found[1].problem


def test_an_element_in_a_row_is_markup(tmp_path: Path) -> None:
    row = {"html": "<p>Die Stiftung hat <b>Anna Moll</b> geehrt.</p>"}
    release = only(write(tmp_path / "a.jsonl", json.dumps(row)))
    assert clean(release).string == "Die Stiftung hat Anna Moll geehrt."
