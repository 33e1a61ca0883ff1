"""The judgement on a release: which of its names are awards of its own, and who is honoured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lorbeer.assemble.judging.conferred import is_given
from lorbeer.assemble.judging.further import with_further
from lorbeer.assemble.judging.merits import with_merits
from lorbeer.assemble.judging.others import others_in_role
from lorbeer.assemble.judging.own_awards import own_awards
from lorbeer.assemble.judging.pending import with_pending
from lorbeer.assemble.judging.sharing import with_shared_places
from lorbeer.assemble.judging.siblings import with_siblings
from lorbeer.assemble.judging.signs import is_reported
from lorbeer.assemble.judging.winners import (
    distinct,
    evened,
    is_surely_honoured,
    likely_winners,
)
from lorbeer.assemble.reading.awards import DESCRIPTION, Judged, alike
from lorbeer.assemble.reading.classes import category_of
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.assemble.reading.ranks import rank_of
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    Overview,
    PartyCandidate,
    award_candidates,
    award_features,
    mention_features,
    party_features,
    probability,
)
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.records import Status

_WINNING = frozenset({"confer", "receive", "win", "congratulate"})


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
    is_proven = is_surely_honoured(overview, honoured)
    awards = [a for a in _awards(overview) if is_reported(a, overview, is_proven=is_proven)]
    likely = likely_winners(overview, honoured, awards)
    winners = distinct(likely, honoured)
    overlapping = {c.name for c in likely} - {c.name for c in winners}
    own = own_awards(awards, winners, honoured, overview.analysis)
    standing = _standing(winners, overview)
    own = with_siblings(own, awards, standing, overview.analysis)
    own = with_further(own, awards, standing, overview.analysis)
    own = with_merits(own, awards, standing, overview.analysis)
    names = {m.text for award in own for m in award.cluster.mentions}
    winners = [winner for winner in winners if winner.name not in names]
    observed = [(party, seen) for party, seen in observed if party.name not in names]
    others = others_in_role(observed, {winner.name for winner in winners}, overview)
    found = (*with_shared_places(_standing(winners, overview), overview.analysis), *others)
    return Judgement(
        tuple(own),
        tuple(a for a in awards if a not in own and a.cluster in overview.awards),
        tuple(with_pending(found, overview.analysis)),
        honoured,
        frozenset(overlapping),
    )


def _awards(overview: Overview) -> list[Judged]:
    """Awards by rules and probable names, the most probable first; names of one award only once."""
    judged = [
        (c, probability("award", award_features(c, overview))) for c in award_candidates(overview)
    ]
    least = thresholds(overview.analysis)
    ruled = {id(c.cluster) for c, _ in judged if c.by_rules}
    probable = [
        Judged(c.cluster, p)
        for c, p in judged
        if c.by_rules
        or p >= least.sole_award
        or (p >= least.given_name and is_given(c.cluster, overview.analysis))
    ]
    distinct: list[Judged] = []
    for award in _in_order(probable):
        if _is_short_form(award, distinct, overview.analysis):
            continue
        is_ruled = id(award.cluster) in ruled
        known = next((o for o in distinct if _is_same(award, o, is_ruled=is_ruled)), None)
        if known is None:
            distinct.append(award)
        elif is_ruled and id(known.cluster) not in ruled and _is_within(known, award):
            distinct[distinct.index(known)] = award
    return _in_order(distinct)


def _in_order(awards: Iterable[Judged]) -> list[Judged]:
    """The most probable first, then the one named first."""
    return sorted(awards, key=lambda a: (-a.probability, a.cluster.best.start))


def _is_same(award: Judged, other: Judged, *, is_ruled: bool) -> bool:
    """Whether an award is a likelier one under another name, or, unless rules call it an award
    themselves, part of that one's name or more of what describes it.
    """
    is_part = not is_ruled and (_is_within(award, other) or _holds_description(award, other))
    return is_part or alike(award.cluster.best, other.cluster.best)


def _is_within(part: Judged, whole: Judged) -> bool:
    """Whether a name consists of words of the other's: "Research" of "Research Award"."""
    name = f" {part.cluster.best.text} "
    return any(name in f" {m.text} " for m in whole.cluster.mentions)


def _holds_description(award: Judged, other: Judged) -> bool:
    """Whether a name is another's description with what follows: "Filmpreis der Stadt"."""
    descriptions = [m for m in other.cluster.mentions if m.rule == DESCRIPTION]
    return any(
        m.start <= d.start and d.end <= m.end for m in award.cluster.mentions for d in descriptions
    )


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
        status=next((f.status for f in found if f.sentence == index), _status(sentence, found)),
    )


def _status(sentence: Sentence, found: Sequence[Finding]) -> Status:
    """What the sentence says, else that of all who are found, where they are only nominated."""
    status = status_in(sentence)
    tells = (
        sentence.of("RANK")
        or any(noun.kind.startswith("recipient") for noun in sentence.of("ROLE"))
        or any(t.meaning in _WINNING for t in sentence.triggers)
    )
    if status != "winner" or tells or not found:
        return status
    return "nominee" if all(f.status == "nominee" for f in found) else status


def _is_taken(
    rank: Mention | None, mention: Mention, sentence: Sentence, found: Sequence[Finding]
) -> bool:
    """Whether a rank belongs to others than those who are named together with the mention."""
    named = parties(sentence)
    beside = coordinated(mention, named, sentence) if mention in named else []
    return any(f.rank == rank and f.party not in beside for f in found if f.rank is not None)
