"""The records lorbeer emits: validated facts about awards, every value with its evidence.

Field names and meanings are the product's contract; `lorbeer schema` prints it as JSON Schema.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

SectionKind = Literal["title", "body", "about", "contact", "quote", "list", "table"]
AwardKind = Literal[
    "prize",
    "seal",
    "competition",
    "medal",
    "order",
    "title",
    "scholarship",
    "grant",
    "ranking",
    "championship",
    "membership",
]
Stage = Literal["awarded", "nominated", "call"]
Status = Literal["winner", "placed", "nominee", "commendation"]
PartyKind = Literal["person", "organisation", "project", "place", "work", "team"]
PartnerOf = Literal["award", "winner", "project"]
RegionKind = Literal["country", "state", "district", "town", "region"]
Precision = Literal["day", "month", "year"]
Assertion = Literal["affirmed", "announced", "negated", "hypothetical", "past"]

Name = Annotated[str, Field(min_length=1)]


def _on_calendar(value: str) -> str:
    """The value; ValueError if there is no such month or day."""
    date.fromisoformat(f"{value}-01-01"[:10])
    return value


#: ISO 8601, as precise as the text: `2023-10-31`, `2023-10` or `2023`.
IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_on_calendar)]
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_on_calendar)]


class _Model(BaseModel):
    """Immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Model):
    """A passage that proves a value: `release.text[start:end] == text`.

    `start` and `end` count characters; `rule` names the rule that bound the passage.
    """

    start: Annotated[int, Field(ge=0)]
    end: int
    text: Name
    rule: Name

    @model_validator(mode="after")
    def _spans_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence {self.text!r} does not span {self.start} to {self.end}")
        return self


class _Evidenced(_Model):
    """An object whose fields each point to the passages that prove them."""

    #: Fields that may not be set without evidence under their own name.
    grounded: ClassVar[tuple[str, ...]] = ("name",)

    evidence: dict[str, list[Evidence]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_grounded(self) -> Self:
        missing = [
            field
            for field in self.grounded
            if getattr(self, field) is not None and not self.evidence.get(field)
        ]
        if missing:
            raise ValueError(f"no evidence for {', '.join(missing)}")
        return self


class Money(_Model):
    """An amount in a currency (ISO 4217)."""

    amount: Annotated[Decimal, Field(gt=0)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Date(_Model):
    """A day, month or year, or a range of days; `end` is null unless it is a range."""

    start: IsoDate
    end: IsoDate | None = None
    precision: Precision


class Party(_Evidenced):
    """A person, organisation, project, place, work or team, under its full name."""

    grounded: ClassVar[tuple[str, ...]] = ("name", "short_name", "place", "url")

    name: Name
    short_name: str | None = None
    kind: PartyKind
    place: str | None = None
    url: str | None = None


class Partner(Party):
    """A party that the text calls partner of the award, of the winner or of its project."""

    of: PartnerOf


class RegionCode(_Model):
    """Official keys: ISO 3166, the German municipality key, NUTS."""

    iso: str | None = None
    ags: str | None = None
    nuts: str | None = None


class Region(_Evidenced):
    """A named area tied to the award, a winner or the winning project."""

    name: Name
    kind: RegionKind
    code: RegionCode | None = None


class Event(_Evidenced):
    """The ceremony at which the award is conferred, and its town."""

    grounded: ClassVar[tuple[str, ...]] = ("name", "place")

    name: str | None = None
    place: str | None = None


class Honour(_Evidenced):
    """What one group of recipients receives in one category and rank.

    `confidence` is the estimated probability that they are honoured.
    """

    grounded: ClassVar[tuple[str, ...]] = ("category", "rank", "prize_money", "reason")

    recipients: Annotated[list[Party], Field(min_length=1)]
    status: Status = "winner"
    category: str | None = None
    rank: Annotated[int, Field(ge=1)] | None = None
    prize_money: Money | None = None
    reason: str | None = None
    confidence: Annotated[float, Field(ge=0, le=1)]


class Award(_Evidenced):
    """One prize, seal, competition, title or honour in one edition.

    `confidence` is the estimated probability that the release reports it as its own.
    """

    grounded: ClassVar[tuple[str, ...]] = (
        "name",
        "year",
        "edition",
        "theme",
        "date",
        "deadline",
        "endowment",
    )

    id: Name
    name: Name
    kind: AwardKind
    stage: Stage
    year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    edition: Annotated[int, Field(ge=1)] | None = None
    theme: str | None = None
    date: Date | None = None
    deadline: IsoDay | None = None
    event: Event | None = None
    conferred_by: list[Party] = Field(default_factory=list)
    presented_by: list[Party] = Field(default_factory=list)
    partners: list[Partner] = Field(default_factory=list)
    regions: list[Region] = Field(default_factory=list)
    endowment: Money | None = None
    honours: list[Honour] = Field(default_factory=list)
    confidence: Annotated[float, Field(ge=0, le=1)]
    assertion: Assertion = "affirmed"


class Section(_Model):
    """A stretch of the release's text of one kind."""

    kind: SectionKind
    title: str | None = None
    start: int
    end: int


class ReleaseInfo(_Model):
    """The release as it was read; all evidence points into `text`.

    `published_by`: where the day of publication was stated, such as "metadata" or "dateline".
    """

    id: Name
    source: str
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    published: IsoDay | None = None
    published_by: str | None = None
    place: str | None = None
    language: str = "de"
    text: str
    sections: list[Section] = Field(default_factory=list)


class Rejection(_Model):
    """A draft that did not become a record, and why."""

    reasons: Annotated[list[str], Field(min_length=1)]
    draft: dict[str, Any]


class Extraction(_Model):
    """All that one release became: its awards, and the drafts that were rejected."""

    release: ReleaseInfo
    awards: list[Award] = Field(default_factory=list)
    rejected: list[Rejection] = Field(default_factory=list)
