"""The command line, with a chain that answers from memory."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from extractions import call, environment_prize, extraction
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from de_lorbeer import PipelineError
from lorbeer import chain
from lorbeer.cli import app
from lorbeer.flow import Extractor, Skipped, Unreadable
from lorbeer.load import Fields
from lorbeer.records import Extraction

Run = Callable[..., Result]


def fake_extract(
    inputs: Iterable[str],
    *,
    fields: Fields,
    extractor: Extractor,
    any_language: bool,
    keep_duplicates: bool,
    language_pipeline: str | None = None,
) -> Iterator[Extraction | Unreadable | Skipped]:
    """Awards in each input, but none in `empty`, failure in `broken`, Ctrl-C at `stop`.

    What has `english` in its name is skipped unless any language will do, what has `copy` unless
    duplicates are kept. In `learned` rules alone find nothing.
    """
    for number, source in enumerate(inputs):
        if "stop" in source:
            raise KeyboardInterrupt
        if "broken" in source:
            yield Unreadable(source, "is no text: convert it to HTML, Markdown or plain text")
        elif "english" in source and not any_language:
            yield Skipped(source, "not in German", "--any-language extracts it too")
        elif "copy" in source and not keep_duplicates:
            advice = "--keep-duplicates extracts it too"
            yield Skipped(source, "the same release as a.html", advice, duplicate_of="r0")
        elif "empty" in source or ("learned" in source and extractor == "rules"):
            yield extraction(id=f"r{number}", source=source)
        else:
            yield extraction(environment_prize(), call(), id=f"r{number}", source=source)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(chain, "extract", fake_extract, raising=False)

    def invoke(*words: Any, width: int = 80) -> Result:
        environment = {"COLUMNS": str(width), "TERM": "dumb", "NO_COLOR": "1"}
        return CliRunner().invoke(app, [str(word) for word in words], env=environment)

    return invoke


def test_rules_alone_if_asked_for(run: Run) -> None:
    assert "Umweltpreis" in run("extract", "learned.html").stdout
    alone = run("extract", "learned.html", "--extractor", "rules")
    assert alone.exit_code == 0 and "Deutscher" not in alone.stdout
    assert run("extract", "learned.html", "--extractor", "guesses").exit_code == 2


def test_a_table_shows_all_there_is_to_know(run: Run) -> None:
    result = run("extract", "preis.html", width=200)
    assert result.exit_code == 0
    for fact in (
        "Umweltpreis vergeben",
        "preis.html · 2023-11-02",
        "Deutscher Umweltpreis",
        "awarded · 2023-10-30 to 2023-10-31",
        "1. Anna Müller, Jörg Weiß · 250,000.50 EUR",
        "• Can Öztürk · commendation · Forschung",
        "conferred by: Deutsche Bundesstiftung Umwelt",
        "presented by: Frank-Walter Steinmeier",
        "event: Festakt, Lübeck",
        "partners: Nordbank, TU Kiel",
        "regions: Niedersachsen",
        "endowment: 500,000 EUR",
        "deadline: 2023-06-30",
        "Heimatpreis",
    ):
        assert fact in result.stdout
    assert result.stderr == "1 release, 2 awards, 2 honours\n"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_fits_the_terminal_and_cuts_nothing(run: Run, width: int) -> None:
    output = run("extract", "preis.html", width=width).stdout
    assert max(cell_len(line) for line in output.splitlines()) <= width
    assert "…" not in output


def test_a_release_without_awards_says_so(run: Run) -> None:
    assert "no award found" in run("extract", "empty.txt").stdout


def test_data_formats_go_to_standard_output_alone(run: Run) -> None:
    lines = run("extract", "a.html", "empty.txt", "--format", "jsonl").stdout.splitlines()
    assert [len(json.loads(line)["awards"]) for line in lines] == [2, 0]
    array = json.loads(run("extract", "a.html", "b.html", "--format", "json").stdout)
    assert [one["release"]["source"] for one in array] == ["a.html", "b.html"]
    rows = csv.DictReader(io.StringIO(run("extract", "a.html", "--format", "csv").stdout))
    assert [row["recipient"] for row in rows] == ["Anna Müller", "Jörg Weiß", "Can Öztürk", ""]


def test_failures_are_lines_and_exit_status_1(run: Run) -> None:
    result = run("extract", "a.html", "broken.bin", "b.html", "--format", "jsonl", width=20)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.splitlines() == [
        "broken.bin: is no text: convert it to HTML, Markdown or plain text",
        "2 releases, 4 awards, 4 honours; 1 input failed",
    ]


def test_what_is_skipped_is_a_line_and_no_failure(run: Run) -> None:
    result = run("extract", "a.html", "english.html", "--format", "jsonl", width=20)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "english.html: not in German, skipped; --any-language extracts it too",
        "1 release, 2 awards, 2 honours; 1 skipped",
    ]
    copy = run("extract", "a.html", "copy.html").stderr.splitlines()[0]
    assert copy == (
        "copy.html: the same release as a.html, skipped; --keep-duplicates extracts it too"
    )
    both = run("extract", "english.html", "broken.bin", "copy.html").stderr
    assert both.endswith("0 releases, 0 awards, 0 honours; 1 input failed, 2 skipped\n")


@pytest.mark.parametrize("command", [["extract"], ["store", "--to", "sqlite://"]])
@pytest.mark.parametrize(
    ("source", "option"), [("english.html", "--any-language"), ("copy.html", "--keep-duplicates")]
)
def test_what_is_skipped_is_extracted_if_wanted(
    run: Run, command: list[str], source: str, option: str
) -> None:
    result = run(*command, source, option)
    assert result.stderr == "1 release, 2 awards, 2 honours\n"


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    result = run("extract", "a.html", "--format", "csv", "--output", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_text("utf-8").startswith("release_id,source,")


def test_an_output_that_is_an_input_is_refused(run: Run, tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text("precious", encoding="utf-8")
    for source in (release, tmp_path, tmp_path / "*.txt"):
        result = run("extract", source, "--output", release)
        assert (result.exit_code, release.read_text("utf-8")) == (2, "precious")
        told = "lies in the input folder" if source == tmp_path else "would be read as part"
        assert told in result.stderr


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.JSON", "out.jsonl.gz"])
def test_results_do_not_go_into_the_input_folder(run: Run, tmp_path: Path, name: str) -> None:
    result = run("extract", tmp_path, "--format", "jsonl", "--output", tmp_path / name)
    assert result.exit_code == 2
    assert f"lorbeer: {tmp_path / name}: lies in the input folder" in result.stderr
    assert not (tmp_path / name).exists()


def test_an_output_beside_the_inputs_is_fine(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    result = run("extract", folder, "--format", "jsonl", "--output", tmp_path / "out.jsonl")
    assert result.exit_code == 0


@pytest.mark.parametrize("command", [["extract"], ["store", "--to", "sqlite://"]])
def test_names_of_fields_reach_the_chain(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    asked: list[Fields] = []

    def listen(inputs: Iterable[str], *, fields: Fields, **_: Any) -> Iterator[Extraction]:
        asked.append(fields)
        return iter(())

    monkeypatch.setattr(chain, "extract", listen)
    named = ["--text-field", "a.text", "--id-field", "key", "--date-field", "day"]
    run(*command, "a.jsonl", *named)
    run(*command, "a.jsonl")
    assert asked == [Fields("a.text", "key", "day"), Fields()]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["extract", "a.html", "--format", "xml"], "xml"),
        (["extract", "a.html", "--output", "no/such/folder/out"], "cannot be written"),
        (["extract"], "INPUT"),
        (["store", "a.html"], "--to"),
        (["store", "a.html", "--to", "awards.db"], "sqlite:///awards.db"),
        (["evaluate", "missing.jsonl"], "missing.jsonl: cannot be read"),
        (["evaluate", "missing.jsonl", "--errors", "winner"], "winner"),
        (["evaluate", "missing.jsonl", "--format", "pdf"], "pdf"),
        (["evaluate", "missing.jsonl", "--json", "--format", "html"], "exclude each other"),
        (["evaluate", "gold.jsonl", "found.jsonl", "--extractor", "rules"], "FOUND is read as is"),
        (["evaluate", "g.jsonl", "f.jsonl", "--language-pipeline", "de_x"], "and FOUND exclude"),
    ],
)
def test_wrong_usage_is_exit_status_2(run: Run, words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_language_pipeline_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Iterator[Extraction]:
        raise PipelineError("language pipeline de_nothing not found; install it")

    monkeypatch.setattr(chain, "extract", fail)
    result = run("extract", "a.html", "--language-pipeline", "de_nothing")
    assert result.exit_code == 2
    assert result.stderr == "lorbeer: language pipeline de_nothing not found; install it\n"


def test_the_language_pipeline_reaches_the_chain(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def listen(
        inputs: Iterable[str], *, language_pipeline: str | None, **_: object
    ) -> Iterator[Extraction]:
        asked.append(language_pipeline)
        return iter(())

    monkeypatch.setattr(chain, "extract", listen)
    run("extract", "a.html", "--language-pipeline", "de_core_news_sm")
    run("extract", "a.html")
    assert asked == ["de_core_news_sm", None]


def test_an_interruption_leaves_valid_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    result = run("extract", "a.html", "stop", "b.html", "--format", "json", "--output", path)
    assert result.exit_code == 130
    assert result.stderr == "interrupted after 1 release, 2 awards, 2 honours\n"
    assert len(json.loads(path.read_text("utf-8"))) == 1


def test_store_fills_a_database(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "awards.db"
    for _ in range(2):
        assert run("store", "a.html", "b.html", "--to", f"sqlite:///{path}").exit_code == 0
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM awards").fetchall() == [(4,)]


def test_store_links_copies_to_their_release(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "awards.db"
    result = run("store", "a.html", "copy.html", "--to", f"sqlite:///{path}")
    assert (result.exit_code, result.stderr.count("skipped")) == (0, 2)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT source, release_id FROM duplicates").fetchall()
    assert rows == [("copy.html", "r0")]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two documents: the fake chain finds one award too many in the first, fails at the second."""
    prize = {"name": ["Deutscher Umweltpreis"], "stage": "awarded", "regions": [["Niedersachsen"]]}
    lines = [
        {"id": "one", "awards": [prize], "source": {"file": "a.html"}},
        {"id": "two", "awards": [], "source": {"file": "broken.html"}},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_evaluate_reads_the_documents_of_gold(run: Run, gold: Path) -> None:
    result = run("evaluate", gold, "--json")
    figures = json.loads(result.stdout)
    assert figures["slots"]["award"]["precision"] == 0.5
    assert figures["slots"]["region"]["f1"] == 1
    assert figures["negatives"] == {"total": 1, "clean": 1}
    assert result.exit_code == 1
    assert f"{gold.parent / 'broken.html'}: is no text" in result.stderr
    assert "1 release not among those found: two" in result.stderr


def test_evaluate_skips_nothing(run: Run, tmp_path: Path) -> None:
    names = ("a", "english", "copy")
    lines = [{"id": name, "awards": [], "source": {"file": f"{name}.html"}} for name in names]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = run("evaluate", path)
    assert result.exit_code == 0
    assert "3 releases, 6 awards, 6 honours\n" in result.stderr


def test_evaluate_wants_facts_about_the_same_releases(run: Run, gold: Path) -> None:
    found = gold.parent / "found.jsonl"
    run("extract", "elsewhere.html", "--format", "jsonl", "--output", found)
    for words in ((gold, found), (gold, "--compare", found)):
        result = run("evaluate", *words)
        assert result.exit_code == 2
        assert f"{found}: none of its releases is in gold" in result.stderr


def test_a_language_pipeline_of_the_environment_does_not_hinder_evaluate(
    run: Run, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LORBEER_LANGUAGE_PIPELINE", "de_lorbeer")
    found = gold.parent / "found.jsonl"
    run("extract", gold.parent / "preis.html", "--format", "jsonl", "--output", found)
    assert "exclude each other" not in run("evaluate", gold, found).stderr


def test_evaluate_never_writes_over_what_it_reads(run: Run, gold: Path) -> None:
    before = gold.read_bytes()
    result = run("evaluate", gold, "--output", gold)
    assert (result.exit_code, gold.read_bytes()) == (2, before)
    assert "name another file" in result.stderr


def test_evaluate_takes_what_extract_wrote(run: Run, gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    run("extract", "one.html", "two-empty.html", "--format", "jsonl", "--output", found)
    result = run("evaluate", gold, found, "--errors", "award")
    assert result.exit_code == 0
    assert "extra  Heimatpreis  [by-hand, 0.50]" in result.stdout
    assert "2 releases; 1 without an award, 1 of them left clean" in result.stdout
    row = next(line.split() for line in result.stdout.splitlines() if line[:6] == " award")
    assert row == ["award", "1", "0.500", "1.000", "0.667", "0.000", "to", "0.667", "0.667"]


@pytest.mark.parametrize(
    ("name", "start"),
    [("json", "{"), ("markdown", "# Evaluation of "), ("html", "<!DOCTYPE html>")],
)
def test_evaluate_writes_reports(run: Run, gold: Path, name: str, start: str) -> None:
    report = gold.parent / "report"
    found = gold.parent / "found.jsonl"
    run("extract", "one.html", "two-empty.html", "--format", "jsonl", "--output", found)
    options = ("--format", name, "--output", report)
    result = run("evaluate", gold, found, "--compare", found, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    assert report.read_text("utf-8").lstrip().startswith(start)


def test_evaluate_compares_two_runs(run: Run, gold: Path, tmp_path: Path) -> None:
    found, other = tmp_path / "found.jsonl", tmp_path / "other.jsonl"
    run("extract", "one.html", "two-empty.html", "--format", "jsonl", "--output", found)
    run("extract", "one-empty.html", "one.html", "--format", "jsonl", "--output", other)
    text = other.read_text("utf-8").replace("one-empty", "two").replace("one.html", "three.html")
    other.write_text(text, encoding="utf-8")
    result = run("evaluate", gold, found, "--compare", other, "--errors", "award")
    assert result.exit_code == 0
    assert "gained  Deutscher Umweltpreis" in result.stdout
    assert "found.jsonl against other.jsonl" in result.stdout
    assert "other.jsonl: 1 release not among those found: one" in result.stderr


def test_schema_is_the_contract(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert set(schema["properties"]) == {"release", "awards", "rejected"}


def test_version_is_one_line(run: Run) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("lorbeer ")
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    "command", ["extract", "store", "fetch", "explain", "rules", "evaluate", "schema"]
)
def test_help_shows_examples_on_their_own_lines(run: Run, command: str) -> None:
    lines = [line.strip() for line in run(command, "--help", width=100).stdout.splitlines()]
    assert any(line.startswith(f"lorbeer {command}") for line in lines)
