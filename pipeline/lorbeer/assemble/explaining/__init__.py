"""Explaining: what assembly read, weighed and dropped, told from what it returns anyway."""

from lorbeer.assemble.drafting import drafts, survey
from lorbeer.assemble.explaining.candidates import weighed_candidates
from lorbeer.assemble.explaining.fates import Fates
from lorbeer.assemble.explaining.passages import passages
from lorbeer.assemble.judging.judgement import judge
from lorbeer.flow import Analysis
from lorbeer.reasons import Account

__all__ = ["explain"]


def explain(analysis: Analysis) -> Account:
    """The account of `assemble`, with the same drafts."""
    overview = survey(analysis)
    judgement = judge(overview)
    drafted = drafts(overview, judgement)
    return Account(
        passages(Fates(overview, judgement, drafted)),
        tuple(weighed_candidates(overview, judgement, drafted)),
        drafted,
    )
