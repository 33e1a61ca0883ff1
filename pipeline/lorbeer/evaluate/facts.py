"""The facts of a release as the evaluation compares them, whether from gold or found.

A text value is a tuple of accepted spellings; a found one has a single spelling.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from lorbeer.records import IsoDate, IsoDay, Money, Stage, Status


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def none_is_empty(value: object) -> object:
    """An empty tuple for None."""
    return () if value is None else value


def _empty_is_none(value: object) -> object:
    return None if value == [] else value


def _name_of(party: object) -> object:
    return _listed(party["name"] if isinstance(party, Mapping) and "name" in party else party)


def start_of(date: object) -> object:
    """The start of a date given as an object; a string as it is."""
    return date["start"] if isinstance(date, Mapping) and "start" in date else date


_Spelling = Annotated[str, StringConstraints(pattern=r"\S")]
_Spellings = Annotated[tuple[_Spelling, ...], Field(min_length=1)]
Spellings = Annotated[_Spellings, BeforeValidator(_listed)]
OptionalSpellings = Annotated[Spellings | None, BeforeValidator(_empty_is_none)]
PartyName = Annotated[_Spellings, BeforeValidator(_name_of)]
PartyNames = Annotated[tuple[PartyName, ...], BeforeValidator(none_is_empty)]


class HonourFacts(BaseModel):
    """One group of recipients with what they received."""

    model_config = ConfigDict(frozen=True)

    recipients: PartyNames
    status: Status = "winner"
    category: OptionalSpellings = None
    rank: int | None = None
    prize_money: Money | None = None


class AwardFacts(BaseModel):
    """One award with the values that are compared."""

    model_config = ConfigDict(frozen=True)

    name: Spellings
    stage: Stage | None = None
    year: int | None = None
    date: Annotated[IsoDate | None, BeforeValidator(start_of)] = None
    edition: int | None = None
    theme: OptionalSpellings = None
    deadline: IsoDay | None = None
    event: OptionalSpellings = None
    place: OptionalSpellings = None
    endowment: Money | None = None
    conferred_by: PartyNames = ()
    presented_by: PartyNames = ()
    partners: PartyNames = ()
    regions: PartyNames = ()
    honours: Annotated[tuple[HonourFacts, ...], BeforeValidator(none_is_empty)] = ()


class GoldHonour(HonourFacts):
    """An honour as an annotator wrote it down: no key unknown, nothing without a recipient."""

    model_config = ConfigDict(extra="forbid")

    recipients: Annotated[PartyNames, Field(min_length=1)]
    status: Status


class GoldAward(AwardFacts):
    """An award as an annotator wrote it down; a `background` one counts neither way."""

    model_config = ConfigDict(extra="forbid")

    stage: Stage
    honours: Annotated[tuple[GoldHonour, ...], BeforeValidator(none_is_empty)] = ()
    background: bool = False


class GoldSource(BaseModel):
    """Where the document lies (`file`, relative to the folder of the gold file) and came from."""

    file: str | None = None
    repo: str | None = None


class GoldRelease(BaseModel):
    """One line of a gold file: a release and all the awards it reports."""

    model_config = ConfigDict(frozen=True)

    id: Annotated[str, Field(min_length=1)]
    awards: tuple[GoldAward, ...]
    source: GoldSource = GoldSource()
