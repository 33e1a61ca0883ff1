"""CSV: one row per award, honour and recipient."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from lorbeer.records import Award, Date, Extraction, Honour, Party, Region, ReleaseInfo
from lorbeer.store.writer import Writer

#: In this order. Several names in one cell are joined by ";"; what is unknown is empty.
COLUMNS = (
    "release_id",
    "source",
    "title",
    "published",
    "award_id",
    "award",
    "kind",
    "stage",
    "year",
    "date",  # as precise as the text; a range as 2023-10-30/2023-10-31
    "event",
    "event_place",
    "conferred_by",
    "presented_by",
    "partners",
    "regions",
    "category",
    "rank",
    "status",
    "recipient",
    "recipient_kind",
    "prize_money",
    "currency",
    "confidence",  # that the release reports the award
    "honour_confidence",
    "deadline",
)


class CsvWriter(Writer):
    """Writes a head row, then the rows of each release; none for a release without awards.

    An award without recipients (a call, say) has one row in which these columns are empty.
    """

    def __init__(self, stream: TextIO) -> None:
        self._rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        self._rows.writeheader()

    def write(self, extraction: Extraction) -> None:
        """Write the rows of one release."""
        release = _of_release(extraction.release)
        for award in extraction.awards:
            shared = release | _of_award(award)
            self._rows.writerows(shared | honour for honour in _of_honours(award.honours))

    def close(self) -> None:
        """Nothing is left to write."""


_Cells = dict[str, object]


def _of_release(release: ReleaseInfo) -> _Cells:
    return {
        "release_id": release.id,
        "source": release.source,
        "title": release.title,
        "published": release.published,
    }


def _of_award(award: Award) -> _Cells:
    return {
        "award_id": award.id,
        "award": award.name,
        "kind": award.kind,
        "stage": award.stage,
        "year": award.year,
        "date": award.date and _interval(award.date),
        "event": award.event and award.event.name,
        "event_place": award.event and award.event.place,
        "conferred_by": _joined(award.conferred_by),
        "presented_by": _joined(award.presented_by),
        "partners": _joined(award.partners),
        "regions": _joined(award.regions),
        "confidence": award.confidence,
        "deadline": award.deadline,
    }


def _of_honours(honours: Iterable[Honour]) -> Iterator[_Cells]:
    rows = [_of_honour(honour) | _of_recipient(r) for honour in honours for r in honour.recipients]
    yield from rows or [{}]


def _of_honour(honour: Honour) -> _Cells:
    money = honour.prize_money
    return {
        "category": honour.category,
        "rank": honour.rank,
        "status": honour.status,
        "prize_money": money and f"{money.amount:f}",
        "currency": money and money.currency,
        "honour_confidence": honour.confidence,
    }


def _of_recipient(recipient: Party) -> _Cells:
    return {"recipient": recipient.name, "recipient_kind": recipient.kind}


def _interval(date: Date) -> str:
    return f"{date.start}/{date.end}" if date.end else date.start


def _joined(named: Iterable[Party | Region]) -> str:
    return ";".join(one.name for one in named)
