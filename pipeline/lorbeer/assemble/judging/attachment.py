"""Which award a finding belongs to: the one it names, one that stands nearby."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from de_lorbeer.award_heads import is_generic, is_special_prize
from de_lorbeer.cues import cue
from lorbeer.assemble.judging.nearby import Nearby
from lorbeer.assemble.reading.awards import Cluster, alike
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis, Mention


def attach(
    found: Iterable[Finding], groups: Sequence[Cluster], analysis: Analysis
) -> dict[int, list[Finding]]:
    """Position in `groups` -> the findings of that award; the first one is the main award.

    A special prize ("Publikumspreis") that is none of the awards is a category of one.
    """
    attached: dict[int, list[Finding]] = {}
    everything = list(found)
    nearby = Nearby(everything, groups, analysis)
    for finding in everything:
        position = _named(finding, groups)
        if position is None:
            position = nearby.position(finding)
            attached.setdefault(position, []).append(_in_class(finding))
        else:
            attached.setdefault(position, []).append(finding)
    return attached


def _in_class(finding: Finding) -> Finding:
    """The finding with the special prize that it names as its category, or with what that is for:
    "besten Film" of "Preis für den besten Film".
    """
    if finding.award is None or finding.category is not None or not is_inner(finding.award):
        return finding
    return replace(finding, category=_purpose(finding.award))


def _purpose(award: Mention) -> Mention:
    """What a prize with no other name is for; the prize itself where it has one."""
    told = cue("category.purpose").fullmatch(award.text)
    if told is None:
        return award
    start, end = (award.start + at for at in told.span("name"))
    return Mention("CATEGORY", start, end, told["name"], "category.purpose")


def is_special(mention: Mention) -> bool:
    """Whether an award's name is that of a prize within another award."""
    return is_special_prize(mention.canonical)


def is_part(mention: Mention) -> bool:
    """Whether a name may be that of a prize within another award: also "Preis für Musik", "Album
    des Jahres".
    """
    noun, _, rest = mention.canonical.partition(" ")
    is_purpose = is_generic(noun) and bool(cue("award.purpose").match(rest))
    return is_special(mention) or is_purpose or mention.rule == "award.of-the-year"


def is_inner(mention: Mention) -> bool:
    """Whether a name may be that of a prize within another award, or opens with the noun for one:
    "Sport-Sonderpreis der Stadt".
    """
    opening = mention.canonical.partition(" ")[0]
    return is_part(mention) or is_special_prize(opening.rpartition("-")[2])


def _named(finding: Finding, groups: Sequence[Cluster]) -> int | None:
    """Position of the award that the finding names, if it is one of them."""
    if finding.award is None:
        return None
    for position, cluster in enumerate(groups):
        if any(alike(mention, finding.award) for mention in cluster.mentions):
            return position
    return None
