"""Regions tied to the award or its winners: named areas in the sentences that tell of them."""

from collections.abc import Iterable

from lorbeer.flow import Analysis, Mention

_MOST = 4


def regions(
    analysis: Analysis, indices: Iterable[int], exclude: Mention | None
) -> tuple[Mention, ...]:
    """Places in telling sentences, each once; not the ceremony's town, not parts of names."""
    found: dict[str, Mention] = {}
    for index in sorted(set(indices)):
        sentence = analysis.sentences[index]
        names = sentence.of("ORGANISATION", "AWARD", "PERSON")
        for place in sentence.of("PLACE"):
            inside = any(n.start <= place.start and place.end <= n.end for n in names)
            if not inside and place != exclude and place.text not in found:
                found[place.text] = place
    return tuple(list(found.values())[:_MOST])
