"""Why a candidate for an award or an honour is in no record."""

from collections.abc import Sequence

from lorbeer.assemble.judging.attachment import is_special
from lorbeer.assemble.judging.judgement import Judgement
from lorbeer.assemble.judging.others import OtherRole
from lorbeer.assemble.judging.winners import exclusion, least_of_recipient
from lorbeer.assemble.reading.awards import alike
from lorbeer.assemble.thresholds import Thresholds, thresholds
from lorbeer.assemble.weighing import AwardCandidate, Overview, PartyCandidate
from lorbeer.flow import Draft


def award_objection(
    candidate: AwardCandidate,
    probability: float,
    judgement: Judgement,
    drafts: Sequence[Draft],
    least: Thresholds,
) -> str:
    """Why a name is no reported award; empty if it is one."""
    best = candidate.cluster.best
    for award, draft in zip(judgement.awards, drafts, strict=False):
        if award.cluster.mentions == candidate.cluster.mentions:
            return "; ".join(draft.objections)
    for award in judgement.awards:
        if alike(best, award.cluster.best):
            return f"another name of {award.cluster.best.canonical}"
    if not candidate.by_rules and probability < least.sole_award:
        return f"below {least.sole_award}"
    if probability < least.award:
        return f"below {least.award}"
    return "a category of the award beside it" if is_special(best) else "denied or named in passing"


def role_objection(
    role: OtherRole, party: PartyCandidate, probability: float, taken: bool, least: Thresholds
) -> str:
    """Why a party gives, hands over or supports nothing in the drafts; empty if it does."""
    if taken:
        return ""
    found = any(finding.role == role for finding in party.findings)
    needed = least.found_role if found else least.role[role]
    if probability < needed:
        return f"below {needed}"
    return "has another role" if party.findings and not found else "no award is reported"


def recipient_objection(
    party: PartyCandidate, judgement: Judgement, reported: Sequence[Draft], overview: Overview
) -> str:
    """Why a party receives nothing in the drafts; empty if it does."""
    honoured = {p.name for draft in reported for h in draft.honours for p in h.recipients}
    if party.name in honoured:
        return ""
    needed = least_of_recipient(party, thresholds(overview.analysis))
    if judgement.honoured[party.name] < needed:
        is_sole = any(judgement.honoured.get(name, 1) < needed for name in honoured)
        return "another party is likelier" if is_sole else f"below {needed}"
    if not party.honours and (excluded := exclusion(party, overview)):
        return excluded
    if any(party.name == m.text for award in judgement.awards for m in award.cluster.mentions):
        return "is the award itself"
    if party.name in judgement.overlapping:
        return "overlaps a likelier name"
    return "only takes the award in hand" if reported else "no award is reported"
