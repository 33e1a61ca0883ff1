"""Validate: drafts become awards with their evidence, or rejections with their reasons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from lorbeer.flow import Block, Draft, HonourDraft, Mention, PartyDraft, Text
from lorbeer.records import Award, Date, Event, Evidence, Honour, Money, Party, Region, Rejection
from lorbeer.validate import validate

STRING = (
    "Die Stiftung Lesefuchs (SLF) verlieh am 3. Mai 2023 in Ulm zum zwölften Mal den "
    "Tannwald-Preis: Anna Moll bekam in der Kategorie Lyrik den 2. Preis, dotiert mit "
    "5.000 Euro."
)
TEXT = Text(
    STRING,
    (Block("paragraph", 0, len(STRING), "body"),),
    tuple(range(len(STRING))),
    published=date(2023, 5, 4),
)


def mention(words: str, label: str = "NAME", start: int | None = None) -> Mention:
    at = STRING.index(words) if start is None else start
    return Mention(label, at, at + len(words), words, "test.rule")


def party(name: str, **details: Mention) -> PartyDraft:
    return PartyDraft(name, "person", (mention(name),), **details)


def draft(**fields: Any) -> Draft:
    whole: dict[str, Any] = {
        "name": "Tannwald-Preis",
        "kind": "prize",
        "stage": "awarded",
        "names": (mention("Tannwald-Preis"),),
        "source": mention("verlieh"),
        "confidence": 0.876,
    }
    return Draft(**whole | fields)


def award(**fields: Any) -> Award:
    found = validate(draft(**fields), TEXT, "r1")
    assert isinstance(found, Award)
    return found


def reasons(**fields: Any) -> list[str]:
    found = validate(draft(**fields), TEXT, "r1")
    assert isinstance(found, Rejection)
    return found.reasons


def test_the_least_award() -> None:
    found = award()
    assert (found.name, found.kind, found.stage, found.honours) == (
        "Tannwald-Preis",
        "prize",
        "awarded",
        [],
    )
    assert {name: [one.text for one in proofs] for name, proofs in found.evidence.items()} == {
        "name": ["Tannwald-Preis"],
        "stage": ["verlieh"],
    }


def test_values_are_normalised_and_keep_the_words_that_prove_them() -> None:
    found = award(date=mention("3. Mai 2023"), edition=mention("zum zwölften Mal"))
    assert found.date == Date(start="2023-05-03", precision="day")
    assert (found.year, found.edition) == (2023, 12)
    assert [one.text for one in found.evidence["edition"]] == ["zum zwölften Mal"]
    assert [one.text for one in found.evidence["year"]] == ["3. Mai 2023"]


def test_honour() -> None:
    honour = HonourDraft(
        (party("Anna Moll"),),
        "winner",
        mention("bekam"),
        confidence=0.876,
        category=mention("Lyrik"),
        rank=mention("2. Preis"),
        prize_money=mention("5.000 Euro"),
    )
    found = award(honours=(honour,)).honours[0]
    assert (found.category, found.rank) == ("Lyrik", 2)
    assert found.prize_money == Money(amount=Decimal(5000), currency="EUR")
    assert found.recipients[0].name == "Anna Moll"
    assert found.confidence == 0.88
    assert set(found.evidence) == {"status", "category", "rank", "prize_money"}


def test_parties_keep_their_details() -> None:
    giver = party("Stiftung Lesefuchs", short_name=mention("SLF"), place=mention("Ulm"))
    found = award(conferred_by=(giver,), partners=(replace(giver, of="winner"),))
    assert found.conferred_by[0].short_name == "SLF"
    assert set(found.conferred_by[0].evidence) == {"name", "short_name", "place"}
    assert found.partners[0].of == "winner"


def test_event_and_regions() -> None:
    found = award(place=mention("Ulm"), regions=(mention("Ulm"),))
    assert found.event is not None
    assert (found.event.name, found.event.place) == (None, "Ulm")
    assert [(region.name, region.kind) for region in found.regions] == [("Ulm", "town")]


@pytest.mark.parametrize(
    ("field", "words"),
    [("date", "Kategorie"), ("deadline", "Kategorie"), ("endowment", "Kategorie"), ("year", "2.")],
)
def test_a_mention_that_states_no_value_leaves_the_field_empty(field: str, words: str) -> None:
    found = award(**{field: mention(words)})
    assert getattr(found, field) is None
    assert field not in found.evidence


def test_identity_depends_on_release_name_and_place_in_the_text() -> None:
    same, again = award().id, award().id
    other = validate(draft(), TEXT, "r2")
    assert isinstance(other, Award)
    assert same == again
    assert len({same, other.id, award(name="Tannwaldpreis").id}) == 3


def test_a_mention_that_is_not_in_the_text_there_is_rejected() -> None:
    shifted = mention("Tannwald-Preis", start=STRING.index("Tannwald-Preis") + 1)
    position = f"{shifted.start} to {shifted.end}"
    assert reasons(names=(shifted,)) == [f"'Tannwald-Preis' does not stand at {position}"]


def test_one_ungrounded_detail_rejects_the_whole_award() -> None:
    wrong = party("Anna Moll", place=mention("Celle", start=3))
    assert reasons(conferred_by=(wrong,)) == ["'Celle' does not stand at 3 to 8"]


def test_objections_are_the_reasons() -> None:
    assert reasons(objections=("nobody receives it", "past")) == ["nobody receives it", "past"]


def test_what_breaks_the_contract_is_named_by_its_field() -> None:
    found = reasons(kind="soup")
    assert len(found) == 1
    assert found[0].startswith("kind: ")


def test_a_rejection_tells_what_the_draft_was() -> None:
    honour = HonourDraft((party("Anna Moll"),), "winner", mention("bekam"), 0.5)
    found = validate(draft(honours=(honour,), objections=("past",)), TEXT, "r1")
    assert isinstance(found, Rejection)
    assert (found.draft["name"], found.draft["stage"]) == ("Tannwald-Preis", "awarded")
    assert found.draft["recipients"] == ["Anna Moll"]
    assert found.draft["evidence"][0]["text"] == "Tannwald-Preis"


PROOF = {"name": [Evidence(start=0, end=5, text="Preis", rule="test.rule")]}
LEAST = {"id": "a", "kind": "prize", "stage": "awarded", "confidence": 0.5, "evidence": PROOF}


@pytest.mark.parametrize(
    ("make", "field"),
    [
        pytest.param(lambda: Party(name="Anna", kind="person"), "name", id="party"),
        pytest.param(
            lambda: Party(name="Anna", kind="person", short_name="A", evidence=PROOF),
            "short_name",
            id="short name",
        ),
        pytest.param(lambda: Region(name="Ulm", kind="town"), "name", id="region"),
        pytest.param(lambda: Event(place="Ulm"), "place", id="event"),
        pytest.param(lambda: Award(name="Preis", year=2023, **LEAST), "year", id="year"),
        pytest.param(lambda: Award(name="Preis", theme="Wald", **LEAST), "theme", id="theme"),
        pytest.param(
            lambda: Honour(
                recipients=[Party(name="Anna", kind="person", evidence=PROOF)],
                rank=1,
                confidence=0.5,
            ),
            "rank",
            id="rank",
        ),
        pytest.param(
            lambda: Party(name="Anna", kind="person", evidence={"name": []}), "name", id="empty"
        ),
    ],
)
def test_records_refuse_values_without_evidence(make: Callable[[], object], field: str) -> None:
    with pytest.raises(ValidationError, match=f"no evidence for {field}"):
        make()


def test_evidence_must_span_its_text() -> None:
    with pytest.raises(ValidationError, match="does not span"):
        Evidence(start=0, end=4, text="Preis", rule="test.rule")


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Party(name="Anna", kind="person", colour="red", evidence=PROOF)
