"""Which award a finding belongs to: the one it names, one named close by, or the main one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from de_lorbeer.award_heads import is_special_prize
from lorbeer.assemble.awards import Cluster, alike
from lorbeer.assemble.findings import Finding
from lorbeer.flow import Analysis, Mention

#: An award named at most so many sentences before a finding is taken for the one meant.
_REACH = 2
#: An award with less than this share of the main award's salience is a part of that award.
_SUBORDINATE = 1 / 3
_LISTED = frozenset({"heading", "item", "row"})


def attach(
    found: Iterable[Finding], groups: Sequence[Cluster], analysis: Analysis
) -> dict[int, list[Finding]]:
    """Position in `groups` -> the findings of that award.

    A special prize ("Publikumspreis"), an award that only heads a list, and one that the text
    hardly mentions beside the main one are categories of the main award.
    """
    main = next((i for i, c in enumerate(groups) if not is_special(c.best)), 0)
    attached: dict[int, list[Finding]] = {}
    for finding in found:
        position = _position(finding, groups, analysis, main)
        named = finding
        if position != main and _is_subordinate(groups[position], groups[main], analysis):
            category = finding.category or finding.award or groups[position].best
            named, position = replace(finding, category=category), main
        attached.setdefault(position, []).append(named)
    return attached


def _is_subordinate(cluster: Cluster, main: Cluster, analysis: Analysis) -> bool:
    """Whether an award is part of the main one: by its name, its place in lists, or its weight."""
    kinds = {analysis.sentences[index].block.kind for index in cluster.sentences}
    return (
        is_special(cluster.best)
        or kinds <= _LISTED
        or cluster.salience < _SUBORDINATE * main.salience
    )


def is_special(mention: Mention) -> bool:
    """Whether an award's name is only that of a special prize within another award."""
    return " " not in mention.canonical and is_special_prize(mention.canonical)


def _position(finding: Finding, groups: Sequence[Cluster], analysis: Analysis, main: int) -> int:
    if finding.award is not None:
        for position, cluster in enumerate(groups):
            if any(alike(mention, finding.award) for mention in cluster.mentions):
                return position
    return _nearby(finding, groups, analysis, main)


def _nearby(finding: Finding, groups: Sequence[Cluster], analysis: Analysis, main: int) -> int:
    """The award named last in the same block, or close before it; else the main award."""
    block = analysis.sentences[finding.sentence].block
    best: tuple[int, int] | None = None
    for position, cluster in enumerate(groups):
        for index in cluster.sentences:
            close = 0 <= finding.sentence - index <= _REACH
            if (
                close
                and analysis.sentences[index].block == block
                and (best is None or index > best[0])
            ):
                best = (index, position)
    return best[1] if best else main
