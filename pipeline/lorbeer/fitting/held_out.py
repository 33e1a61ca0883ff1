"""What taggers say that did not learn from a release's publisher, instead of the shipped one.

The shipped tagger learned from the releases by which assembly is fitted: it is surer of them than
of others, and weights fitted to what it says of them would trust it too much.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from lorbeer.flow import Analysis


class HeldOut:
    """The roles of releases by their id, as `recipe.roles --held-out` writes them."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as arrays:
            self._arrays = dict(arrays)

    def applied(self, release: str, analysis: Analysis) -> Analysis:
        """The analysis with these roles; raises KeyError for a release that was not held out."""
        if analysis.roles is None:
            return analysis
        inside, first = (
            self._arrays[f"{release}/{part}"].astype(np.float32) for part in ("inside", "first")
        )
        roles = replace(
            analysis.roles,
            inside={role: inside[:, column] for column, role in enumerate(analysis.roles.inside)},
            first={role: first[:, column] for column, role in enumerate(analysis.roles.inside)},
            own=float(self._arrays[f"{release}/own"]),
        )
        return replace(analysis, roles=roles)

    def alone(self, release: str, analysis: Analysis) -> Analysis:
        """The analysis with these roles, as the role tagger alone sees it."""
        return self.applied(release, analysis).without_rules()


def without_roles(_release: str, analysis: Analysis) -> Analysis:
    """The analysis as rules alone see it."""
    return replace(analysis, roles=None)
