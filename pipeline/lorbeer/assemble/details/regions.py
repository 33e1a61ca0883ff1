"""Regions of an award: the places that are probably tied to it, its winners or their projects."""

from collections.abc import Iterable, Sequence

from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    Overview,
    RegionCandidate,
    probability,
    region_candidates,
    region_features,
)
from lorbeer.flow import Mention, PartyDraft
from lorbeer.values.regions import canonical_region, is_region


class Regions:
    """The places of one release that may be regions, weighed once for all its awards."""

    def __init__(self, overview: Overview) -> None:
        self._analysis = overview.analysis
        least = thresholds(overview.analysis).region
        self._places = [
            place
            for place in region_candidates(overview.analysis)
            if probability("region", region_features(place, overview)) >= least
        ]

    def of(
        self, indices: Iterable[int], winners: Sequence[PartyDraft], *, is_main: bool
    ) -> tuple[Mention, ...]:
        """The regions of an award, each once: those that its sentences or winners name.

        The main award takes those that no award's sentence names, too. A landscape at the end of
        a winner's name is the area that an initiative serves.
        """
        near = set(indices)
        places = [p for p in self._places if is_main or near & {index for index, _ in p.mentions}]
        found = {place.name: _best(place, near) for place in places}
        for place in self._served(winners):
            found.setdefault(canonical_region(place.text)[0], place)
        return tuple(found.values())

    def _served(self, winners: Sequence[PartyDraft]) -> Iterable[Mention]:
        """Landscapes that end a winner's name: "Netzwerk Südostniedersachsen"."""
        for winner in winners:
            last = winner.name.rsplit(" ", 1)[-1]
            mention = winner.mentions[0]
            start = mention.start + mention.text.rfind(last)
            is_landscape = is_region(last) and canonical_region(last)[1] == "region"
            stands = self._analysis.text.string[start:].startswith(last)
            if is_landscape and " " in winner.name and stands:
                yield Mention("PLACE", start, start + len(last), last, "region.served")


def _best(place: RegionCandidate, near: set[int]) -> Mention:
    """The mention that proves a region: one in the award's sentences, else the first."""
    return next((m for index, m in place.mentions if index in near), place.mentions[0][1])
