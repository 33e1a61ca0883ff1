"""Why a release became what it became: plain types, from its passages to its records."""

from dataclasses import dataclass
from typing import Literal

from lorbeer.flow import Draft, Mention
from lorbeer.records import Extraction

Question = Literal["award", "recipient", "giver", "presenter", "partner", "date", "region"]
#: How much an observation spoke for (above 0) or against a candidate, in units of log odds.
Weighed = tuple[str, float]


@dataclass(frozen=True)
class Bound:
    """A mention that a reading binds to a role; `party` is the full name behind it.

    `award` names the award to which it belongs. `doubted`: a cue in the sentence kept it from
    being proposed. `objection` says why it is not in the records, and is empty if it is.
    """

    role: str
    mention: Mention
    party: str
    award: str = ""
    doubted: bool = False
    objection: str = ""


@dataclass(frozen=True)
class Reading:
    """What one verb, noun, rank, list or table says in one passage.

    `trigger` is where the rule saw it; `beside` are the award, rank, amount and category that it
    read there. `lacks` says why a verb bound nothing.
    """

    trigger: Mention
    bound: tuple[Bound, ...] = ()
    beside: tuple[tuple[str, Mention], ...] = ()
    lacks: str = ""

    @property
    def rule(self) -> str:
        """Id of the rule."""
        return self.trigger.rule


@dataclass(frozen=True)
class Passage:
    """A sentence, heading, list entry or table row, the first of a release being number 1.

    `cues` are assertions such as "past", each with its rule.
    """

    number: int
    kind: str
    section: str
    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]
    cues: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Candidate:
    """A name, day or place that was weighed: `question` is what it might be.

    `passages` are the numbers of those that name it. `objection` is empty for one that is in
    the drafts. `speaking_for` and `speaking_against` hold the heaviest observations.
    """

    question: Question
    name: str
    passages: tuple[int, ...]
    probability: float
    objection: str
    speaking_for: tuple[Weighed, ...]
    speaking_against: tuple[Weighed, ...]


@dataclass(frozen=True)
class Account:
    """What assembly read, weighed and drafted."""

    passages: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]


@dataclass(frozen=True)
class Explanation:
    """An account with the records and rejections that came of it."""

    extraction: Extraction
    passages: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]
