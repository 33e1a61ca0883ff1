"""One extraction as rows of the tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, update

from lorbeer.flow import Skipped
from lorbeer.records import Award, Evidence, Extraction, Honour, Money, Partner, Party, Region
from lorbeer.store import schema

_RELEASE_FIELDS = {column.name for column in schema.releases.columns}


def replace(connection: Connection, extraction: Extraction) -> None:
    """Store a release with its awards, in place of what was stored under its id before."""
    release = extraction.release
    connection.execute(delete(schema.awards).where(schema.awards.c.release_id == release.id))
    connection.execute(delete(schema.duplicates).where(_is_from(release.source)))
    row = release.model_dump(include=_RELEASE_FIELDS)
    known = update(schema.releases).where(schema.releases.c.id == release.id).values(**row)
    if not connection.execute(known).rowcount:
        connection.execute(insert(schema.releases).values(**row))
    for award in extraction.awards:
        _insert_award(connection, release.id, award)


def link(connection: Connection, copy: Skipped) -> None:
    """Store of which release a skipped input is a copy; a source stands there once."""
    connection.execute(delete(schema.duplicates).where(_is_from(copy.source)))
    row = {"source": copy.source, "url": copy.url, "release_id": copy.duplicate_of}
    connection.execute(insert(schema.duplicates).values(**row))


def _is_from(source: str) -> ColumnElement[bool]:
    return schema.duplicates.c.source == source


def _insert(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Insert one row and return the key that the database gave it."""
    statement = insert(table).values(**row).returning(table.c.id)
    return int(connection.execute(statement).scalar_one())


def _insert_award(connection: Connection, release_id: str, award: Award) -> None:
    key = _insert(connection, schema.awards, {"release_id": release_id} | _award_row(award))
    _insert_evidence(connection, award.evidence, award_id=key)
    if award.event:
        proofs = {f"event.{field}": proof for field, proof in award.event.evidence.items()}
        _insert_evidence(connection, proofs, award_id=key)
    _insert_parties(connection, "conferred_by", award.conferred_by, award_id=key)
    _insert_parties(connection, "presented_by", award.presented_by, award_id=key)
    _insert_parties(connection, "partner", award.partners, award_id=key)
    for region in award.regions:
        _insert_region(connection, key, region)
    for honour in award.honours:
        _insert_honour(connection, key, honour)


def _insert_honour(connection: Connection, award_id: int, honour: Honour) -> None:
    row = honour.model_dump(include={"status", "category", "rank", "reason"})
    money = _money("prize_money", honour.prize_money)
    key = _insert(connection, schema.honours, {"award_id": award_id} | row | money)
    _insert_evidence(connection, honour.evidence, award_id=award_id, honour_id=key)
    _insert_parties(connection, "recipient", honour.recipients, award_id=award_id, honour_id=key)


def _insert_parties(
    connection: Connection, role: str, parties: Sequence[Party], **owner: int
) -> None:
    for party in parties:
        row = party.model_dump(include={"name", "short_name", "kind", "place", "url"})
        row |= {"role": role, "partner_of": party.of if isinstance(party, Partner) else None}
        key = _insert(connection, schema.parties, owner | row)
        _insert_evidence(connection, party.evidence, **owner, party_id=key)


def _insert_region(connection: Connection, award_id: int, region: Region) -> None:
    codes = region.code.model_dump() if region.code else {}
    row = {"award_id": award_id, "name": region.name, "kind": region.kind} | codes
    key = _insert(connection, schema.regions, row)
    _insert_evidence(connection, region.evidence, award_id=award_id, region_id=key)


def _insert_evidence(
    connection: Connection, evidence: Mapping[str, Sequence[Evidence]], **owner: int
) -> None:
    rows = [
        owner
        | {
            "field": field,
            "start_offset": passage.start,
            "end_offset": passage.end,
            "text": passage.text,
            "rule": passage.rule,
        }
        for field, passages in evidence.items()
        for passage in passages
    ]
    if rows:
        connection.execute(insert(schema.evidence), rows)


def _award_row(award: Award) -> dict[str, Any]:
    plain = {"name", "kind", "stage", "year", "edition", "theme", "deadline"}
    date, event = award.date, award.event
    return {
        "record_id": award.id,
        **award.model_dump(include=plain | {"confidence", "assertion"}),
        "date_start": date and date.start,
        "date_end": date and date.end,
        "date_precision": date and date.precision,
        "event_name": event and event.name,
        "event_place": event and event.place,
        **_money("endowment", award.endowment),
    }


def _money(column: str, money: Money | None) -> dict[str, Any]:
    return {column: money and money.amount, f"{column}_currency": money and money.currency}
