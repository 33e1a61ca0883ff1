"""The day on which an award was conferred: the most probable date of the release."""

from collections.abc import Iterable

from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import (
    DateCandidate,
    Overview,
    date_candidates,
    date_features,
    probability,
)
from lorbeer.flow import Mention

#: So many times as probable as a day in an award's own sentences is one elsewhere that is taken.
_FAR_LIKELIER = 2


class Conferral:
    """The dates of one release that may be a day of conferral, weighed once for all its awards."""

    def __init__(self, overview: Overview) -> None:
        candidates = date_candidates(overview.analysis)
        least = thresholds(overview.analysis).date
        weighed = (
            (probability("date", date_features(c, candidates, overview)), c)
            for c in candidates
            if c.value is not None
        )
        self._dates = [(value, c) for value, c in weighed if value >= least]

    def date(self, indices: Iterable[int]) -> Mention | None:
        """The most probable date in an award's sentences, unless one elsewhere is far likelier."""
        near = set(indices)
        best = max(self._dates, key=_probable_then_early, default=None)
        own = [(value, c) for value, c in self._dates if c.index in near]
        if best and own:
            nearest = max(own, key=_probable_then_early)
            best = nearest if nearest[0] * _FAR_LIKELIER >= best[0] else best
        return best[1].mention if best else None


def _probable_then_early(weighed: tuple[float, DateCandidate]) -> tuple[float, int]:
    return weighed[0], -weighed[1].mention.start
