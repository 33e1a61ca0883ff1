"""What single sentences, list items and headings say: one role of one party, in one place."""

from dataclasses import dataclass
from typing import Literal

from lorbeer.flow import Mention
from lorbeer.records import Status

Role = Literal["recipient", "giver", "presenter", "partner"]
#: The roles of those who give an award.
CONFERRING: frozenset[Role] = frozenset({"giver", "presenter"})


@dataclass(frozen=True)
class Finding:
    """`party` plays `role`, as said by `source` (a verb, a role noun, a list's heading).

    `sentence` is the index of the sentence; `award`, `rank`, `money` and `category` are what
    the same clause or list item says beside it.
    """

    role: Role
    party: Mention
    sentence: int
    source: Mention
    award: Mention | None = None
    rank: Mention | None = None
    money: Mention | None = None
    category: Mention | None = None
    status: Status = "winner"


#: The label of a source that is a line read field by field: whom it names, it tells.
RESULT = "RESULT"
PARTY_LABELS = ("PERSON", "ORGANISATION", "NAME", "QUOTED", "PLACE")
AWARD_LABELS = ("AWARD", "AWARD_NOUN")
