"""Awards that stand as headings above who wins them."""

from collections.abc import Sequence

from lorbeer.assemble.reading.awards import Judged, alike
from lorbeer.assemble.reading.sections import Section, heads, sections
from lorbeer.assemble.weighing import PartyCandidate
from lorbeer.flow import Analysis


def heads_winner(award: Judged, winners: Sequence[PartyCandidate], analysis: Analysis) -> bool:
    """Whether a heading is the award's name, and below it stands somebody who wins it.

    A rule may tie the winner to the award, to none, or to a noun that stands for it.
    """
    return any(
        any(heads(mention, section) for mention in award.cluster.mentions)
        and any(_wins_in(section, winner, award) for winner in winners)
        for section in sections(analysis)
    )


def _wins_in(section: Section, winner: PartyCandidate, award: Judged) -> bool:
    told = [f for f in winner.honours if f.sentence in section.indices]
    if told:
        best = award.cluster.best
        return any(f.award is None or alike(best, f.award) for f in told)
    return not winner.honours and any(index in section.indices for index, _ in winner.mentions)
