"""Who is probably honoured: the parties that are likely enough, one name each."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from lorbeer.assemble.judging.bystanders import is_bystander, is_conferrer, is_remainder
from lorbeer.assemble.proposing.clause_parts import without_unnamed_subject
from lorbeer.assemble.reading.awards import Judged
from lorbeer.assemble.reading.calling import calls
from lorbeer.assemble.reading.doubts import is_unreal
from lorbeer.assemble.reading.findings import CONFERRING, RESULT, Finding
from lorbeer.assemble.reading.groups import coordinated, overlap, parties
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.assemble.thresholds import Thresholds, thresholds
from lorbeer.assemble.weighing import Overview, PartyCandidate
from lorbeer.flow import Analysis, Mention, Sentence

#: Labels of names of which nobody knows whether they are a party's.
_PLAIN_NAMES = frozenset({"PLACE", "NAME"})
#: How ids of rules begin by which nobody but a winner is bound.
_PLAIN = ("receive.", "win.", "noun.winner", "congratulate.")


def likely_winners(
    overview: Overview, honoured: Mapping[str, float], awards: Sequence[Judged]
) -> list[PartyCandidate]:
    """Who is probably honoured; somebody is where an award is told of, unless it is a call."""
    least = thresholds(overview.analysis)
    told = [
        c
        for c in overview.parties
        if not _is_former(c, overview) and (c.honours or not exclusion(c, overview))
    ]
    likely = _with_fellows(
        [c for c in told if honoured[c.name] >= least_of_recipient(c, least)], told
    )
    is_told_of = any(award.probability >= least.award for award in awards)
    if overview.invites and not any(c.honours for c in likely):
        return []
    if likely or not is_told_of or calls(overview.analysis):
        return likely
    possible = [
        c
        for c in told
        if not any(f.role == "giver" for f in c.findings)
        and (honoured[c.name] >= least.sole_recipient or is_certain(c, overview))
    ]
    return sorted(possible, key=lambda c: honoured[c.name])[-1:]


def is_surely_honoured(overview: Overview, honoured: Mapping[str, float]) -> bool:
    """Whether someone is honoured so probably that the release tells of an award."""
    least = thresholds(overview.analysis).sure_recipient
    return any(honoured[c.name] >= least and not exclusion(c, overview) for c in overview.parties)


def _with_fellows(
    likely: list[PartyCandidate], told: Sequence[PartyCandidate]
) -> list[PartyCandidate]:
    """Likely winners and who stands in the same line of results: makers and their work."""
    entries = {f.source for c in likely for f in c.honours if f.source.label == RESULT}
    return [c for c in told if c in likely or any(f.source in entries for f in c.honours)]


def exclusion(candidate: PartyCandidate, overview: Overview) -> str:
    """Why a party cannot win by being likely alone, without a rule; empty if it can."""
    if not is_told(candidate, overview.analysis):
        return "only denied, supposed or of the past"
    if _is_former(candidate, overview):
        return "named among former winners"
    if _is_listed_otherwise(candidate, overview) or is_bystander(candidate, overview.analysis):
        return "named beside the honour only"
    if is_conferrer(candidate, overview):
        return "confers or presents the award"
    if all(_is_beside(mention, index, overview) for index, mention in candidate.mentions):
        return "stands beside those whom a line of results names"
    return "rest of an entry" if is_remainder(candidate, overview) else ""


def _is_beside(mention: Mention, index: int, overview: Overview) -> bool:
    """Whether a line of results, read field by field, names a place, a mere name, or a body, where
    it honours nobody but persons.
    """
    if index not in overview.read_lines:
        return False
    is_body = mention.label == "ORGANISATION" and index in overview.lines_of_people
    return is_body or mention.label in _PLAIN_NAMES


def _is_former(candidate: PartyCandidate, overview: Overview) -> bool:
    """Whether a party is named only below a heading for the winners of earlier years."""
    return all(index in overview.former_lines for index, _ in candidate.mentions)


def _is_listed_otherwise(candidate: PartyCandidate, overview: Overview) -> bool:
    """Whether a party is named in a list of people who are not honoured, and nowhere where honours
    are told.
    """
    indices = {index for index, _ in candidate.mentions}
    if not indices & overview.other_lines:
        return False
    sentences = overview.analysis.sentences
    rest = {sentences[index].block for index in indices - overview.other_lines}
    return not any(s.block in rest and (s.triggers or s.of("AWARD", "RANK")) for s in sentences)


def is_certain(candidate: PartyCandidate, overview: Overview) -> bool:
    """Whether a text says in so many words that a party wins: by a verb of receiving, winning or
    congratulating, or a noun for winners; by one of conferring, with who confers ("Die Jury hat");
    by "wir", "er" or "der Verein", for whom a party named elsewhere stands.
    """
    if any(finding.source.rule.startswith(_PLAIN) for finding in candidate.honours):
        return True
    giving = {finding.source for finding in overview.found if finding.role in CONFERRING}
    sentences = overview.analysis.sentences
    return any(
        finding.source in giving
        or _is_given_by_unnamed(finding, sentences[finding.sentence])
        or not sentences[finding.sentence].start
        <= finding.party.start
        < sentences[finding.sentence].end
        for finding in candidate.honours
    )


def _is_given_by_unnamed(finding: Finding, sentence: Sentence) -> bool:
    """Whether a noun that names nobody confers: "Die Jury hat Anna Moll den Preis verliehen"."""
    named = parties(sentence)
    return any(
        trigger.start == finding.source.start
        and without_unnamed_subject(trigger, named, sentence) != trigger
        for trigger in sentence.triggers
    )


def evened(overview: Overview, honoured: Mapping[str, float]) -> dict[str, float]:
    """How probable it is that parties are honoured, those named together nearer to one another.

    The mean of one's own probability and that of the groups of coordinated names in which one
    stands: who is enumerated is honoured together.
    """
    means: dict[str, list[float]] = {}
    for sentence in overview.analysis.sentences:
        named = parties(sentence)
        grouped: set[Mention] = set()
        for first in named:
            if first in grouped:
                continue
            group = [m for m in coordinated(first, named, sentence) if m.label == first.label]
            grouped.update(group)
            names = [n for n in dict.fromkeys(map(overview.register.name, group)) if n in honoured]
            for name in names if len(names) > 1 else ():
                means.setdefault(name, []).append(fmean(honoured[other] for other in names))
    return {
        name: (own + fmean(means[name])) / 2 if name in means else own
        for name, own in honoured.items()
    }


def least_of_recipient(candidate: PartyCandidate, least: Thresholds) -> float:
    """How probable it must be that a party is honoured: less where rules found it."""
    return least.found_recipient if candidate.honours else least.recipient


def is_told(candidate: PartyCandidate, analysis: Analysis) -> bool:
    """Whether some sentence about a party tells of more than refusals, suppositions or the past.

    Other denials are weighed where the role tagger has read the text, too: "Jan Holt verpasste als
    Vierter die Medaille" denies only a medal.
    """
    sentences = [analysis.sentences[index] for index, _ in candidate.mentions]
    if analysis.roles is None:
        return not all(map(is_weak, sentences))
    return not all(map(is_unreal, sentences))


def distinct(
    winners: Sequence[PartyCandidate], honoured: Mapping[str, float]
) -> list[PartyCandidate]:
    """Winners less those who are only part of the name, or a longer stretch, of a likelier one, or
    one that a noun in front describes.
    """
    taken: list[Mention] = []
    kept: set[str] = set()
    weaker = {winner.name for winner in winners if _is_place_within(winner, winners)}
    for winner in sorted(
        winners, key=lambda w: (w.name in weaker, -len(w.honours), -honoured[w.name])
    ):
        mentions = [mention for _, mention in winner.mentions]
        is_part = all(any(overlap(m, other) for other in taken) for m in mentions)
        is_body = all(mention.label != "PERSON" for mention in mentions) and not winner.honours
        is_known = is_body and any(_is_described(winner.name, name) for name in kept)
        if not is_part and not is_known:
            kept.add(winner.name)
            taken += mentions
    return [winner for winner in winners if winner.name in kept]


def _is_place_within(winner: PartyCandidate, others: Sequence[PartyCandidate]) -> bool:
    """Whether a place only ends a winner's name that has one noun more: "Wohnhaus Reiss"."""
    wholes = [
        m for other in others for _, m in other.mentions if m.text.endswith(f" {winner.name}")
    ]
    return all(
        mention.label == "PLACE"
        and any(w.end == mention.end and _is_one_noun_more(w.text, mention.text) for w in wholes)
        for _, mention in winner.mentions
    )


def _is_described(name: str, other: str) -> bool:
    """Whether one name is the other with a noun in front: "Softwarehaus Zofeni"."""
    short, whole = sorted((name, other), key=len)
    return whole.endswith(f" {short}") and _is_one_noun_more(whole, short)


def _is_one_noun_more(whole: str, part: str) -> bool:
    noun = whole.removesuffix(part).strip()
    return noun[:1].isupper() and noun.replace("-", "").isalpha()
