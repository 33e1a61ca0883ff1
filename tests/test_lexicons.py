"""Lexicons and gazetteers: all can be read, hold each entry once and mean what they say."""

from collections import Counter
from pathlib import Path
from typing import get_args
from unicodedata import is_normalized

import pytest

from de_lorbeer import data
from lorbeer.records import AwardKind, RegionKind

FOLDERS = (data.ROOT / "lexicon", data.ROOT / "gazetteer")
LISTS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))
TABLES = sorted(path for folder in FOLDERS for path in folder.glob("*.tsv"))
REGIONS = data.table("gazetteer/regions.tsv")
STATES = 16 + 9 + 26


def rows(path: Path) -> tuple[dict[str, str], ...]:
    return data.table(path.relative_to(data.ROOT).as_posix())


def entry_lines(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def repeated(entries: list[str]) -> list[str]:
    return [entry for entry, count in Counter(entries).items() if count > 1]


def mapping(name: str, word: str) -> dict[str, int]:
    return {row[word].lower(): int(row["number"]) for row in data.table(f"lexicon/{name}.tsv")}


def test_the_folders_hold_only_lists_and_tables() -> None:
    assert {path.suffix for folder in FOLDERS for path in folder.iterdir()} == {".txt", ".tsv"}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_word_list_holds_each_entry_once(path: Path) -> None:
    entries = [line.strip() for line in entry_lines(path)]
    assert data.words(path.stem) == set(entries)
    assert entries
    assert repeated(entries) == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_holds_each_entry_once_under_every_column(path: Path) -> None:
    header, *lines = entry_lines(path)
    columns = header.split("\t")
    assert [line for line in lines if line.count("\t") != len(columns) - 1] == []
    assert len(rows(path)) == len(lines) > 0
    assert repeated([row[columns[0]] for row in rows(path)]) == []


@pytest.mark.parametrize("path", [*LISTS, *TABLES], ids=lambda path: path.stem)
def test_letters_are_composed(path: Path) -> None:
    assert is_normalized("NFC", path.read_text("utf-8"))


def test_every_region_has_a_kind_that_the_records_know() -> None:
    assert {row["kind"] for row in REGIONS} == set(get_args(RegionKind))


def test_every_award_has_a_kind_that_the_records_know() -> None:
    kinds = {row["kind"] for row in data.table("gazetteer/awards.tsv")}
    kinds |= {row["kind"] for row in data.table("lexicon/award_heads.tsv")}
    assert kinds <= set(get_args(AwardKind))


def test_award_heads_have_a_gender_and_a_strength() -> None:
    heads = data.table("lexicon/award_heads.tsv")
    assert {row["gender"] for row in heads} == {"m", "f", "n", "p"}
    assert {row["strength"] for row in heads} == {"strong", "weak"}


def test_a_name_or_alias_means_one_region() -> None:
    names = [[row["name"], *filter(None, row["aliases"].split(";"))] for row in REGIONS]
    assert repeated([name for region in names for name in region]) == []


def test_regions_lie_within_known_areas() -> None:
    known = {row["name"] for row in REGIONS} | {"Welt"}
    assert sorted({row["within"] for row in REGIONS if row["within"]} - known) == []


def test_the_states_of_three_countries_are_there_with_their_codes() -> None:
    states = {row["iso"]: row["name"] for row in REGIONS if row["kind"] == "state"}
    assert sum(iso[:3] in {"DE-", "AT-", "CH-"} for iso in states) == STATES
    assert (states["DE-NI"], states["AT-6"], states["CH-UR"]) == (
        "Niedersachsen",
        "Steiermark",
        "Uri",
    )


def test_municipality_keys_have_two_or_five_digits() -> None:
    keys = [row["ags"] for row in REGIONS if row["ags"]]
    assert [key for key in keys if not (key.isdigit() and len(key) in {2, 5})] == []


def test_first_names_are_either_plain_or_ambiguous() -> None:
    assert data.words("first_names") & data.words("first_names_ambiguous") == set()


@pytest.mark.parametrize(
    ("word", "number"),
    [("eins", 1), ("zwölf", 12), ("dritter", 3), ("siebten", 7), ("zwanzigste", 20)],
)
def test_number_words(word: str, number: int) -> None:
    assert mapping("numbers", "word")[word] == number


@pytest.mark.parametrize(
    ("word", "number"), [("jänner", 1), ("märz", 3), ("sept.", 9), ("dezember", 12)]
)
def test_month_names(word: str, number: int) -> None:
    assert mapping("months", "name")[word] == number


@pytest.mark.parametrize(
    ("word", "number"), [("montag", 1), ("mittwochabend", 3), ("sonnabend", 6), ("sonntag", 7)]
)
def test_weekday_names(word: str, number: int) -> None:
    assert mapping("weekdays", "name")[word] == number


def test_months_and_weekdays_are_complete() -> None:
    assert set(mapping("months", "name").values()) == set(range(1, 13))
    assert set(mapping("weekdays", "name").values()) == set(range(1, 8))


def test_currencies_have_iso_codes() -> None:
    codes = {row["word"]: row["code"] for row in data.table("lexicon/currencies.tsv")}
    assert (codes["€"], codes["Franken"], codes["US-Dollar"]) == ("EUR", "CHF", "USD")
    assert all(len(code) == 3 and code.isupper() for code in codes.values())
