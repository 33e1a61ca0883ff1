"""The tables of a database of awards.

Days, months and years are ISO 8601 text, which sorts and compares alike in every database. Every
foreign key cascades: to delete a release is to delete all that it became.
"""

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Numeric, String, Table, Text

metadata = MetaData()

#: SQLite has no exact decimals; its floats hold cents exactly enough up to 10^13.
_AMOUNT = Numeric(15, 2).with_variant(Float(asdecimal=False), "sqlite")
_CURRENCY = String(3)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _part_of(table: str, *, optional: bool = False) -> Column[int]:
    target = ForeignKey(f"{table}s.id", ondelete="CASCADE")
    return Column(f"{table}_id", target, nullable=optional, index=True)


releases = Table(
    "releases",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("url", String),
    Column("title", Text),
    Column("subtitle", Text),
    Column("publisher", Text),
    Column("published", String(10)),
    Column("place", Text),
    Column("language", String, nullable=False),
    Column("text", Text, nullable=False),
)

#: Inputs that were read as well, but are copies of a release.
duplicates = Table(
    "duplicates",
    metadata,
    Column("source", String, primary_key=True),
    Column("url", String),
    Column("release_id", ForeignKey(releases.c.id, ondelete="CASCADE"), nullable=False, index=True),
)

awards = Table(
    "awards",
    metadata,
    _key(),
    Column("release_id", ForeignKey(releases.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("record_id", String, nullable=False, index=True),  # `id` of the award record
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("year", Integer),
    Column("edition", Integer),
    Column("theme", Text),
    Column("date_start", String(10)),
    Column("date_end", String(10)),
    Column("date_precision", String),
    Column("deadline", String(10)),
    Column("event_name", Text),
    Column("event_place", Text),
    Column("endowment", _AMOUNT),
    Column("endowment_currency", _CURRENCY),
    Column("confidence", Float, nullable=False),
    Column("assertion", String, nullable=False),
)

honours = Table(
    "honours",
    metadata,
    _key(),
    _part_of("award"),
    Column("status", String, nullable=False),
    Column("category", Text),
    Column("rank", Integer),
    Column("prize_money", _AMOUNT),
    Column("prize_money_currency", _CURRENCY),
    Column("reason", Text),
)

parties = Table(
    "parties",
    metadata,
    _key(),
    _part_of("award"),
    _part_of("honour", optional=True),  # set for recipients only
    Column("role", String, nullable=False),  # recipient, conferred_by, presented_by or partner
    Column("name", Text, nullable=False),
    Column("short_name", Text),
    Column("kind", String, nullable=False),
    Column("place", Text),
    Column("url", String),
    Column("partner_of", String),  # award, winner or project; set for partners only
)

regions = Table(
    "regions",
    metadata,
    _key(),
    _part_of("award"),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("iso", String),
    Column("ags", String),
    Column("nuts", String),
)

#: `releases.text[start_offset:end_offset] == text` proves `field` of the honour, party or region
#: that is set, else of the award ("event.name" and "event.place" for its ceremony).
evidence = Table(
    "evidence",
    metadata,
    _key(),
    _part_of("award"),
    _part_of("honour", optional=True),
    Column("party_id", ForeignKey(parties.c.id, ondelete="CASCADE"), index=True),
    _part_of("region", optional=True),
    Column("field", String, nullable=False),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("rule", String, nullable=False),
)
