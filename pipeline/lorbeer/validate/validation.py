"""Drafts become awards: values normalised, evidence attached, contradictions rejected."""

import hashlib
from typing import Any

from pydantic import ValidationError

from lorbeer.flow import Draft, HonourDraft, Mention, Text
from lorbeer.records import Award, Date, Event, Honour, Region, Rejection, Stage
from lorbeer.validate.evidence import UngroundedError, by_field, evidence
from lorbeer.validate.parties import partner, party
from lorbeer.values.dates import parse_date
from lorbeer.values.money import money
from lorbeer.values.numbers import number, rank
from lorbeer.values.regions import canonical_region, region_name

#: Years that an edition can have; others are typing errors or house numbers.
_EARLIEST, _LATEST = 1900, 2100


def validate(draft: Draft, text: Text, release_id: str) -> Award | Rejection:
    """The award of a draft, or why it is none."""
    if draft.objections or draft.stage is None:
        return _rejection(draft, list(draft.objections) or ["no stage"])
    try:
        return _award(draft, draft.stage, text, release_id)
    except ValidationError as error:
        reasons = [
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}".lstrip(": ") for e in error.errors()
        ]
        return _rejection(draft, reasons)
    except UngroundedError as error:
        return _rejection(draft, [str(error)])


def _rejection(draft: Draft, reasons: list[str]) -> Rejection:
    summary: dict[str, Any] = {
        "name": draft.name,
        "stage": draft.stage,
        "recipients": [p.name for h in draft.honours for p in h.recipients],
        "evidence": [
            {"start": m.start, "end": m.end, "text": m.text, "rule": m.rule} for m in draft.names
        ],
    }
    return Rejection(reasons=reasons, draft=summary)


def _award(draft: Draft, stage: Stage, text: Text, release_id: str) -> Award:
    string = text.string
    year = _year(draft.year)
    day = _date(draft.date, text, year)
    deadline = _date(draft.deadline, text, year)
    closing = deadline.start if deadline and deadline.precision == "day" else None
    year = year or (int(day.start[:4]) if day else None)
    edition = number(draft.edition.text) if draft.edition else None
    endowment = money(draft.endowment.text) if draft.endowment else None
    scalars = {
        "year": (draft.year or draft.date) if year else None,
        "edition": draft.edition if edition else None,
        "theme": draft.theme,
        "date": draft.date if day else None,
        "deadline": draft.deadline if closing else None,
        "endowment": draft.endowment if endowment else None,
        "stage": draft.source,
    }
    return Award(
        id=_identifier(release_id, draft.name, str(draft.names[0].start)),
        name=draft.name,
        kind=draft.kind,  # type: ignore[arg-type]
        stage=stage,
        year=year,
        edition=edition,
        theme=draft.theme.text if draft.theme else None,
        date=day,
        deadline=closing,
        event=_event(draft, string),
        conferred_by=[party(p, string) for p in draft.conferred_by],
        presented_by=[party(p, string) for p in draft.presented_by],
        partners=[partner(p, string) for p in draft.partners],
        regions=[_region(mention, string) for mention in draft.regions],
        endowment=endowment,
        honours=[_honour(h, string) for h in draft.honours],
        confidence=round(draft.confidence, 2),
        evidence={"name": evidence(draft.names, string)} | by_field(scalars, string),
    )


def _identifier(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _year(mention: Mention | None) -> int | None:
    year = number(mention.text) if mention else None
    return year if year and _EARLIEST <= year <= _LATEST else None


def _date(mention: Mention | None, text: Text, year: int | None) -> Date | None:
    if mention is None:
        return None
    known = parse_date(mention.canonical, None)
    return known or parse_date(mention.text, text.published, (year,) if year else ())


def _event(draft: Draft, string: str) -> Event | None:
    if draft.event is None and draft.place is None:
        return None
    return Event(
        name=draft.event.text if draft.event else None,
        place=draft.place.text if draft.place else None,
        evidence=by_field({"name": draft.event, "place": draft.place}, string),
    )


def _region(mention: Mention, string: str) -> Region:
    text = mention.canonical or mention.text
    _, kind, code = canonical_region(text)
    return Region(
        name=region_name(text),
        kind=kind,
        code=code,
        evidence={"name": evidence([mention], string)},
    )


def _honour(draft: HonourDraft, string: str) -> Honour:
    place = rank(draft.rank.canonical or draft.rank.text) if draft.rank else None
    paid = draft.prize_money
    amount = money(paid.canonical or paid.text) if paid else None
    fields = {
        "category": draft.category,
        "rank": draft.rank if place else None,
        "prize_money": draft.prize_money if amount else None,
        "reason": draft.reason,
        "status": draft.source,
    }
    return Honour(
        recipients=[party(p, string) for p in draft.recipients],
        status=draft.status,
        category=draft.category.text if draft.category else None,
        rank=place,
        prize_money=amount,
        reason=draft.reason.text if draft.reason else None,
        confidence=round(draft.confidence, 2),
        evidence=by_field(fields, string),
    )
