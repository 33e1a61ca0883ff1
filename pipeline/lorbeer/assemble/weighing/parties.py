"""What is observed of a party that may be honoured, all over the release."""

from collections.abc import Iterator

from lorbeer.assemble.reading.affiliations import is_aside
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.assemble.weighing.candidates import PartyCandidate
from lorbeer.assemble.weighing.observations import distance, observe, step, whole
from lorbeer.assemble.weighing.overview import Overview
from lorbeer.assemble.weighing.tagged import tagger_says
from lorbeer.flow import Analysis, Mention

#: The roles that tell a party that is honoured from others.
_ROLES = ("recipient", "award", "giver", "presenter", "partner", "category", "place", "region")
#: A sentence with more parties is an enumeration.
_MANY = 3


def party_features(candidate: PartyCandidate, overview: Overview) -> set[str]:
    """What is observed of a party: what rules say, how it is mentioned, what the release is."""
    features = {
        feature
        for index, mention in candidate.mentions
        for feature in mention_features(mention, index, overview.analysis)
    }
    features.update(_from_rules(candidate, overview.analysis))
    features.update(_beside(candidate, overview))
    features.update(_in_release(candidate, overview))
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
    yield from tagger_says([mention], _ROLES, analysis)


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


def _beside(candidate: PartyCandidate, overview: Overview) -> Iterator[str]:
    """Whether the party is coordinated with one that rules found to be honoured."""
    for index, mention in candidate.mentions:
        sentence = overview.analysis.sentences[index]
        named = parties(sentence)
        if mention in named:
            group = coordinated(mention, named, sentence)
            if any(other in overview.honoured_mentions for other in group if other != mention):
                yield "beside honoured"


def _in_release(candidate: PartyCandidate, overview: Overview) -> Iterator[str]:
    indices = {index for index, _ in candidate.mentions}
    yield from whole(indices, overview.analysis)
    yield f"mentions {step(len(indices))}"
    yield f"parties honoured {step(len(overview.honoured))}"
    yield f"parties {step(len(overview.parties))}"
    yield f"awards {step(len(overview.awards))}"
    if overview.invites:
        yield "release invites"
    if any(candidate.name in award for award in overview.award_names):
        yield "in an award's name"
    if any(mention.text in overview.title for _, mention in candidate.mentions):
        yield "in title"
