"""Why a candidate for an award or an honour is in no record."""

from collections.abc import Sequence

from lorbeer.assemble.attachment import is_special
from lorbeer.assemble.awards import alike
from lorbeer.assemble.judging import (
    LEAST_AWARD,
    LEAST_FOUND,
    LEAST_PARTY,
    LEAST_SOLE_AWARD,
    Judgement,
    is_told,
)
from lorbeer.assemble.weighing import AwardCandidate, PartyCandidate
from lorbeer.flow import Analysis, Draft


def award_objection(
    candidate: AwardCandidate, probability: float, judgement: Judgement, drafts: Sequence[Draft]
) -> str:
    """Why a name is no reported award; empty if it is one."""
    best = candidate.cluster.best
    for award, draft in zip(judgement.awards, drafts, strict=False):
        if award.cluster.mentions == candidate.cluster.mentions:
            return "; ".join(draft.objections)
    for award in judgement.awards:
        if alike(best, award.cluster.best):
            return f"another name of {award.cluster.best.canonical}"
    if not candidate.by_rules and probability < LEAST_SOLE_AWARD:
        return f"below {LEAST_SOLE_AWARD}"
    if probability < LEAST_AWARD:
        return f"below {LEAST_AWARD}"
    return "a category of the award beside it" if is_special(best) else "denied or named in passing"


def recipient_objection(
    party: PartyCandidate, judgement: Judgement, reported: Sequence[Draft], analysis: Analysis
) -> str:
    """Why a party receives nothing in the drafts; empty if it does."""
    honoured = {p.name for draft in reported for h in draft.honours for p in h.recipients}
    if party.name in honoured:
        return ""
    least = LEAST_FOUND if party.honours else LEAST_PARTY
    if judgement.honoured[party.name] < least:
        return f"below {least}"
    if not party.honours and not is_told(party, analysis):
        return "only denied, supposed, quoted or of the past"
    if any(party.name == m.text for award in judgement.awards for m in award.cluster.mentions):
        return "is the award itself"
    return "only takes the award in hand" if reported else "no award is reported"
