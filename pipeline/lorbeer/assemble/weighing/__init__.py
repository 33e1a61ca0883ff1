"""Weighing: how much speaks for a party being honoured, for a name being this award's, and so on.

Rules propose; here all that the text says about a candidate is added up, each observation with
the weight it had in annotated releases (`weights/*.tsv`, written by `scripts/fit`).
"""

from lorbeer.assemble.weighing.awards import (
    AwardCandidate,
    award_candidates,
    award_features,
    ends_award,
)
from lorbeer.assemble.weighing.candidates import PartyCandidate
from lorbeer.assemble.weighing.dates import DateCandidate, date_candidates, date_features
from lorbeer.assemble.weighing.overview import Overview
from lorbeer.assemble.weighing.parties import mention_features, party_features
from lorbeer.assemble.weighing.regions import RegionCandidate, region_candidates, region_features
from lorbeer.assemble.weighing.tagged import continued_name, tagged_mentions, whole_name
from lorbeer.assemble.weighing.weights import contributions, probability

__all__ = [
    "AwardCandidate",
    "DateCandidate",
    "Overview",
    "PartyCandidate",
    "RegionCandidate",
    "award_candidates",
    "award_features",
    "continued_name",
    "contributions",
    "date_candidates",
    "date_features",
    "ends_award",
    "mention_features",
    "party_features",
    "probability",
    "region_candidates",
    "region_features",
    "tagged_mentions",
    "whole_name",
]
