"""Awards told side by side, each with its winner: in one sentence, or in the lines of a list."""

from collections.abc import Iterator, Mapping, Sequence

from lorbeer.assemble.judging.further import is_whole_noun
from lorbeer.assemble.reading.awards import Judged, alike
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import LISTED, Analysis, Mention


def with_siblings(
    own: Sequence[Judged],
    awards: Sequence[Judged],
    found: Sequence[Finding],
    analysis: Analysis,
) -> list[Judged]:
    """The release's own awards, and those told side by side with one of them.

    "Der Kulturpreis ging an Anna Moll, der Sportpreis an Jan Holt": either both are reported, or
    none.
    """
    held = list(own)
    for group in _groups(awards, found, analysis):
        if any(award in own for award in group):
            held += [award for award in group if award not in held]
    return held


def _groups(
    awards: Sequence[Judged], found: Sequence[Finding], analysis: Analysis
) -> Iterator[list[Judged]]:
    """The awards, two at least, that one verb gives together, or that each go to somebody else in
    one sentence or list.
    """
    passages = _passages(analysis)
    together: dict[Mention, set[int]] = {}
    won: dict[int, dict[int, set[str]]] = {}
    for finding in found:
        position = _position(finding, awards, analysis)
        if position is None:
            continue
        if finding.source.label == "TRIGGER":
            together.setdefault(finding.source, set()).add(position)
        of_passage = won.setdefault(passages[finding.sentence], {})
        of_passage.setdefault(position, set()).add(finding.party.text)
    for group in (*together.values(), *map(_parted, won.values())):
        if len(group) > 1:
            yield [awards[position] for position in group]


def _parted(won: Mapping[int, set[str]]) -> list[int]:
    """The awards whose winners win none of the others."""
    return [
        position
        for position, names in won.items()
        if all(names.isdisjoint(others) for at, others in won.items() if at != position)
    ]


def _passages(analysis: Analysis) -> list[int]:
    """By sentence, the number of its passage: a list or table, or the sentence alone."""
    numbers: list[int] = []
    was_listed = False
    for sentence in analysis.sentences:
        is_listed = sentence.block.kind in LISTED and not sentence.triggers
        same = bool(numbers) and is_listed and was_listed
        numbers.append(numbers[-1] if same else len(numbers))
        was_listed = is_listed
    return numbers


def _position(finding: Finding, awards: Sequence[Judged], analysis: Analysis) -> int | None:
    """Position of the award that somebody wins, if its own sentence names it by a noun."""
    award, sentence = finding.award, analysis.sentences[finding.sentence]
    if finding.role != "recipient" or award is None or not is_whole_noun(award):
        return None
    if not sentence.start <= award.start < sentence.end:
        return None
    named = (
        position
        for position, judged in enumerate(awards)
        if any(alike(mention, award) for mention in judged.cluster.mentions)
    )
    return next(named, None)
