"""Releases with gold facts become examples: the features of each candidate, and what is right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.weighing import (
    Overview,
    award_candidates,
    award_features,
    date_candidates,
    date_features,
    party_features,
    region_candidates,
    region_features,
)
from lorbeer.evaluate import GoldRelease
from lorbeer.evaluate.spelling import same
from lorbeer.flow import Analysis

#: Begins the observation that all examples of a gold file but the first share.
SOURCE = "(source)"
#: Excerpts taken from each release at most.
EXCERPTS = 3


@dataclass(frozen=True)
class Example:
    """A candidate: what is observed of it, whether gold agrees, and who published its release."""

    features: frozenset[str]
    is_right: bool
    publisher: str


@dataclass(frozen=True)
class ReleaseExamples:
    """The candidates of one release, by the question that is asked of them.

    `source`: the number of its gold file.
    """

    publisher: str
    questions: Mapping[str, tuple[Example, ...]]
    source: int = 0
    is_excerpt: bool = False


def all_examples(
    release: GoldRelease, analysis: Analysis, source: int = 0
) -> Iterator[ReleaseExamples]:
    """The examples of a release, and of excerpts from it.

    Excerpts, single paragraphs, teach to judge short texts. Examples of other files than the first
    share an observation that takes up how often candidates are right there.
    """
    yield examples(release, analysis, source)
    for excerpt in excerpts(analysis):
        yield replace(examples(release, excerpt, source), is_excerpt=True)


def excerpts(analysis: Analysis) -> Iterator[Analysis]:
    """The first paragraphs that name an award, each as a text of its own."""
    blocks = groupby(analysis.sentences, key=lambda sentence: sentence.block)
    paragraphs = (tuple(s) for block, s in blocks if block.kind == "paragraph")
    telling = (p for p in paragraphs if any(sentence.of("AWARD") for sentence in p))
    for paragraph in islice(telling, EXCERPTS):
        yield replace(analysis, sentences=paragraph)


def examples(release: GoldRelease, analysis: Analysis, source: int = 0) -> ReleaseExamples:
    """The candidates of one release; `source` is the number of its gold file."""
    analysis, found = propose(analysis)
    overview = Overview(analysis, found, PartyRegister(analysis))
    own = [award for award in release.awards if not award.background]
    publisher = release.source.repo or release.id
    origin = {f"{SOURCE} {source}"} if source else set()

    def example(features: set[str], name: str, accepted: Sequence[Sequence[str]]) -> Example:
        return Example(frozenset(features | origin), _is_one_of(name, accepted), publisher)

    awards = [award.name for award in own]
    recipients = [name for award in own for h in award.honours for name in h.recipients]
    others = {
        "giver": [name for award in own for name in award.conferred_by],
        "presenter": [name for award in own for name in award.presented_by],
        "partner": [name for award in own for name in award.partners],
    }
    parties = [(party, party_features(party, overview)) for party in overview.parties]
    regions = [name for award in own for name in award.regions]
    days = {award.date for award in own}
    dates = date_candidates(analysis)
    questions = {
        "award": (
            example(award_features(c, overview), c.name, awards) for c in award_candidates(overview)
        ),
        "recipient": (example(seen, party.name, recipients) for party, seen in parties),
        **{
            role: tuple(example(seen, party.name, names) for party, seen in parties)
            for role, names in others.items()
        },
        "region": (
            example(region_features(c, overview), c.name, regions)
            for c in region_candidates(analysis)
        ),
        "date": (
            Example(
                frozenset(date_features(c, dates, overview)),
                c.value is not None and c.value in days,
                publisher,
            )
            for c in dates
        ),
    }
    found_by_question = {name: tuple(found) for name, found in questions.items()}
    return ReleaseExamples(publisher, found_by_question, source)


def _is_one_of(name: str, accepted: Sequence[Sequence[str]]) -> bool:
    return any(same(one, name, strict=False) for spellings in accepted for one in spellings)
