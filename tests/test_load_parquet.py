"""Parquet: a release a row, only the columns that are needed."""

import io
import tracemalloc
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from loading import only, outcomes, problem, write
from pyarrow import parquet

from lorbeer.clean import clean
from lorbeer.load import load


def table(**columns: list[Any]) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file, row_group_size=1000)
    return file.getvalue()


TWO = table(id=["a", "b"], text=["Eins", "Zwei"], vector=[[1.0], [2.0]])


@pytest.mark.parametrize("name", ["a.parquet", "a"])
def test_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert outcomes(write(tmp_path / name, TWO)) == [("#a", "Eins"), ("#b", "Zwei")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TWO)))
    assert outcomes("-") == [("#a", "Eins"), ("#b", "Zwei")]


@pytest.mark.parametrize("day", [date(2024, 5, 12), datetime(2024, 5, 12, 8), "2024-05-12"])
def test_what_a_row_says_about_its_release(tmp_path: Path, day: object) -> None:
    data = table(Titel=["Preis"], tag=[day], Body=["Ein Satz."], link=["https://example.org"])
    text = clean(only(write(tmp_path / "a.parquet", data), date="tag"))
    assert (text.title, text.url) == ("Preis", "https://example.org")
    assert text.published == date(2024, 5, 12)


def test_columns_of_objects(tmp_path: Path) -> None:
    data = table(release=[{"text": "Eins", "key": 7}])
    path = write(tmp_path / "a.parquet", data)
    assert outcomes(path) != [("#1", "Eins")]
    assert outcomes(path, text="release.text", id="release.key") == [("#7", "Eins")]


@pytest.mark.parametrize(
    ("data", "fields", "expected"),
    [
        (table(titel=["A"], nr=[1]), {}, "there are: titel, nr"),
        (TWO, {"text": "txt"}, "no field 'txt'; name one with --text-field"),
        (table(text=pyarrow.array([], pyarrow.string())), {}, "no row in this table"),
        (TWO[:60], {}, "a broken or cut off Parquet file"),
        (b"PAR1", {}, "a broken or cut off Parquet file"),
        (b"PARE" + TWO[4:], {}, "An encrypted Parquet file is not supported"),
    ],
)
def test_problems(tmp_path: Path, data: bytes, fields: dict[str, str], expected: str) -> None:
    assert expected in problem(write(tmp_path / "a.parquet", data), **fields)


def test_found_in_a_folder_it_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", TWO)
    assert "need to be named" in problem(tmp_path)


def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", table(text=[f"{n} {1000 * 'x'}" for n in range(20_000)]))
    tracemalloc.start()
    assert sum(1 for _ in load([str(path)])) == 20_000
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()
