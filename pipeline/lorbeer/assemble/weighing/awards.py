"""Names that may be the award of the release, and what is observed of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from de_lorbeer.award_heads import head_of, is_generic, is_special_prize
from de_lorbeer.data import words as lexicon
from lorbeer.assemble.reading.awards import DESCRIPTION, Cluster, words
from lorbeer.assemble.reading.findings import PARTY_LABELS
from lorbeer.assemble.reading.groups import overlap
from lorbeer.assemble.weighing.observations import observe, step, whole
from lorbeer.assemble.weighing.overview import Overview
from lorbeer.assemble.weighing.recurrence import recurrences
from lorbeer.assemble.weighing.tagged import tagged_mentions, tagger_says
from lorbeer.flow import Analysis, Mention, Sentence

_YEAR = re.compile(r"\s*(?:19|20)\d\d")
_LAST_WORD = re.compile(r"[\w-]+(?=\W*$)")
_SHORTEST_NAME, _LONGEST_WORD = 3, 80
#: The rule for a name in quotation marks behind an award noun.
_QUOTED = "award.noun-quoted"
_PLACE = "place.gazetteer"
#: The roles that tell an award from what is named beside it.
_ROLES = ("award", "recipient", "giver", "event", "category")
#: No sign of an award: gold happens to have more awards than other names in such sentences.
_NEGATED = frozenset({"always negated", "sometimes negated"})
_KNOWN = "award.known"


@dataclass(frozen=True)
class AwardCandidate:
    """A name with its mentions; `by_rules` tells whether rules call it an award."""

    cluster: Cluster
    by_rules: bool

    @property
    def name(self) -> str:
        """The name in its best spelling."""
        return self.cluster.best.canonical


def award_candidates(overview: Overview) -> list[AwardCandidate]:
    """The awards that rules found, then every other name: it may be an award all the same."""
    known = {words(m.canonical) for c in overview.awards for m in c.mentions}
    known |= {words(m.text) for c in overview.awards for m in c.mentions}
    others: dict[tuple[str, ...], Cluster] = {}
    for index, mention in _names(overview.analysis):
        key = words(mention.text)
        if key and key not in known and _may_be_award(mention.text):
            _add(others.setdefault(key, Cluster()), mention, index, overview.analysis)
    for key, index, mention in recurrences(others, overview.analysis):
        if not any(overlap(mention, known) for known in others[key].mentions):
            _add(others[key], mention, index, overview.analysis)
    return [
        *(AwardCandidate(cluster, True) for cluster in overview.awards),
        *(AwardCandidate(cluster, False) for cluster in others.values() if not _is_place(cluster)),
    ]


def _may_be_award(name: str) -> bool:
    """Whether a name is no heading of news: "Rundbrief 61", "Rückblick Gemeindefest"."""
    parts = [part for part in name.split() if any(map(str.isalpha, part))]
    is_heading = any(part in lexicon("news_nouns") for part in (*parts[:1], *parts[-1:]))
    return len(name) >= _SHORTEST_NAME and not is_heading


def _is_place(cluster: Cluster) -> bool:
    """Whether a name is a town's or an area's: no award is called like that, and nothing else."""
    return any(mention.rule == _PLACE for mention in cluster.mentions)


def _add(cluster: Cluster, mention: Mention, index: int, analysis: Analysis) -> None:
    as_award = replace(mention, label="AWARD", kind="prize", canonical=mention.text)
    cluster.add(as_award, index, analysis.sentences[index])


def ends_award(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name stands right behind an award's, as part of it: "Kunstpreis Aue"."""
    return mention.start in {award.end + 1 for award in sentence.of("AWARD", "AWARD_NOUN")}


