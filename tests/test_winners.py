"""Winners: who cannot win by being likely alone."""

import pytest

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble.deciding import survey
from lorbeer.assemble.judging.winners import exclusion
from lorbeer.clean import clean
from lorbeer.load import release_from_text

_TABLE = (
    "# Die Sieger des Tannwald-Preises\n\n| Platz | Name | Betrieb |\n|---|---|---|\n"
    "| 1 | Anna Moll | Bäckerei Thal |\n| 2 | Jan Holt | Tischlerei Brandt |"
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Moll", ""),
        ("Bäckerei Thal", "stands beside those whom a line of results names"),
    ],
)
def test_bodies_in_lines_that_honour_persons(name: str, expected: str) -> None:
    text = clean(release_from_text(_TABLE, "t.md"))
    overview = survey(annotate(text, language_pipeline()))
    candidate = next(c for c in overview.parties if c.name == name)
    assert exclusion(candidate, overview) == expected


_FORMER = (
    "# Tannwald-Preis 2022\n\nAnna Moll erhielt am Freitag den Tannwald-Preis.\n\n"
    "## Bisherige Preisträgerinnen und Preisträger\n\n- 2020 Jan Holt\n- 2018 Eva Kurz\n"
)


@pytest.mark.parametrize(
    ("name", "expected"), [("Anna Moll", ""), ("Eva Kurz", "named among former winners")]
)
def test_those_below_a_heading_for_former_winners(name: str, expected: str) -> None:
    text = clean(release_from_text(_FORMER, "t.md"))
    overview = survey(annotate(text, language_pipeline()))
    candidate = next(c for c in overview.parties if c.name == name)
    assert exclusion(candidate, overview) == expected


def test_the_body_whose_name_ends_with_who_confers() -> None:
    text = "Klimapreis in Au\n\nDie Gemeinde Au hat den Klimapreis vergeben. Es war ein Fest."
    overview = survey(annotate(clean(release_from_text(text, "t.txt")), language_pipeline()))
    names = {c.name: exclusion(c, overview) for c in overview.parties}
    assert names["Gemeinde Au"] == "confers or presents the award"
