"""Regions tied to the award or its winners: named areas in the sentences that tell of them."""

from collections.abc import Iterable, Sequence

from lorbeer.flow import Analysis, Mention, PartyDraft, Sentence
from lorbeer.values.regions import canonical_region, is_region

#: Prepositions and functions in which a place says where a party is or works.
_LOCAL = frozenset({"in", "aus", "für", "im", "genitive", "von", "bei"})
_MOST = 5


def regions(
    analysis: Analysis,
    indices: Iterable[int],
    winners: Sequence[PartyDraft],
    exclude: Mention | None,
) -> tuple[Mention, ...]:
    """Places in sentences about the award or its winners, each once, not the ceremony's town.

    A place inside a name counts only if it is a landscape inside a winner's name: the area that
    an initiative serves.
    """
    telling = set(indices) | _about(analysis, winners)
    found: dict[str, Mention] = {}
    for index in sorted(telling):
        sentence = analysis.sentences[index]
        for place in sentence.of("PLACE"):
            name, _, _ = canonical_region(place.text)
            is_ceremony = exclude is not None and place.text == exclude.text
            if place.function in _LOCAL and not is_ceremony and not _is_inside(place, sentence):
                found.setdefault(name, place)
    for place in _served(analysis, winners):
        found.setdefault(canonical_region(place.text)[0], place)
    return tuple(list(found.values())[:_MOST])


def _about(analysis: Analysis, winners: Sequence[PartyDraft]) -> set[int]:
    """The sentences that name a winner."""
    names = {name for w in winners for name in (w.name, w.short_name and w.short_name.text) if name}
    return {
        index
        for index, sentence in enumerate(analysis.sentences)
        if sentence.block.section != "contact" and any(name in sentence.text for name in names)
    }


def _is_inside(place: Mention, sentence: Sentence) -> bool:
    names = sentence.of("ORGANISATION", "AWARD", "PERSON")
    return any(n.start <= place.start and place.end <= n.end for n in names)


def _served(analysis: Analysis, winners: Sequence[PartyDraft]) -> Iterable[Mention]:
    """Landscapes that end a winner's name: "Netzwerk Südostniedersachsen"."""
    for winner in winners:
        last = winner.name.rsplit(" ", 1)[-1]
        mention = winner.mentions[0]
        start = mention.start + mention.text.rfind(last)
        is_known = is_region(last) and canonical_region(last)[1] == "region"
        if is_known and " " in winner.name and analysis.text.string[start:].startswith(last):
            yield Mention("PLACE", start, start + len(last), last, "region.served")
