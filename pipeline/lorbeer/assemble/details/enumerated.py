"""Areas named in one breath: "die Kantone Uri, Schwyz und Zug" are all regions, or none is."""

from collections.abc import Collection, Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.weighing import RegionCandidate
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.values.regions import canonical_region, is_region

#: Longer enumerations tell who took part, or where somebody has been. Not fitted: documents give
#: the same regions with 3, with 8 and without a limit.
_MOST = 5


def with_enumerated(
    found: Sequence[RegionCandidate], places: Sequence[RegionCandidate], analysis: Analysis
) -> list[RegionCandidate]:
    """The regions found, with the areas that a sentence names together with one of them."""
    names = {place.name for place in found}
    joined = {
        name
        for sentence in analysis.sentences
        for group in _groups(sentence)
        if names & set(_names(group)) and _are_areas(group, sentence)
        for name in _names(group)
    }
    return [place for place in places if place.name in names | joined]


def _names(group: Collection[Mention]) -> Iterator[str]:
    return (canonical_region(place.text)[0] for place in group)


def _groups(sentence: Sentence) -> list[list[Mention]]:
    """The places of a sentence, those together that commas and "und" join."""
    groups: list[list[Mention]] = []
    for place in sorted(sentence.of("PLACE"), key=lambda p: p.start):
        if groups and _is_joined(groups[-1][-1], place, sentence):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _is_joined(one: Mention, other: Mention, sentence: Sentence) -> bool:
    between = sentence.text[one.end - sentence.start : other.start - sentence.start]
    return cue("between.areas").fullmatch(between) is not None


def _are_areas(group: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether places are of one kind: a noun before them says so, or none is a town."""
    if not 1 < len(group) <= _MOST:
        return False
    lead = sentence.text[: group[0].start - sentence.start]
    kinds = {canonical_region(p.text)[1] if is_region(p.text) else "unknown" for p in group}
    return bool(cue("region.areas").search(lead)) or not kinds & {"town", "unknown"}
