"""What was found in a release, with the passages and probabilities that vouch for it."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from lorbeer.evaluate.facts import (
    AwardFacts,
    OptionalSpellings,
    Spellings,
    none_is_empty,
    start_of,
)
from lorbeer.records import Evidence, IsoDate, IsoDay, Money, Stage, Status

Proofs = tuple[Evidence, ...]
_Confidence = Annotated[float | None, Field(ge=0, le=1)]


def _named(value: object) -> object:
    return value if value is None or isinstance(value, Mapping | BaseModel) else {"name": value}


class _Evidenced(BaseModel):
    """Evidence may be left out: facts made by hand or by other tools have none."""

    model_config = ConfigDict(frozen=True)

    evidence: Mapping[str, Proofs] = Field(default_factory=dict)

    def proofs(self, field: str) -> Proofs:
        """The passages that prove a field."""
        return self.evidence.get(field, ())


class FoundParty(_Evidenced):
    """A party or a region."""

    name: Spellings


class FoundEvent(_Evidenced):
    """The ceremony and its town."""

    name: OptionalSpellings = None
    place: OptionalSpellings = None


_Party = Annotated[FoundParty, BeforeValidator(_named)]
_Parties = Annotated[tuple[_Party, ...], BeforeValidator(none_is_empty)]


class FoundHonour(_Evidenced):
    """One group of recipients; `confidence` is the probability given for it, if any."""

    recipients: _Parties
    status: Status = "winner"
    category: OptionalSpellings = None
    rank: int | None = None
    prize_money: Money | None = None
    confidence: _Confidence = None


class FoundAward(_Evidenced):
    """An award as `lorbeer extract` writes it; a name may be a bare string, too."""

    name: Spellings
    stage: Stage | None = None
    year: int | None = None
    date: Annotated[IsoDate | None, BeforeValidator(start_of)] = None
    edition: int | None = None
    theme: OptionalSpellings = None
    deadline: IsoDay | None = None
    event: Annotated[FoundEvent | None, BeforeValidator(_named)] = None
    place: OptionalSpellings = None
    endowment: Money | None = None
    conferred_by: _Parties = ()
    presented_by: _Parties = ()
    partners: _Parties = ()
    regions: _Parties = ()
    honours: Annotated[tuple[FoundHonour, ...], BeforeValidator(none_is_empty)] = ()
    confidence: _Confidence = None

    @cached_property
    def facts(self) -> AwardFacts:
        """The values alone, as they are compared; the place is the event's."""
        event = self.event or FoundEvent()
        place = event.place or self.place
        return AwardFacts.model_validate(self.model_dump() | {"event": event.name, "place": place})


class _Origin(BaseModel):
    model_config = ConfigDict(frozen=True)

    source: str
    text: str | None = None


class FoundRelease(BaseModel):
    """All that was found in one release, with its text where that is known."""

    model_config = ConfigDict(frozen=True)

    id: str | None = None
    release: _Origin | None = None
    awards: tuple[FoundAward, ...] = ()

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if self.id is None and self.release is None:
            raise ValueError("wants `id` or `release.source` to tell which release it is")
        return self

    @property
    def key(self) -> str:
        """What it is joined on: its `id`, else the name of its source file."""
        return self.id or Path(self.release.source if self.release else "").stem

    @property
    def text(self) -> str | None:
        """The text in which the evidence stands."""
        return self.release.text if self.release else None

    @cached_property
    def facts(self) -> tuple[AwardFacts, ...]:
        """The values of its awards, as they are compared."""
        return tuple(award.facts for award in self.awards)


#: What was found, by release id.
Found = Mapping[str, FoundRelease]
