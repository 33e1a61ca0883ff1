"""How probable a candidate must be to count, by what tells of it: rules, the role tagger, or both.

All were chosen by cross-validation over publishers (`scripts/fit` prints what each would cost).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lorbeer.flow import Analysis


@dataclass(frozen=True)
class Thresholds:
    """Least probabilities, 0 to 1."""

    #: An award; one that a rule ties to a winner; the likeliest one where someone is honoured.
    award: float
    won_award: float
    sole_award: float
    #: An award of which the text tells nothing else.
    lone_award: float
    #: Someone honoured; the same where rules found it.
    recipient: float
    found_recipient: float = 0.15
    #: An award beside likelier ones that share the winners with it.
    further_award: float = 0.25
    #: The same of a name that a verb says is given, and how surely the role tagger must see it.
    given_name: float = 0.1
    tagged_name: float = 0.35
    #: An award that a sentence says is conferred, won or handed over.
    conferred_award: float = 0.15
    #: Someone so likely is proof that an award is told of.
    sure_recipient: float = 0.8
    #: The likeliest one, where an award is told of, nobody else is likely, and nobody is invited.
    sole_recipient: float = 0.3
    #: Those in other roles; the same where rules found them.
    role: Mapping[str, float] = field(
        default_factory=lambda: {"giver": 0.3, "presenter": 0.25, "partner": 0.25}
    )
    found_role: float = 0.05
    region: float = 0.2
    #: A region that the gazetteer does not know: half of the less probable ones are no places.
    unknown_region: float = 0.3
    date: float = 0.15
    #: What the role tagger alone tells.
    category: float = 0.35
    event: float = 0.4
    place: float = 0.4


RULES = Thresholds(
    award=0.35,
    won_award=0.3,
    sole_award=0.14,
    lone_award=0.75,
    recipient=0.42,
    conferred_award=0.25,
)
MODEL = Thresholds(award=0.42, won_award=0.42, sole_award=0.08, lone_award=0.7, recipient=0.42)
BOTH = Thresholds(award=0.42, won_award=0.32, sole_award=0.24, lone_award=0.85, recipient=0.4)


def thresholds(analysis: Analysis) -> Thresholds:
    """The thresholds for those who have read this text."""
    if analysis.roles is None:
        return RULES
    return BOTH if analysis.by_rules else MODEL
