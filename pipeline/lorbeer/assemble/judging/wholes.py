"""The award within which special prizes and titles of the year are given, where no sentence is
about that award itself: "Beim Feuerwehrtag ging der Sonderpokal an".
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from de_lorbeer.award_heads import is_generic
from de_lorbeer.cues import cue
from lorbeer.assemble.judging.attachment import is_inner, is_special
from lorbeer.assemble.reading.awards import Judged
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import PartyCandidate
from lorbeer.flow import Analysis, Mention, Sentence

#: Between a prize and the body behind it stand "von der" and spaces at most.
_REACH = 10


def whole_above(
    parts: Sequence[Judged],
    awards: Iterable[Judged],
    winners: Sequence[PartyCandidate],
    analysis: Analysis,
) -> Judged | None:
    """The likeliest award that the text names before any of the prizes within one; none of another
    time, and none that others win.
    """
    if any(_is_of_body(part, analysis) for part in parts):
        return None
    first = min(index for part in parts for index in part.cluster.sentences)
    least = thresholds(analysis).sole_award
    return next(
        (
            award
            for award in awards
            if award.cluster.best.rule.startswith("award.")
            and award.probability >= least
            and not is_inner(award.cluster.best)
            and not is_unnamed(award.cluster.best)
            and min(award.cluster.sentences) < first
            and _is_of_their_time(award, parts, analysis)
            and _winners_of([award], winners) <= _winners_of(parts, winners)
        ),
        None,
    )


def is_unnamed(best: Mention) -> bool:
    """Whether an award has no name but a general noun, or that of a special prize."""
    return is_special(best) or (" " not in best.canonical and is_generic(best.canonical))


def _is_of_body(part: Judged, analysis: Analysis) -> bool:
    """Whether the body that gives a prize follows its name, which makes it an award itself."""
    return any(
        cue("award.of-body").search(analysis.text.string[mention.start : sentence.end])
        and any(0 < o.start - mention.end < _REACH for o in sentence.of("ORGANISATION"))
        for mention, sentence in _named(part, analysis)
    )


def _is_of_their_time(award: Judged, parts: Iterable[Judged], analysis: Analysis) -> bool:
    """Whether an award is told of neither as past nor in another year than the prizes within it."""
    told = [s for part in parts for _, s in _named(part, analysis) if s.of("DATE", "YEAR")]
    years = set(chain.from_iterable(map(_years, told)))
    return not any(
        "past" in dict(sentence.assertions)
        or (told and _years(sentence) and not years & _years(sentence))
        for _, sentence in _named(award, analysis)
    )


def _named(award: Judged, analysis: Analysis) -> Iterator[tuple[Mention, Sentence]]:
    for mention, index in award.cluster.named():
        yield mention, analysis.sentences[index]


def _years(sentence: Sentence) -> set[str]:
    return set(cue("year.any").findall(sentence.text))


def _winners_of(awards: Iterable[Judged], winners: Iterable[PartyCandidate]) -> set[str]:
    """The names of those whom a sentence about one of the awards tells to win it."""
    clusters = [award.cluster for award in awards]
    return {
        winner.name
        for winner in winners
        for cluster in clusters
        if any(_is_told(finding, cluster.mentions) for finding in winner.honours)
    }


def _is_told(finding: Finding, mentions: Sequence[Mention]) -> bool:
    return finding.award in mentions and finding.source.label == "TRIGGER"
