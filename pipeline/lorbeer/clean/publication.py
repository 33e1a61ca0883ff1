"""The day of publication, from the source that deserves most trust."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lorbeer.clean.dates import parse_day
from lorbeer.flow import DayReason

EARLIEST = date(1990, 1, 1)
"""No page on the web is older; earlier days belong to what is told."""


@dataclass(frozen=True)
class Publication:
    """A day and where it was stated; None and None if nowhere."""

    day: date | None = None
    reason: DayReason | None = None


def first_day(*sources: tuple[DayReason, Iterable[object]]) -> Publication:
    """The first value that is a day, of sources in the order of trust."""
    for reason, values in sources:
        for value in values:
            day = parse_day(value)
            if day and day >= EARLIEST:
                return Publication(day, reason)
    return Publication()
