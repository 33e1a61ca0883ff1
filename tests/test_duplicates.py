"""Duplicates: a copy on another site is recognised, the same template with other facts is not."""

import unicodedata
from pathlib import Path
from time import perf_counter

import pytest

import lorbeer
from lorbeer.clean import clean
from lorbeer.duplicates import Originals
from lorbeer.flow import Skipped, Text
from lorbeer.load import load, release_from_text
from lorbeer.records import Extraction

CORPUS = Path(__file__).parents[1] / "corpus"
TITLE = "Lesepreis für die Stadtbücherei Talheim"
DATELINE = "Talheim, 12. Mai 2024. "
SENTENCES = (
    "Das Kultusministerium zeichnete am Freitag die Stadtbücherei Talheim mit dem "
    "„Tannwald-Lesepreis“ des Jahres 2024 aus.",
    "Die Jury lobte vor allem die Abende, an denen Kinder den Erwachsenen vorlesen – und nicht "
    "umgekehrt.",
    "Den zweiten Platz belegte die Grundschule Lauffen mit ihrer Bücherkiste für den Schulhof.",
    "Die Laudatio hielt Karin Thal, die seit zwanzig Jahren Bücher für junge Leserinnen schreibt.",
    "Der Preis ist mit 3.000 Euro dotiert und wird alle zwei Jahre an Einrichtungen im Land "
    "vergeben.",
    "Mit dem Geld will die Bücherei eine Leseecke einrichten, in der man auch laut lachen darf.",
    "Zur Feier im Rathaus kamen mehr als hundert Gäste aus der Stadt und aus den Dörfern ringsum.",
    "Bewerbungen für die nächste Runde nimmt das Ministerium vom kommenden Herbst an entgegen.",
)
BODY = " ".join(SENTENCES)
WINNERS = ["Anna Moll", "Jan Holt", "Mia Kerner", "Ole Brandt", "Ida Sommer"]
MENU = "<nav><ul><li>Startseite<li>Presse<li>Kontakt</ul></nav>"
SHORT = "Der Preis geht an Anna Moll aus Talheim."


def text_of(content: str) -> Text:
    return clean(release_from_text(content))


def release(body: str = BODY, title: str = TITLE, dateline: str = DATELINE) -> str:
    return f"{title}\n\n{dateline}{body}\n"


def with_winners(names: list[str]) -> str:
    return release(BODY + "\n\n" + "\n".join(f"- {name}" for name in names))


def is_copy(other: str, original: str) -> bool:
    originals = Originals()
    assert originals.find_or_add(text_of(original), "1", "a.html") is None
    found = originals.find_or_add(text_of(other), "2", "b.html")
    assert found is None or (found.id, found.source) == ("1", "a.html")
    return found is not None


MAIN = f"<main><h1>{TITLE}</h1><p>{BODY}</p></main>"
PAGE = f"<!doctype html><body>{MENU}{MAIN}<footer>Impressum</footer>"
PLAIN = BODY.replace("„", '"').replace("“", '"').replace(" – ", " - ")


@pytest.mark.parametrize(
    "other",
    [
        release(),
        release(title="Talheimer Bücherei liest am besten"),
        release(dateline="Stuttgart (red), 14.05.2024 - "),
        release(dateline=""),
        release(PLAIN),
        release(unicodedata.normalize("NFD", BODY)),
        release(BODY.replace("3.000 Euro", "3.000\u00a0Euro").replace("Lese", "Le\u00adse")),
        release(BODY.replace(". ", ".\n\n")),
        PAGE,
        release(" ".join(SENTENCES[:-1])),
        release(" ".join(SENTENCES[:3] + SENTENCES[4:])),
        release(BODY + " Der Eintritt in die Bücherei bleibt für alle Kinder frei."),
        release(BODY + "\n\nPressekontakt:\nLea Wirth, Telefon 0711 0000"),
    ],
    ids=[
        "the same",
        "other title",
        "other dateline",
        "no dateline",
        "plain typography",
        "decomposed umlauts",
        "fixed spaces and soft hyphens",
        "other paragraphs",
        "a page with navigation",
        "last sentence cut",
        "inner sentence cut",
        "a sentence more",
        "with a contact",
    ],
)
def test_copies(other: str) -> None:
    assert is_copy(other, release())
    assert is_copy(release(), other)


