"""Extractions made by hand for tests of what comes after the chain."""

from decimal import Decimal
from typing import Any

from lorbeer.records import (
    Award,
    Date,
    Event,
    Evidence,
    Extraction,
    Honour,
    Money,
    Partner,
    Party,
    Region,
    RegionCode,
    ReleaseInfo,
)


def proof(text: str, *fields: str) -> dict[str, list[Evidence]]:
    """Evidence for some fields, as far as the contract checks it."""
    passage = Evidence(start=0, end=len(text), text=text, rule="by-hand")
    return {field: [passage] for field in fields}


def party(name: str, kind: Any = "organisation", **fields: Any) -> Party:
    """A party under its name."""
    return Party(name=name, kind=kind, evidence=proof(name, "name", *fields), **fields)


def honour(*names: str, status: Any = "winner", **fields: Any) -> Honour:
    """An honour of people."""
    recipients = [party(name, "person") for name in names]
    fields.setdefault("confidence", 0.8)
    return Honour(recipients=recipients, status=status, evidence=proof("Preis", *fields), **fields)


def environment_prize() -> Award:
    """An award in which every kind of value occurs."""
    return Award(
        id="award-1",
        name="Deutscher Umweltpreis",
        kind="prize",
        stage="awarded",
        year=2023,
        date=Date(start="2023-10-30", end="2023-10-31", precision="day"),
        event=Event(name="Festakt", place="Lübeck", evidence=proof("Festakt", "name", "place")),
        conferred_by=[party("Deutsche Bundesstiftung Umwelt", short_name="DBU")],
        presented_by=[party("Frank-Walter Steinmeier", "person")],
        partners=[
            Partner(name="Nordbank", kind="organisation", of="award", evidence=proof("N", "name")),
            Partner(name="TU Kiel", kind="organisation", of="winner", evidence=proof("T", "name")),
        ],
        regions=[
            Region(
                name="Niedersachsen",
                kind="state",
                code=RegionCode(iso="DE-NI", ags="03", nuts="DE9"),
                evidence=proof("Niedersachsen", "name"),
            )
        ],
        deadline="2023-06-30",
        endowment=Money(amount=Decimal("500000"), currency="EUR"),
        honours=[
            honour(
                "Anna Müller",
                "Jörg Weiß",
                rank=1,
                prize_money=Money(amount=Decimal("250000.50"), currency="EUR"),
            ),
            honour("Can Öztürk", status="commendation", category="Forschung"),
        ],
        confidence=0.93,
        evidence=proof("2023", "name", "year", "date", "deadline", "endowment"),
    )


def call() -> Award:
    """An award that nobody has won yet."""
    return Award(
        id="award-2",
        name="Heimatpreis",
        kind="prize",
        stage="call",
        confidence=0.5,
        evidence=proof("Heimatpreis", "name"),
    )


def extraction(*awards: Award, id: str = "r1", source: str = "preis.html") -> Extraction:
    """A release with these awards."""
    release = ReleaseInfo(
        id=id, source=source, title="Umweltpreis vergeben", published="2023-11-02", text="Text"
    )
    return Extraction(release=release, awards=list(awards))
