"""Awards for somebody's merits, told beside others: pins, medals, honorary titles, scholarships."""

from collections.abc import Iterator, Sequence

from de_lorbeer.award_heads import is_generic
from de_lorbeer.cues import cue
from lorbeer.assemble.judging.attachment import is_inner
from lorbeer.assemble.reading.awards import Judged, alike
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis, Mention

_KINDS = frozenset({"medal", "scholarship", "title"})
_HEAD, _EMBLEM, _CONFERRED_TITLE = "award.head", "award.emblem", "award.conferred-title"


def with_merits(
    own: Sequence[Judged],
    awards: Sequence[Judged],
    found: Sequence[Finding],
    analysis: Analysis,
) -> list[Judged]:
    """The release's own awards, and those for merits that somebody receives beside them.

    "Zum Schluss bekam Anna Moll die Ehrennadel": such an award is no prize within a contest,
    however little else the text tells of it.
    """
    held = list(own)
    if not own:
        return held
    known = [mention for award in own for mention in award.cluster.mentions]
    for award in awards:
        is_known = any(alike(m, other) for m in award.cluster.mentions for other in known)
        if not is_known and _is_for_merits(award.cluster.best) and _is_won(award, found, analysis):
            held.append(award)
    return held


def _is_for_merits(best: Mention) -> bool:
    if best.rule == _CONFERRED_TITLE:
        return bool(cue("award.honorary").match(best.canonical))
    is_kind = best.rule == _EMBLEM or (best.rule == _HEAD and best.kind in _KINDS)
    return is_kind and not is_inner(best) and not is_generic(best.canonical)


def _is_won(award: Judged, found: Sequence[Finding], analysis: Analysis) -> bool:
    """Whether a sentence names it with who wins it, and not only in front of their name."""
    return any(
        any(alike(mention, won) for mention in award.cluster.mentions)
        and not _is_borne(won, finding, analysis)
        for won, finding in _won(found, analysis)
    )


def _won(found: Sequence[Finding], analysis: Analysis) -> Iterator[tuple[Mention, Finding]]:
    """What is told of those honoured, with the award that the same sentence names."""
    for finding in found:
        award, sentence = finding.award, analysis.sentences[finding.sentence]
        if finding.role != "recipient" or award is None:
            continue
        is_past = "past" in dict(sentence.assertions)
        if sentence.start <= award.start < sentence.end and not is_past:
            yield award, finding


def _is_borne(title: Mention, finding: Finding, analysis: Analysis) -> bool:
    """Whether somebody has long had a title: "Ehrenobmann Leo Fürst", "half als Ehrenobmann"."""
    string, party = analysis.text.string, finding.party
    before = string[analysis.sentences[finding.sentence].start : title.start]
    if cue("award.as").search(before) and not finding.source.rule.startswith("confer."):
        return True
    between = string[title.end : party.start].split()
    return title.end <= party.start and all(word.endswith(".") for word in between)
