"""Store: what was written can be read back."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from extractions import call, environment_prize, extraction

from lorbeer.flow import Skipped
from lorbeer.records import Extraction
from lorbeer.store import FORMATS, StoreError, open_database, open_writer

BOTH = [extraction(environment_prize(), call()), extraction(id="r2")]


def written(format: str, *extractions: Extraction) -> str:
    stream = io.StringIO()
    with open_writer(format, stream) as writer:
        for one in extractions:
            writer.write(one)
    return stream.getvalue()


def test_json_lines_hold_one_release_each() -> None:
    lines = written("jsonl", *BOTH).splitlines()
    assert [Extraction.model_validate_json(line) for line in lines] == BOTH


def test_json_lines_arrive_at_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        open_writer("jsonl", stream).write(BOTH[0])
        assert path.read_text("utf-8").endswith("}\n")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_one_array(count: int) -> None:
    array = json.loads(written("json", *BOTH[:count]))
    assert [Extraction.model_validate(one) for one in array] == BOTH[:count]


def test_json_is_valid_after_an_interruption() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyboardInterrupt), open_writer("json", stream) as writer:
        writer.write(BOTH[0])
        raise KeyboardInterrupt
    assert len(json.loads(stream.getvalue())) == 1


def test_csv_has_a_row_per_award_honour_and_recipient() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", *BOTH))))
    assert [(row["award"], row["recipient"], row["rank"], row["status"]) for row in rows] == [
        ("Deutscher Umweltpreis", "Anna Müller", "1", "winner"),
        ("Deutscher Umweltpreis", "Jörg Weiß", "1", "winner"),
        ("Deutscher Umweltpreis", "Can Öztürk", "", "commendation"),
        ("Heimatpreis", "", "", ""),
    ]
    assert (
        rows[0]
        | {
            "release_id": "r1",
            "source": "preis.html",
            "published": "2023-11-02",
            "award_id": "award-1",
            "date": "2023-10-30/2023-10-31",
            "event_place": "Lübeck",
            "conferred_by": "Deutsche Bundesstiftung Umwelt",
            "partners": "Nordbank;TU Kiel",
            "regions": "Niedersachsen",
            "prize_money": "250000.50",
            "currency": "EUR",
            "recipient_kind": "person",
            "confidence": "0.93",
            "honour_confidence": "0.8",
            "deadline": "2023-06-30",
        }
        == rows[0]
    )


def test_csv_of_nothing_is_the_head_row() -> None:
    assert written("csv").count("\n") == 1


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(StoreError, match=", ".join(FORMATS)):
        open_writer("xml", io.StringIO())


def ask(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def stored(path: Path, *extractions: Extraction) -> Path:
    with open_database(f"sqlite:///{path}") as writer:
        for one in extractions:
            writer.write(one)
    return path


TABLES = ("releases", "awards", "honours", "parties", "regions", "evidence")


def sizes(path: Path) -> dict[str, int]:
    return {table: ask(path, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def test_database_joins_recipients_to_their_award(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", *BOTH)
    query = """
        SELECT releases.source, awards.name, parties.name, honours.rank, honours.prize_money
        FROM parties JOIN honours ON honours.id = parties.honour_id
        JOIN awards ON awards.id = honours.award_id JOIN releases ON releases.id = release_id
        WHERE parties.role = 'recipient' ORDER BY parties.id
    """
    assert ask(path, query) == [
        ("preis.html", "Deutscher Umweltpreis", "Anna Müller", 1, 250000.5),
        ("preis.html", "Deutscher Umweltpreis", "Jörg Weiß", 1, 250000.5),
        ("preis.html", "Deutscher Umweltpreis", "Can Öztürk", None, None),
    ]


def test_database_tells_the_roles_of_parties(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", *BOTH)
    roles = "SELECT role, name, partner_of FROM parties WHERE role <> 'recipient' ORDER BY id"
    assert ask(path, roles) == [
        ("conferred_by", "Deutsche Bundesstiftung Umwelt", None),
        ("presented_by", "Frank-Walter Steinmeier", None),
        ("partner", "Nordbank", "award"),
        ("partner", "TU Kiel", "winner"),
    ]
    assert ask(path, "SELECT name, iso, ags, nuts FROM regions") == [
        ("Niedersachsen", "DE-NI", "03", "DE9")
    ]


def test_database_keeps_every_proof_with_its_owner(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", *BOTH)
    of_award = """
        SELECT field FROM evidence JOIN awards ON awards.id = evidence.award_id
        WHERE record_id = 'award-1' AND coalesce(honour_id, party_id, region_id) IS NULL
    """
    fields = {field for (field,) in ask(path, of_award)}
    assert fields == {
        "name",
        "year",
        "date",
        "deadline",
        "endowment",
        "event.name",
        "event.place",
    }
    of_party = """
        SELECT field, text, start_offset, end_offset FROM evidence JOIN parties
        ON parties.id = party_id WHERE parties.name = 'Can Öztürk'
    """
    assert ask(path, of_party) == [("name", "Can Öztürk", 0, 10)]


def test_storing_a_release_again_replaces_it(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", *BOTH)
    before = sizes(path)
    assert before["awards"] == 2
    assert sizes(stored(path, *BOTH, *BOTH)) == before
    assert sizes(stored(path, extraction())) == dict.fromkeys(TABLES, 0) | {"releases": 2}


COPY = Skipped("b.html", "the same", "keep it", url="https://b.example/1", duplicate_of="r1")
COPIES = "SELECT source, url, release_id FROM duplicates"


def test_copies_are_linked_to_their_release_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "awards.db"
    with open_database(f"sqlite:///{path}") as writer:
        writer.write(BOTH[0])
        for _ in range(2):
            writer.skip(COPY)
        writer.skip(Skipped("c.html", "not in German", "take it"))
    assert ask(path, COPIES) == [("b.html", "https://b.example/1", "r1")]
    assert ask(stored(path, BOTH[0]), COPIES) == [("b.html", "https://b.example/1", "r1")]


def test_a_copy_that_is_stored_itself_is_none_any_more(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", BOTH[0])
    with open_database(f"sqlite:///{path}") as writer:
        writer.skip(COPY)
        writer.write(extraction(id="r2", source="b.html"))
    assert ask(path, COPIES) == []
    assert ask(path, "SELECT id, source FROM releases ORDER BY id") == [
        ("r1", "preis.html"),
        ("r2", "b.html"),
    ]


def test_a_copy_of_nothing_is_one_line(tmp_path: Path) -> None:
    with (
        open_database(f"sqlite:///{tmp_path / 'awards.db'}") as writer,
        pytest.raises(StoreError, match=r"b\.html could not be stored"),
    ):
        writer.skip(COPY)


@pytest.mark.parametrize("format", FORMATS)
def test_files_say_nothing_of_copies(format: str) -> None:
    stream = io.StringIO()
    with open_writer(format, stream) as writer:
        writer.write(BOTH[0])
        writer.skip(COPY)
    assert stream.getvalue() == written(format, BOTH[0])


def test_a_release_stored_again_tells_where_it_was_read_last(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", BOTH[0], extraction(id="r1", source="neu.html"))
    assert ask(path, "SELECT id, source FROM releases") == [("r1", "neu.html")]


def test_a_release_that_fails_leaves_the_stored_one(tmp_path: Path) -> None:
    path = stored(tmp_path / "awards.db", BOTH[0])
    before = sizes(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE regions")
        connection.execute("CREATE TABLE regions (id INTEGER PRIMARY KEY)")
    with pytest.raises(StoreError, match=r"preis\.html could not be stored"):
        stored(path, BOTH[0])
    assert sizes(path) == before | {"regions": 0}


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("awards.db", "sqlite:///awards.db"),
        ("sqlite:////no/such/folder/awards.db", "unable to open"),
        ("cobol://host/awards", "use sqlite or postgresql"),
        ("mysql+pymysql://me:secret@host/awards", "pip install pymysql"),
    ],
)
def test_a_database_that_cannot_be_opened_is_one_line(url: str, advice: str) -> None:
    with pytest.raises(StoreError) as problem:
        open_database(url)
    message = str(problem.value)
    assert advice in message
    assert "secret" not in message
    assert "\n" not in message


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are notes and no database" * 50, encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.txt"):
        open_database(f"sqlite:///{path}")
