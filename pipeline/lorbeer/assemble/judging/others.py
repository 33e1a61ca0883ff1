"""Who else has a part in an award: those who give it, hand it over, or are its partners."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from de_lorbeer.cues import cue
from lorbeer.assemble.judging.bystanders import takes_for_others
from lorbeer.assemble.proposing.organisers import SAID as ORGANISED
from lorbeer.assemble.proposing.support import LISTED, SAID
from lorbeer.assemble.reading.affiliations import depth, is_aside
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import parties
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import Overview, PartyCandidate, ends_award, probability
from lorbeer.flow import Mention, Sentence

OtherRole = Literal["giver", "presenter", "partner"]
OTHER_ROLES: tuple[OtherRole, ...] = ("giver", "presenter", "partner")


def others_in_role(
    observed: Sequence[tuple[PartyCandidate, set[str]]],
    winners: Collection[str],
    overview: Overview,
) -> list[Finding]:
    """What rules found of those in other roles, less the improbable, and the probable that they
    passed over, each of these in its likeliest role; a winner has none by probability alone.
    """
    found = [
        finding for party, seen in observed for finding in _of_party(party, seen, winners, overview)
    ]
    return [f for role in OTHER_ROLES for f in _whole(f for f in found if f.role == role)]


def _of_party(
    party: PartyCandidate, seen: set[str], winners: Collection[str], overview: Overview
) -> Iterator[Finding]:
    chances = {role: probability(role, seen) for role in OTHER_ROLES}
    least = thresholds(overview.analysis)
    for finding in party.findings:
        is_said = finding.source.rule in {SAID, LISTED, ORGANISED}
        if finding.role != "recipient" and (is_said or chances[finding.role] >= least.found_role):
            yield replace(finding, role="presenter") if _acts_for_giver(finding) else finding
        elif _acts_for_giver(finding) and party.name not in winners:
            yield replace(finding, role="presenter")
    if party.findings or party.name in winners or _ends_award(party, overview):
        return
    sentences = overview.analysis.sentences
    if any(takes_for_others(mention, sentences[index]) for index, mention in party.mentions):
        return
    over = {role: chances[role] / least.role[role] for role in OTHER_ROLES}
    likeliest = max(OTHER_ROLES, key=lambda role: over[role])
    index, mention = party.mentions[0]
    if likeliest == "giver" and _is_meant(mention, overview.analysis.sentences[index]):
        return
    if over[likeliest] >= 1 and not (likeliest != "presenter" and mention.label == "PLACE"):
        source = replace(mention, label="WEIGHED", rule=f"{likeliest}.weighed")
        award = next(iter(overview.analysis.sentences[index].of("AWARD")), None)
        yield Finding(likeliest, mention, index, source, award)


def _is_meant(mention: Mention, sentence: Sentence) -> bool:
    """Whether something is for a party, or a person is of it, and it does not give then: "Preis
    für Moll-Gruppe", "Anna Moll, Inhaberin der Buchhandlung Eich".
    """
    if cue("giver.not-behind").search(sentence.text[: mention.start - sentence.start]):
        return True
    named = parties(sentence)
    return depth(mention, sentence) == 0 and is_aside(mention, named, sentence)


def _acts_for_giver(finding: Finding) -> bool:
    """Whether a person confers an award, or somebody receives it from them, which they do for
    somebody else unless they founded it.
    """
    is_person = finding.role == "giver" and finding.party.label == "PERSON"
    rule = finding.source.rule
    is_received = rule.startswith("receive.") and not rule.endswith(".passive")
    return is_person and (rule.startswith("confer.") or is_received)


def _whole(findings: Iterable[Finding]) -> list[Finding]:
    """The findings less those of names that are part of another's ("Au" in "Landkreis Au"), or hold
    one that a list names alone: "Ems Energie und Bank Au".
    """
    found = list(findings)
    listed = [f.party for f in found if f.source.rule == LISTED]
    found = [f for f in found if not any(_is_part_of(party, f.party) for party in listed)]
    return [f for f in found if not any(_is_part_of(f.party, other.party) for other in found)]


def _is_part_of(part: Mention, whole: Mention) -> bool:
    return whole.start <= part.start and part.end <= whole.end and len(part.text) < len(whole.text)


def _ends_award(party: PartyCandidate, overview: Overview) -> bool:
    sentences = overview.analysis.sentences
    return all(ends_award(mention, sentences[index]) for index, mention in party.mentions)