def _cuts_known(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name ends amid that of a known award: "Landeswettbewerb Jugend" forscht."""
    return any(
        award.rule == _KNOWN and mention.start < award.start < mention.end < award.end
        for award in sentence.of("AWARD")
    )


def _names(analysis: Analysis) -> Iterator[tuple[int, Mention]]:
    """Every name with the index of its sentence, and what the role tagger takes for an award."""
    seen = set()
    for index, sentence in enumerate(analysis.sentences):
        for mention in sentence.of(*PARTY_LABELS):
            seen.add((mention.start, mention.end))
            if _cuts_known(mention, sentence):
                continue
            if mention.label not in {"PLACE", "NAME"} or not ends_award(mention, sentence):
                yield index, mention
    for index, mention in tagged_mentions("award", analysis):
        is_new = (mention.start, mention.end) not in seen
        if is_new and not ends_award(mention, analysis.sentences[index]):
            yield index, mention


def award_features(candidate: AwardCandidate, overview: Overview) -> set[str]:
    """What is observed of a name that may be an award."""
    analysis = overview.analysis
    features = {
        feature
        for index, mention in zip(
            candidate.cluster.sentences, candidate.cluster.mentions, strict=True
        )
        for feature in (*observe(mention, index, analysis), *_beside(mention, index, analysis))
    }
    features.update(f for f in whole(candidate.cluster.sentences, analysis) if f not in _NEGATED)
    features.update(_in_itself(candidate, analysis))
    features.update(_among_awards(candidate, overview))
    features.update(_in_release(overview))
    features.update(tagger_says(candidate.cluster.mentions, _ROLES, analysis))
    return features


def _beside(mention: Mention, index: int, analysis: Analysis) -> Iterator[str]:
    before = _word_before(mention, index, analysis)
    if head_of(before) or is_generic(before):
        yield "award noun before"
    sentence = analysis.sentences[index]
    if _YEAR.match(sentence.text, mention.end - sentence.start):
        yield "year behind"


def _word_before(mention: Mention, index: int, analysis: Analysis) -> str:
    sentence = analysis.sentences[index]
    end = mention.start - sentence.start
    before = _LAST_WORD.search(sentence.text[max(0, end - _LONGEST_WORD) : end])
    return before[0] if before else ""


def _in_itself(candidate: AwardCandidate, analysis: Analysis) -> Iterator[str]:
    """The head of the name, which may stand before it: "das Siegel „Blauer Engel“"."""
    cluster = candidate.cluster
    words = candidate.name.split()
    if candidate.by_rules:
        quoted = [at for at in cluster.named() if at[0].rule == _QUOTED]
        words += [_word_before(mention, index, analysis) for mention, index in quoted]
        words = [m.text.split()[0] for m in cluster.mentions if m.rule == DESCRIPTION] + words
    heads = [head for word in words if (head := head_of(word))]
    yield f"head {heads[-1].word}" if heads else "no head"
    if heads:
        yield f"head {heads[-1].strength}"
    if is_special_prize(candidate.name):
        yield "special prize"
    yield f"mentions {step(len(candidate.cluster.mentions))}"


def _among_awards(candidate: AwardCandidate, overview: Overview) -> Iterator[str]:
    """How a name relates to the awards that rules found, and to what they found about them."""
    if candidate.by_rules:
        yield from _as_award(candidate.cluster, overview)
        return
    yield "no award by rules"
    if any(candidate.name in award for award in overview.award_names):
        yield "part of an award's name"
    if any(award in candidate.name for award in overview.award_names):
        yield "holds an award's name"
    if candidate.name in overview.recipients:
        yield "found recipient"


def _as_award(cluster: Cluster, overview: Overview) -> Iterator[str]:
    yield f"rank among awards {min(overview.awards.index(cluster), 4)}"
    total = sum(award.salience for award in overview.awards)
    yield f"share of salience {int(4.99 * cluster.salience / total) if total else 0}"
    yield f"kind {cluster.best.kind or 'prize'}"
    texts = {mention.text for mention in cluster.mentions}
    for finding in overview.found:
        if finding.award is not None and finding.award.text in texts:
            yield f"has {finding.role}"


def _in_release(overview: Overview) -> Iterator[str]:
    yield f"awards {step(len(overview.awards))}"
    if overview.invites:
        yield "release invites"
    if overview.recipients:
        yield "release honours"
