"""Parties that may be honoured, and what is observed of them all over the release."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lorbeer.assemble.awards import Cluster
from lorbeer.assemble.findings import Finding
from lorbeer.assemble.groups import coordinated, is_aside, parties
from lorbeer.assemble.party_register import PartyRegister
from lorbeer.assemble.staging import invites
from lorbeer.assemble.weighing.observations import distance, observe, step, whole
from lorbeer.flow import Analysis, Mention

#: A sentence with more parties is an enumeration.
_MANY = 3


@dataclass(frozen=True)
class PartyCandidate:
    """A party with its mentions (each with the index of its sentence) and what rules found."""

    name: str
    mentions: tuple[tuple[int, Mention], ...]
    findings: tuple[Finding, ...]

    @property
    def honours(self) -> tuple[Finding, ...]:
        """What rules found of the party being honoured."""
        return tuple(finding for finding in self.findings if finding.role == "recipient")


def party_candidates(
    analysis: Analysis, found: Iterable[Finding], register: PartyRegister
) -> list[PartyCandidate]:
    """Every party that the release names, in order of its first mention."""
    mentions: dict[str, list[tuple[int, Mention]]] = {}
    findings: dict[str, list[Finding]] = {}
    for index, sentence in enumerate(analysis.sentences):
        for mention in parties(sentence):
            mentions.setdefault(register.name(mention), []).append((index, mention))
    for finding in found:
        name = register.name(finding.party)
        place = _sentence_of(finding.party, analysis)
        mentions.setdefault(name, []).extend([] if place is None else [(place, finding.party)])
        findings.setdefault(name, []).append(finding)
    return [
        PartyCandidate(name, tuple(dict.fromkeys(found_at)), tuple(findings.get(name, ())))
        for name, found_at in mentions.items()
    ]


def _sentence_of(mention: Mention, analysis: Analysis) -> int | None:
    """Index of the sentence in which a mention begins; a finding may stand in another one.

    None for a publisher whom only the page around the sentences names.
    """
    holding = (i for i, s in enumerate(analysis.sentences) if s.start <= mention.start < s.end)
    return next(holding, None)


def party_features(
    candidate: PartyCandidate,
    everyone: Sequence[PartyCandidate],
    analysis: Analysis,
    groups: Sequence[Cluster],
) -> set[str]:
    """What is observed of a party: what rules say, how it is mentioned, what the release is."""
    features = {
        feature
        for index, mention in candidate.mentions
        for feature in mention_features(mention, index, analysis)
    }
    features.update(_from_rules(candidate, analysis))
    features.update(_beside(candidate, everyone, analysis))
    features.update(_in_release(candidate, everyone, analysis, groups))
    return features


def mention_features(mention: Mention, index: int, analysis: Analysis) -> Iterator[str]:
    """What is observed of one mention of a party."""
    sentence = analysis.sentences[index]
    everyone = parties(sentence)
    yield from observe(mention, index, analysis)
    if mention in everyone and is_aside(mention, everyone, sentence):
        yield "aside"
    if len(everyone) > _MANY:
        yield "among many"
    ranks, awards = sentence.of("RANK"), sentence.of("AWARD")
    if ranks:
        yield f"rank within {step(min(distance(mention, rank) for rank in ranks) // 4)}"
        yield "rank behind" if any(r.start >= mention.end for r in ranks) else "rank before"
    if awards:
        yield f"award within {step(min(distance(mention, award) for award in awards) // 8)}"


def _from_rules(candidate: PartyCandidate, analysis: Analysis) -> Iterator[str]:
    """What rules found; a party named elsewhere than in their sentence is the one that speaks."""
    for finding in candidate.findings:
        sentence = analysis.sentences[finding.sentence]
        if not sentence.start <= finding.party.start < sentence.end:
            yield "found as speaker"
        yield f"found {finding.role}"
        if finding.role == "recipient":
            yield f"found by {finding.source.rule}"
        if finding.rank is not None:
            yield "found with rank"


def _beside(
    candidate: PartyCandidate, everyone: Sequence[PartyCandidate], analysis: Analysis
) -> Iterator[str]:
    """Whether the party is coordinated with one that rules found to be honoured."""
    honoured = {m for other in everyone if other.honours for _, m in other.mentions}
    for index, mention in candidate.mentions:
        named = parties(analysis.sentences[index])
        if mention in named:
            group = coordinated(mention, named, analysis.sentences[index])
            if any(other in honoured for other in group if other != mention):
                yield "beside honoured"


def _in_release(
    candidate: PartyCandidate,
    everyone: Sequence[PartyCandidate],
    analysis: Analysis,
    groups: Sequence[Cluster],
) -> Iterator[str]:
    indices = {index for index, _ in candidate.mentions}
    yield from whole(indices, analysis)
    yield f"mentions {step(len(indices))}"
    yield f"parties honoured {step(sum(bool(other.honours) for other in everyone))}"
    yield f"parties {step(len(everyone))}"
    yield f"awards {step(len(groups))}"
    if invites(analysis):
        yield "release invites"
    if any(candidate.name in award.text for group in groups for award in group.mentions):
        yield "in an award's name"
    title = analysis.sentences[0].text if analysis.sentences else ""
    if any(mention.text in title for _, mention in candidate.mentions):
        yield "in title"
