"""The judgement on a release: which of its names are awards of its own, and who is honoured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lorbeer.assemble.judging.own_awards import own_awards
from lorbeer.assemble.judging.winners import distinct, evened, likely_winners
from lorbeer.assemble.proposing.findings import Finding
from lorbeer.assemble.reading.awards import Judged, alike
from lorbeer.assemble.reading.categories import category_of
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.assemble.reading.ranks import rank_of
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    Overview,
    PartyCandidate,
    award_candidates,
    award_features,
    ends_award,
    mention_features,
    party_features,
    probability,
)
from lorbeer.flow import Analysis, Mention, Sentence

OtherRole = Literal["giver", "presenter", "partner"]
OTHER_ROLES: tuple[OtherRole, ...] = ("giver", "presenter", "partner")


@dataclass(frozen=True)
class Judgement:
    """What holds of a release: its own awards, the most probable one first, and those it only
    names; the findings that stand, new ones among them; how probable it is of each party that it
    is honoured; the names left out because they are part of a likelier one, or hold it.
    """

    awards: tuple[Judged, ...]
    mentioned: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    honoured: dict[str, float]
    overlapping: frozenset[str] = frozenset()


def judge(overview: Overview) -> Judgement:
    """Weigh what rules found and what they passed over."""
    observed = [(party, party_features(party, overview)) for party in overview.parties]
    honoured = evened(
        overview, {party.name: probability("recipient", seen) for party, seen in observed}
    )
    awards = _awards(overview)
    likely = likely_winners(overview, honoured, awards)
    winners = distinct(likely, honoured)
    overlapping = {c.name for c in likely} - {c.name for c in winners}
    own = own_awards(awards, winners, honoured, overview.analysis)
    names = {m.text for award in own for m in award.cluster.mentions}
    winners = [winner for winner in winners if winner.name not in names]
    others = [f for role in OTHER_ROLES for f in _in_role(role, observed, overview)]
    return Judgement(
        tuple(own),
        tuple(a for a in awards if a not in own and a.cluster in overview.awards),
        tuple(_standing(winners, overview)) + tuple(others),
        honoured,
        frozenset(overlapping),
    )


def _in_role(
    role: OtherRole, observed: Sequence[tuple[PartyCandidate, set[str]]], overview: Overview
) -> Iterator[Finding]:
    """What rules found of a role, less the improbable, and the probable that they passed over."""
    least = thresholds(overview.analysis)
    for party, seen in observed:
        found = [finding for finding in party.findings if finding.role == role]
        chance = probability(role, seen)
        if found and chance >= least.found_role:
            yield from found
        elif chance >= least.role[role] and not party.findings and not _ends_award(party, overview):
            index, mention = party.mentions[0]
            source = replace(mention, label="WEIGHED", rule=f"{role}.weighed")
            award = next(iter(overview.analysis.sentences[index].of("AWARD")), None)
            yield Finding(role, mention, index, source, award)


def _ends_award(party: PartyCandidate, overview: Overview) -> bool:
    sentences = overview.analysis.sentences
    return all(ends_award(mention, sentences[index]) for index, mention in party.mentions)


def _awards(overview: Overview) -> list[Judged]:
    """Awards by rules and probable names, the most probable first; names of one award only once."""
    judged = (
        (c, probability("award", award_features(c, overview))) for c in award_candidates(overview)
    )
    least = thresholds(overview.analysis).sole_award
    probable = [Judged(c.cluster, p) for c, p in judged if c.by_rules or p >= least]
    distinct: list[Judged] = []
    for award in sorted(probable, key=lambda a: (-a.probability, a.cluster.best.start)):
        is_known = any(alike(award.cluster.best, other.cluster.best) for other in distinct)
        if not is_known and not _is_short_form(award, distinct, overview.analysis):
            distinct.append(award)
    return distinct


def _is_short_form(award: Judged, others: Sequence[Judged], analysis: Analysis) -> bool:
    """Whether a name is introduced in brackets behind another award: "Exportpreis (DEP)"."""
    string = analysis.text.string
    ends = {m.end for other in others for m in other.cluster.mentions}
    return any(
        m.text.isupper() and string[m.start - 2 : m.start] == " (" and m.start - 2 in ends
        for m in award.cluster.mentions
    )


def _standing(winners: Sequence[PartyCandidate], overview: Overview) -> list[Finding]:
    """The findings less those of unlikely recipients, and one for each likely one that had none."""
    names = {winner.name for winner in winners}
    kept = [
        finding
        for finding in overview.found
        if finding.role == "recipient" and overview.register.name(finding.party) in names
    ]
    new = [_weighed(winner, kept, overview.analysis) for winner in winners if not winner.honours]
    return kept + new


def _weighed(candidate: PartyCandidate, found: Sequence[Finding], analysis: Analysis) -> Finding:
    """A finding without a rule, at the mention that speaks most for it."""
    index, mention = max(
        candidate.mentions,
        key=lambda at: probability("recipient", set(mention_features(at[1], at[0], analysis))),
    )
    sentence = analysis.sentences[index]
    source = replace(mention, label="WEIGHED", rule="recipient.weighed")
    rank = rank_of(mention, sentence, mention.clause)
    return Finding(
        "recipient",
        mention,
        index,
        source,
        next(iter(sentence.of("AWARD")), None),
        None if _is_taken(rank, mention, sentence, found) else rank,
        category=category_of(mention, sentence),
        status=status_in(sentence),
    )


def _is_taken(
    rank: Mention | None, mention: Mention, sentence: Sentence, found: Sequence[Finding]
) -> bool:
    """Whether a rank belongs to others than those who are named together with the mention."""
    named = parties(sentence)
    beside = coordinated(mention, named, sentence) if mention in named else []
    return any(f.rank == rank and f.party not in beside for f in found if f.rank is not None)
