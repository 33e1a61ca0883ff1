"""Names that may be the award of the release, and what is observed of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from de_lorbeer.award_heads import head_of, is_generic, is_special_prize
from lorbeer.assemble.awards import Cluster, salience
from lorbeer.assemble.findings import PARTY_LABELS, Finding
from lorbeer.assemble.staging import invites
from lorbeer.assemble.weighing.observations import observe, step, whole
from lorbeer.flow import Analysis, Mention

_YEAR = re.compile(r"\s*(?:19|20)\d\d")
_LAST_WORD = re.compile(r"[\w-]+(?=\W*$)")
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class AwardCandidate:
    """A name with its mentions; `by_rules` tells whether rules call it an award."""

    cluster: Cluster
    by_rules: bool

    @property
    def name(self) -> str:
        """The name in its best spelling."""
        return self.cluster.best.canonical


def award_candidates(analysis: Analysis, groups: Sequence[Cluster]) -> list[AwardCandidate]:
    """The awards that rules found, then every other name: it may be an award all the same."""
    known = {text for group in groups for m in group.mentions for text in (m.text, m.canonical)}
    others: dict[str, Cluster] = {}
    for index, sentence in enumerate(analysis.sentences):
        for mention in sentence.of(*PARTY_LABELS):
            if mention.text in known or len(mention.text) < _SHORTEST_NAME:
                continue
            cluster = others.setdefault(mention.text, Cluster())
            as_award = replace(
                mention, label="AWARD", kind="prize", canonical=mention.text, rule=mention.rule
            )
            cluster.mentions.append(as_award)
            cluster.sentences.append(index)
            cluster.salience += salience(sentence, as_award)
    return [
        *(AwardCandidate(group, True) for group in groups),
        *(AwardCandidate(cluster, False) for cluster in others.values()),
    ]


def award_features(
    candidate: AwardCandidate,
    analysis: Analysis,
    groups: Sequence[Cluster],
    found: Sequence[Finding],
) -> set[str]:
    """What is observed of a name that may be an award."""
    features = {
        feature
        for index, mention in zip(
            candidate.cluster.sentences, candidate.cluster.mentions, strict=True
        )
        for feature in (*observe(mention, index, analysis), *_beside(mention, index, analysis))
    }
    features.update(whole(candidate.cluster.sentences, analysis))
    features.update(_in_itself(candidate))
    features.update(_among_awards(candidate, groups, found))
    features.update(_in_release(analysis, groups, found))
    return features


def _beside(mention: Mention, index: int, analysis: Analysis) -> Iterator[str]:
    sentence = analysis.sentences[index]
    before = _LAST_WORD.search(sentence.text[: mention.start - sentence.start])
    if before and (head_of(before[0]) or is_generic(before[0])):
        yield "award noun before"
    if _YEAR.match(sentence.text, mention.end - sentence.start):
        yield "year behind"


def _in_itself(candidate: AwardCandidate) -> Iterator[str]:
    heads = [head for word in candidate.name.split() if (head := head_of(word))]
    yield f"head {heads[-1].word}" if heads else "no head"
    if heads:
        yield f"head {heads[-1].strength}"
    if is_special_prize(candidate.name):
        yield "special prize"
    yield f"mentions {step(len(candidate.cluster.mentions))}"


def _among_awards(
    candidate: AwardCandidate, groups: Sequence[Cluster], found: Sequence[Finding]
) -> Iterator[str]:
    """How a name relates to the awards that rules found, and to what they found about them."""
    if candidate.by_rules:
        yield from _as_award(candidate.cluster, groups, found)
        return
    yield "no award by rules"
    awards = {mention.text for group in groups for mention in group.mentions}
    if any(candidate.name in award for award in awards):
        yield "part of an award's name"
    if any(award in candidate.name for award in awards):
        yield "holds an award's name"
    if any(f.role == "recipient" and f.party.text == candidate.name for f in found):
        yield "found recipient"


def _as_award(
    cluster: Cluster, groups: Sequence[Cluster], found: Sequence[Finding]
) -> Iterator[str]:
    yield f"rank among awards {min(groups.index(cluster), 4)}"
    total = sum(group.salience for group in groups)
    yield f"share of salience {int(4.99 * cluster.salience / total) if total else 0}"
    yield f"kind {cluster.best.kind or 'prize'}"
    texts = {mention.text for mention in cluster.mentions}
    for finding in found:
        if finding.award is not None and finding.award.text in texts:
            yield f"has {finding.role}"


def _in_release(
    analysis: Analysis, groups: Sequence[Cluster], found: Sequence[Finding]
) -> Iterator[str]:
    yield f"awards {step(len(groups))}"
    if invites(analysis):
        yield "release invites"
    if any(finding.role == "recipient" for finding in found):
        yield "release honours"
