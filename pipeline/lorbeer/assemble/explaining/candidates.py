"""What was weighed: names, parties, days and places, with what spoke for and against each."""

from collections.abc import Iterable, Iterator, Sequence

from lorbeer.assemble.explaining.objections import (
    award_objection,
    recipient_objection,
    role_objection,
)
from lorbeer.assemble.judging.judgement import Judgement
from lorbeer.assemble.judging.others import OtherRole
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    Overview,
    award_candidates,
    award_features,
    contributions,
    date_candidates,
    date_features,
    party_features,
    probability,
    region_candidates,
    region_features,
)
from lorbeer.flow import Draft
from lorbeer.reasons import Candidate, Question, Weighed
from lorbeer.values.regions import canonical_region

#: Observations told for and against a candidate.
TOLD = 3


def weighed_candidates(
    overview: Overview, judgement: Judgement, drafts: Sequence[Draft]
) -> Iterator[Candidate]:
    """Every candidate for an award, the roles of parties, the day and a region, in this order."""
    reported = [draft for draft in drafts if draft.stage is not None]
    yield from _awards(overview, judgement, drafts)
    yield from _recipients(overview, judgement, reported)
    yield from _others(overview, reported)
    yield from _dates(overview, reported)
    yield from _regions(overview, reported)


def _awards(
    overview: Overview, judgement: Judgement, drafts: Sequence[Draft]
) -> Iterator[Candidate]:
    least = thresholds(overview.analysis)
    for candidate in award_candidates(overview):
        features = award_features(candidate, overview)
        chance = probability("award", features)
        objection = award_objection(candidate, chance, judgement, drafts, least)
        indices = candidate.cluster.sentences
        yield _candidate("award", candidate.name, indices, features, objection)


def _recipients(
    overview: Overview, judgement: Judgement, reported: Sequence[Draft]
) -> Iterator[Candidate]:
    for party in overview.parties:
        objection = recipient_objection(party, judgement, reported, overview)
        indices = [index for index, _ in party.mentions]
        features = party_features(party, overview)
        yield _candidate("recipient", party.name, indices, features, objection)


def _others(overview: Overview, reported: Sequence[Draft]) -> Iterator[Candidate]:
    taken: dict[OtherRole, set[str]] = {
        "giver": {party.name for draft in reported for party in draft.conferred_by},
        "presenter": {party.name for draft in reported for party in draft.presented_by},
        "partner": {party.name for draft in reported for party in draft.partners},
    }
    least = thresholds(overview.analysis)
    for party in overview.parties:
        features = party_features(party, overview)
        indices = [index for index, _ in party.mentions]
        for role, names in taken.items():
            chance = probability(role, features)
            objection = role_objection(role, party, chance, party.name in names, least)
            yield _candidate(role, party.name, indices, features, objection)


def _dates(overview: Overview, reported: Sequence[Draft]) -> Iterator[Candidate]:
    taken = {draft.date for draft in reported}
    everyone = date_candidates(overview.analysis)
    least = thresholds(overview.analysis).date
    for date in everyone:
        features = date_features(date, everyone, overview)
        objection = ""
        if date.mention not in taken:
            objection = _below("date", features, least) or "another day is likelier or nearer"
        if date.value is None:
            objection = "stands for no day"
        yield _candidate("date", date.mention.text, [date.index], features, objection)


def _regions(overview: Overview, reported: Sequence[Draft]) -> Iterator[Candidate]:
    taken = {canonical_region(m.text)[0] for draft in reported for m in draft.regions}
    least = thresholds(overview.analysis).region
    for place in region_candidates(overview.analysis):
        features = region_features(place, overview)
        objection = ""
        if place.name not in taken:
            objection = _below("region", features, least) or "stands by no award"
        indices = [index for index, _ in place.mentions]
        yield _candidate("region", place.name, indices, features, objection)


def _below(question: Question, features: set[str], least: float) -> str:
    return f"below {least}" if probability(question, features) < least else ""


def _candidate(
    question: Question, name: str, indices: Iterable[int], features: set[str], objection: str
) -> Candidate:
    weighed = contributions(question, features)
    return Candidate(
        question,
        name,
        tuple(sorted({index + 1 for index in indices})),
        probability(question, features),
        objection,
        _heaviest(one for one in weighed if one[1] > 0),
        _heaviest(one for one in weighed if one[1] < 0),
    )


def _heaviest(weighed: Iterable[Weighed]) -> tuple[Weighed, ...]:
    return tuple(weighed)[:TOLD]
