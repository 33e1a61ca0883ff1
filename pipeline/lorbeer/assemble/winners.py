"""Who is probably honoured: the parties that are likely enough, one name each."""

from collections.abc import Mapping, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.awards import Judged
from lorbeer.assemble.groups import overlap
from lorbeer.assemble.staging import is_weak
from lorbeer.assemble.thresholds import Thresholds, thresholds
from lorbeer.assemble.weighing import Overview, PartyCandidate
from lorbeer.flow import Analysis, Mention, Sentence

#: Characters before a name that tell an opponent: "gegen die ".
_REACH = 12
#: What makes a sentence tell of no honour of this release.
_UNREAL, _REFUSED = frozenset({"past", "hypothetical"}), "negated.refused"


def likely_winners(
    overview: Overview, honoured: Mapping[str, float], awards: Sequence[Judged]
) -> list[PartyCandidate]:
    """Who is probably honoured; somebody is where an award is told of, unless it is a call."""
    least = thresholds(overview.analysis)
    told = [
        c
        for c in overview.parties
        if c.honours or (is_told(c, overview.analysis) and not is_opponent(c, overview.analysis))
    ]
    likely = [c for c in told if honoured[c.name] >= least_of_recipient(c, least)]
    is_told_of = any(award.probability >= least.award for award in awards)
    if likely or not is_told_of or _calls(overview.analysis):
        return likely
    givers = [c for c in told if any(f.role == "giver" for f in c.findings)]
    possible = [c for c in told if honoured[c.name] >= least.sole_recipient and c not in givers]
    return sorted(possible, key=lambda c: honoured[c.name])[-1:]


def _calls(analysis: Analysis) -> bool:
    return any(t.meaning == "call" for sentence in analysis.sentences for t in sentence.triggers)


def is_opponent(candidate: PartyCandidate, analysis: Analysis) -> bool:
    """Whether a party is only named as the one that lost: "gewann gegen den SV Au"."""
    string = analysis.text.string
    before = (string[max(0, m.start - _REACH) : m.start] for _, m in candidate.mentions)
    return all(cue("opponent.before").search(words) for words in before)


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
    return not all(map(_is_unreal, sentences))


def _is_unreal(sentence: Sentence) -> bool:
    return any(name in _UNREAL or rule == _REFUSED for name, rule in sentence.assertions)


def distinct(
    winners: Sequence[PartyCandidate], honoured: Mapping[str, float]
) -> list[PartyCandidate]:
    """Winners less those who are only part of the name, or a longer stretch, of a likelier one."""
    taken: list[Mention] = []
    kept = set()
    for winner in sorted(winners, key=lambda w: (-len(w.honours), -honoured[w.name])):
        mentions = [mention for _, mention in winner.mentions]
        if not all(any(overlap(m, other) for other in taken) for m in mentions):
            kept.add(winner.name)
            taken += mentions
    return [winner for winner in winners if winner.name in kept]
