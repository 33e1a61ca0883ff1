"""Which award a finding belongs to: the one it names, one named close by, or the main one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from de_lorbeer.award_heads import is_generic, is_special_prize
from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster, alike
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis, Mention, Sentence

#: An award named at most so many sentences before a finding is taken for the one meant: in the
#: same block, in a heading or a line that ends in a colon, elsewhere.
_IN_BLOCK, _IN_HEADING, _ELSEWHERE = 2, 25, 3


def attach(
    found: Iterable[Finding], groups: Sequence[Cluster], analysis: Analysis
) -> dict[int, list[Finding]]:
    """Position in `groups` -> the findings of that award; the first one is the main award.

    A special prize ("Publikumspreis") that is none of the awards is a category of one.
    """
    attached: dict[int, list[Finding]] = {}
    for finding in found:
        position = _named(finding, groups)
        if position is None:
            attached.setdefault(_nearby(finding, groups, analysis), []).append(_in_class(finding))
        else:
            attached.setdefault(position, []).append(finding)
    return attached


def _in_class(finding: Finding) -> Finding:
    """The finding with the special prize that it names as its category."""
    if finding.award is None or finding.category is not None or not is_part(finding.award):
        return finding
    return replace(finding, category=finding.award)


def is_special(mention: Mention) -> bool:
    """Whether an award's name is only that of a special prize within another award."""
    return " " not in mention.canonical and is_special_prize(mention.canonical)


def is_part(mention: Mention) -> bool:
    """Whether a name may be that of a prize within another award: also "Preis für Musik", "Album
    des Jahres".
    """
    noun, _, rest = mention.canonical.partition(" ")
    is_purpose = is_generic(noun) and bool(cue("award.purpose").match(rest))
    return is_special(mention) or is_purpose or mention.rule == "award.of-the-year"


def _named(finding: Finding, groups: Sequence[Cluster]) -> int | None:
    """Position of the award that the finding names, if it is one of them."""
    if finding.award is None:
        return None
    for position, cluster in enumerate(groups):
        if any(alike(mention, finding.award) for mention in cluster.mentions):
            return position
    return None


def _nearby(finding: Finding, groups: Sequence[Cluster], analysis: Analysis) -> int:
    """The award named last in the same block, in a heading above, or close before; else the main
    one. One that is to come is taken where no other is close.
    """
    block = analysis.sentences[finding.sentence].block
    ways: tuple[tuple[int, Callable[[Sentence], bool]], ...] = (
        (_IN_BLOCK, lambda sentence: sentence.block == block),
        (_IN_HEADING, _leads),
        (_ELSEWHERE, lambda _: True),
    )
    close = [
        (_is_to_come(analysis.sentences[index]), way, -index, position)
        for way, (reach, fits) in enumerate(ways)
        for position, cluster in enumerate(groups)
        for index in cluster.sentences
        if 0 <= finding.sentence - index <= reach
        and fits(analysis.sentences[index])
        and not cue("award.elsewhere").search(analysis.sentences[index].text)
    ]
    return min(close)[-1] if close else 0


def _is_to_come(sentence: Sentence) -> bool:
    return bool(cue("award.to-come").search(sentence.text))


def _leads(sentence: Sentence) -> bool:
    """Whether what follows belongs to a sentence: a heading, or a line that ends in a colon."""
    return sentence.block.kind == "heading" or sentence.text.rstrip().endswith(":")
