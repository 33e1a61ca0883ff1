"""Awards of which a sentence says that somebody confers, wins or hands them over."""

from collections.abc import Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.judging.attachment import is_inner
from lorbeer.assemble.judging.signs import is_award_of
from lorbeer.assemble.reading.awards import Cluster, Judged, is_ruled
from lorbeer.assemble.reading.doubts import doubts
from lorbeer.assemble.thresholds import thresholds
from lorbeer.flow import LISTED, Analysis, Mention, Sentence

_CONFERRING = frozenset({"confer", "present", "receive", "win"})
#: An occasion ("Stadtlauf") takes place, and what somebody is honoured as describes them.
_OTHERS = frozenset({"award.weak-head", "award.conferred-title"})
#: How probable the role tagger must find it that an award is reported at all.
_REPORTED = 0.2


def conferred(awards: Sequence[Judged], analysis: Analysis) -> Iterator[Judged]:
    """The awards of which a verb tells that they are given; no occasion, no special prize."""
    if analysis.roles is not None and analysis.roles.own < _REPORTED:
        return
    least = thresholds(analysis).conferred_award
    for award in awards:
        likely = award.probability >= least and _is_whole(award.cluster.best)
        if likely and is_given(award.cluster, analysis):
            yield award


def _is_whole(best: Mention) -> bool:
    """Whether rules take a name for an award, and for no occasion and no prize within an award."""
    return is_ruled(best) and not is_inner(best) and best.rule not in _OTHERS


def is_given(cluster: Cluster, analysis: Analysis) -> bool:
    """Whether a verb tells somewhere that an award is given, won or handed over."""
    return any(_is_told(mention, analysis.sentences[index]) for mention, index in cluster.named())


def _is_told(mention: Mention, sentence: Sentence) -> bool:
    """Whether a verb has a mention in an award's place, and nothing weakens what it says; not in
    entries of lists, which tell lives and programmes.
    """
    if sentence.block.kind in LISTED or doubts(sentence) or _is_by_the_way(mention, sentence):
        return False
    return any(
        trigger.meaning in _CONFERRING
        and trigger.clause == mention.clause
        and is_award_of(mention, trigger)
        for trigger in sentence.triggers
    )


def _is_by_the_way(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention stands in a relative clause that tells its own year."""
    start = mention.start - sentence.start
    return any(
        match.start("told") <= start < match.end("told")
        for match in cue("clause.dated").finditer(sentence.text)
    )
