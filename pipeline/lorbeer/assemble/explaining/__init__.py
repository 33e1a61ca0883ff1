"""Explaining: what assembly read, weighed and dropped, told from what it returns anyway."""

from lorbeer.assemble.deciding import decide
from lorbeer.assemble.explaining.candidates import weighed_candidates
from lorbeer.assemble.explaining.fates import Fates
from lorbeer.assemble.explaining.passages import passages
from lorbeer.flow import Analysis
from lorbeer.reasons import Account

__all__ = ["explain"]


def explain(analysis: Analysis) -> Account:
    """The account of `assemble`, with the same drafts."""
    decision = decide(analysis)
    overview, judgement, drafted = decision.overview, decision.judgement, decision.drafts
    return Account(
        passages(Fates(overview, judgement, drafted)),
        tuple(weighed_candidates(overview, judgement, drafted)),
        drafted,
    )
