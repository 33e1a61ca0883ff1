"""The types that flow from stage to stage: plain, frozen, free of spaCy."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from lorbeer.records import PartnerOf, PartyKind, SectionKind, Stage, Status
from lorbeer.roles import Roles

Markup = Literal["html", "markdown", "text"]
DayReason = Literal["metadata", "linked data", "dateline", "page", "address", "search"]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "quote"]
#: Blocks that name rather than tell, and those of lists and tables.
HEADLINES: frozenset[BlockKind] = frozenset({"title", "heading"})
LISTED: frozenset[BlockKind] = frozenset({"item", "row"})
#: What tells who gave what to whom: rules alone, the role tagger alone, or both.
Extractor = Literal["rules", "model", "both"]
#: The language that is extracted, as an ISO 639 code.
GERMAN = "de"
#: Mentions that rules make, and that tell roles.
_ROLE_LABELS = frozenset({"AWARD", "AWARD_NOUN", "ROLE"})


@dataclass(frozen=True)
class Release:
    """A release as loaded: decoded, not yet cleaned.

    `metadata` holds what the file says about itself (front matter), keys in lower case. `is_page`:
    whether its HTML may hold more than the release, as pages do and documents and messages do not.
    """

    source: str
    markup: Markup
    content: str
    url: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    is_page: bool = True


@dataclass(frozen=True)
class Unreadable:
    """An input that could not be loaded; `problem` is one line that says what to do."""

    source: str
    problem: str


@dataclass(frozen=True)
class Skipped:
    """An input that was read but not extracted; `reason` says why, `advice` how to change that.

    `duplicate_of` is the id of the release of which this is a copy.
    """

    source: str
    reason: str
    advice: str
    url: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item or table row: `text.string[start:end]`, one line.

    Cells of a table row are joined by " | "; `level` is the depth of a heading or list item.
    """

    kind: BlockKind
    start: int
    end: int
    section: SectionKind
    level: int = 0


@dataclass(frozen=True)
class Text:
    """The clean text of a release: title first, one block a line.

    `origins[i]` is the offset in `Release.content` of the character `string[i]`. `published_by`
    tells where the day of publication was stated; `language` is an ISO 639 code; `emphasised` are
    the (start, end) of what the source sets in bold or italics.
    """

    string: str
    blocks: tuple[Block, ...]
    origins: tuple[int, ...]
    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_by: DayReason | None = None
    place: str | None = None
    url: str | None = None
    language: str = GERMAN
    emphasised: tuple[tuple[int, int], ...] = ()

    def source_offset(self, position: int) -> int:
        """Offset in the loaded content of the character at `position` of the clean text."""
        return self.origins[position]

    def of(self, block: Block) -> str:
        """The text of a block."""
        return self.string[block.start : block.end]


@dataclass(frozen=True)
class Mention:
    """A passage of one kind: `text.string[start:end] == text`.

    `label` is AWARD, AWARD_NOUN, PERSON, ORGANISATION, PLACE, NAME, QUOTED, DATE, YEAR, MONEY,
    RANK, EDITION, URL or ROLE; `rule` found it. `function` is its grammatical function
    ("subject", "object", "indirect", "genitive", a preposition, or ""), `clause` the number of
    its clause in the sentence. `kind` refines the label: the kind of an award, the role of a ROLE.
    """

    label: str
    start: int
    end: int
    text: str
    rule: str
    function: str = ""
    clause: int = 0
    kind: str = ""
    canonical: str = ""


@dataclass(frozen=True)
class Trigger:
    """A verb that opens a frame; `roles` maps grammatical functions in this voice to roles."""

    meaning: str
    start: int
    end: int
    text: str
    rule: str
    clause: int
    roles: Mapping[str, str]
    needs: frozenset[str]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of the clean text with all that was found in it, in order of position.

    `assertions` holds cues such as "past" or "negated" with the rule that saw them. A sentence
    is equal to itself alone, so that what is read of it can be kept by it.
    """

    start: int
    end: int
    text: str
    block: Block
    mentions: tuple[Mention, ...]
    triggers: tuple[Trigger, ...]
    assertions: tuple[tuple[str, str], ...] = ()

    def of(self, *labels: str) -> list[Mention]:
        """The mentions with one of `labels`."""
        return [mention for mention in self.mentions if mention.label in labels]


@dataclass(frozen=True)
class Analysis:
    """A text and its annotated sentences; `roles` where a role tagger has read it, too.

    `by_rules`: whether rules may tell awards and parties, or the role tagger alone.
    """

    text: Text
    sentences: tuple[Sentence, ...]
    roles: Roles | None = None
    by_rules: bool = True

    def without_rules(self) -> "Analysis":
        """The same with its names, values and layout, but without what rules say of roles."""
        kept = [tuple(m for m in s.mentions if m.label not in _ROLE_LABELS) for s in self.sentences]
        sentences = tuple(
            replace(sentence, mentions=mentions, triggers=(), assertions=())
            for sentence, mentions in zip(self.sentences, kept, strict=True)
        )
        return replace(self, sentences=sentences, by_rules=False)


@dataclass(frozen=True)
class PartyDraft:
    """A party not trusted yet: its best name, and the mentions that prove name and details."""

    name: str
    kind: PartyKind
    mentions: tuple[Mention, ...]
    short_name: Mention | None = None
    place: Mention | None = None
    url: Mention | None = None
    of: PartnerOf = "award"


@dataclass(frozen=True)
class HonourDraft:
    """Who receives what, not trusted yet; `source` is the passage that said so.

    `confidence` is the probability that the recipients are honoured at all, 0 to 1.
    """

    recipients: tuple[PartyDraft, ...]
    status: Status
    source: Mention
    confidence: float
    category: Mention | None = None
    rank: Mention | None = None
    prize_money: Mention | None = None
    reason: Mention | None = None


@dataclass(frozen=True)
class Draft:
    """The facts of one award in one release, not trusted yet; values are still mentions.

    `confidence` is the probability that the release reports this award, 0 to 1. `objections` say
    why it must not become a record; a draft without a stage has one.
    """

    name: str
    kind: str
    stage: Stage | None
    names: tuple[Mention, ...]
    source: Mention
    confidence: float
    year: Mention | None = None
    edition: Mention | None = None
    theme: Mention | None = None
    date: Mention | None = None
    deadline: Mention | None = None
    event: Mention | None = None
    place: Mention | None = None
    endowment: Mention | None = None
    conferred_by: tuple[PartyDraft, ...] = ()
    presented_by: tuple[PartyDraft, ...] = ()
    partners: tuple[PartyDraft, ...] = ()
    regions: tuple[Mention, ...] = ()
    honours: tuple[HonourDraft, ...] = ()
    objections: tuple[str, ...] = ()
