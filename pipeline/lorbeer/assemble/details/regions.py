"""Regions of an award: the places that are probably tied to it, its winners or their projects."""

from collections.abc import Iterable, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.details.destinations import destinations
from lorbeer.assemble.details.enumerated import with_enumerated
from lorbeer.assemble.details.homes import homes
from lorbeer.assemble.details.seats import seats
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
        least = thresholds(overview.analysis)
        places = region_candidates(overview.analysis)
        likely = [
            place
            for place in places
            if probability("region", region_features(place, overview))
            >= (least.region if is_region(place.name) else least.unknown_region)
        ]
        self._places = with_enumerated(likely, places, overview.analysis)
        self._destinations = list(destinations(overview.analysis))

    def of(
        self,
        indices: Iterable[int],
        winners: Sequence[PartyDraft],
        *,
        is_main: bool,
        ceremony: Mention | None,
    ) -> tuple[Mention, ...]:
        """The regions of an award, each once: those that its sentences or winners name.

        The main award takes those that no award's sentence names, too. A municipality that wins is
        none, nor is the town of the ceremony, if it is named only there.
        """
        near = set(indices)
        places = [p for p in self._places if is_main or near & {index for index, _ in p.mentions}]
        names = {_bare(winner.name) for winner in winners}
        places = [p for p in places if p.name not in names and not _is_of(ceremony, p)]
        found = {p.name: _best(p, near) for p in places}
        sent = [place for index, place in self._destinations if is_main or index in near]
        told = [*homes(self._analysis, winners), *seats(self._analysis, winners), *sent]
        told = [place for place in told if _bare(place.text) not in names]
        for place in told:
            found.setdefault(canonical_region(place.canonical or place.text)[0], place)
        return tuple(found.values())


def _bare(name: str) -> str:
    """A name without the kind of municipality before it, as a region: "Stadt Ulm" -> "Ulm"."""
    return canonical_region(cue("region.municipality").sub("", name))[0]


def _is_of(ceremony: Mention | None, place: RegionCandidate) -> bool:
    """Whether a place is where the ceremony is, and named nowhere else."""
    return ceremony is not None and all(m.start == ceremony.start for _, m in place.mentions)


def _best(place: RegionCandidate, near: set[int]) -> Mention:
    """The mention that proves a region: one in the award's sentences, else the first."""
    return next((m for index, m in place.mentions if index in near), place.mentions[0][1])
