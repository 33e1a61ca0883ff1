"""Further awards of a release: those that share its winners with the awards already found."""

from collections.abc import Iterator, Sequence

from de_lorbeer.award_heads import head_of
from de_lorbeer.cues import cue
from lorbeer.assemble.judging.attachment import attach, is_inner
from lorbeer.assemble.judging.conferred import is_given
from lorbeer.assemble.reading.awards import Judged, alike
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.thresholds import thresholds
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence

_EMBLEM = "award.emblem"
#: Rules that know an award by its noun; a title or a quotation may be anything beside a winner.
_NOUNS = frozenset({"award.head", "award.weak-head", _EMBLEM, "award.precious", "award.known"})


def with_further(
    own: Sequence[Judged],
    awards: Sequence[Judged],
    found: Sequence[Finding],
    analysis: Analysis,
) -> list[Judged]:
    """The release's own awards, and less probable ones that some of the winners belong to.

    Where two awards are told, the text speaks of one beside its winners, then of the other beside
    other ones: an award counts that takes some winners over and leaves some to each of the others.
    """
    held = list(own)
    if not own:
        return held
    won = _won(held, found, analysis)
    for award in _candidates(own, awards, analysis):
        shared = _won([*held, award], found, analysis)
        if len(held) in shared and won <= shared:
            held.append(award)
            won = shared
    return held


def _candidates(
    own: Sequence[Judged], awards: Sequence[Judged], analysis: Analysis
) -> Iterator[Judged]:
    """The probable enough awards that a noun or a verb tells, each in other paragraphs than the own
    ones.
    """
    least = thresholds(analysis).further_award
    known = [mention for award in own for mention in award.cluster.mentions]
    taken = {analysis.sentences[i].block for award in own for i in award.cluster.sentences}
    for award in awards:
        is_noun = award.probability >= least and is_whole_noun(award.cluster.best)
        if award in own or not (is_noun or _is_given_name(award, analysis)):
            continue
        if all(_is_elsewhere(analysis.sentences[i]) for i in award.cluster.sentences):
            continue
        blocks = {analysis.sentences[i].block for i in award.cluster.sentences}
        is_known = any(alike(mention, m) for mention in award.cluster.mentions for m in known)
        if not blocks & taken and not is_known:
            yield award


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence tells of an award for which somebody only qualified."""
    return bool(cue("award.elsewhere").search(sentence.text))


def _is_given_name(award: Judged, analysis: Analysis) -> bool:
    """Whether a verb tells that a name is given, which no headline names, and the role tagger takes
    it for an award.
    """
    least, roles, best = thresholds(analysis), analysis.roles, award.cluster.best
    if roles is None or award.probability < least.given_name or not best.text[0].isupper():
        return False
    named_in = [analysis.sentences[index].block.kind for index in award.cluster.sentences]
    if is_inner(best) or HEADLINES & set(named_in):
        return False
    sure = max(roles.score("award", m.start, m.end) for m in award.cluster.mentions)
    return sure >= least.tagged_name and is_given(award.cluster, analysis)


def is_whole_noun(best: Mention) -> bool:
    """Whether rules know a name by its noun, it is no prize within an award, and no bare noun."""
    head = head_of(best.canonical)
    is_bare = head is not None and head.word == best.text and best.rule != _EMBLEM
    return best.rule in _NOUNS and not is_bare and not is_inner(best)


def _won(awards: Sequence[Judged], found: Sequence[Finding], analysis: Analysis) -> set[int]:
    """The positions of the awards that somebody wins, where each winner belongs to one of them."""
    attached = attach(found, [award.cluster for award in awards], analysis)
    return {at for at, ours in attached.items() if any(f.role == "recipient" for f in ours)}