@pytest.mark.parametrize(
    ("other", "original"),
    [
        (release(BODY.replace("Stadtbücherei Talheim", "Stadtbücherei Abstatt")), release()),
        (release(BODY.replace("2024", "2026")), release()),
        (release(BODY.replace("Karin Thal", "Ruth Amsel")), release()),
        (release(BODY.replace("3.000", "5.000")), release()),
        (with_winners(["Ben Adler", *WINNERS[1:]]), with_winners(WINNERS)),
        (with_winners([*WINNERS[:-1], "Ben Adler"]), with_winners(WINNERS)),
        (release(" ".join(SENTENCES[:4])), release()),
        (SHORT.replace("Anna Moll", "Jan Holt"), SHORT),
        (f"Kulturpreis 2025\n\n{SHORT}", f"Kulturpreis 2024\n\n{SHORT}"),
        ("", ""),
    ],
    ids=[
        "other winner",
        "other year",
        "other speaker",
        "other amount",
        "first in a list",
        "last in a list",
        "half of it",
        "short text with other winner",
        "short text with other title",
        "nothing",
    ],
)
def test_other_facts_are_no_copies(other: str, original: str) -> None:
    assert not is_copy(other, original)


@pytest.mark.parametrize("text", [SHORT, release(" ".join([BODY] * 30))], ids=["short", "long"])
def test_texts_of_any_length_that_are_the_same_are_copies(text: str) -> None:
    assert is_copy(text, text)


def test_a_long_table_is_compared_in_no_time() -> None:
    rows = [f"Startnummer {n} TSV Talheim Punkte {n % 7} Zeit {n % 60}" for n in range(1000)]
    started = perf_counter()
    assert not is_copy(release("\n".join(rows[1:])), release("\n".join(rows)))
    assert perf_counter() - started < 5


def test_a_copy_of_one_edition_is_told_from_the_others() -> None:
    originals = Originals()
    editions = [release(BODY.replace("2024", str(year))) for year in range(2010, 2024)]
    for number, edition in enumerate(editions):
        assert originals.find_or_add(text_of(edition), str(number), f"{number}.html") is None
    page = PAGE.replace("2024", "2013")
    found = originals.find_or_add(text_of(page), "x", "x.html")
    assert found is not None
    assert found.source == "3.html"


def test_a_copy_of_a_copy_is_linked_to_the_original() -> None:
    originals = Originals()
    copy = release(" ".join(SENTENCES[:-1]))
    found = [originals.find_or_add(text_of(one), one, "") for one in (release(), copy, copy)]
    assert [original and original.id for original in found] == [None, release(), release()]


def test_the_corpus_holds_no_copies() -> None:
    originals = Originals()
    texts = [clean(one) for one in load(str(CORPUS / part) for part in ("dev", "test", "train"))]
    assert [originals.find_or_add(text, "", "") for text in texts] == [None] * 2835


def test_a_copy_is_skipped_unless_wanted(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.html"
    first.write_text(release(), encoding="utf-8")
    second.write_text(PAGE, encoding="utf-8")
    original, skipped = lorbeer.extract([first, second])
    assert isinstance(original, Extraction)
    assert skipped == Skipped(
        str(second),
        f"the same release as {first}",
        "--keep-duplicates extracts it too",
        duplicate_of=original.release.id,
    )
    both = list(lorbeer.extract([first, second], keep_duplicates=True))
    assert [type(one) for one in both] == [Extraction, Extraction]
