"""Decide what a release reports: by rules and role tagger together, or by the tagger alone."""

from dataclasses import dataclass

from lorbeer.assemble.drafting import drafts
from lorbeer.assemble.judging.judgement import Judgement, judge
from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.weighing import Overview
from lorbeer.flow import Analysis, Draft

#: Below it nobody is sure of an award, and the role tagger is asked alone.
_DOUBTFUL = 0.3
#: How sure the tagger must be, where it is asked alone, that an award is reported and somebody
#: honoured; the releases without an award that are lost from 0.7 down outweigh what is won.
_SURE = 0.76


@dataclass(frozen=True, eq=False)
class Decision:
    """What was weighed of a release, how it was judged, and the drafts that follow."""

    overview: Overview
    judgement: Judgement
    drafts: tuple[Draft, ...]

    @property
    def reported(self) -> list[Draft]:
        """The drafts of the release's own awards."""
        return [draft for draft in self.drafts if draft.stage is not None]


def assemble(analysis: Analysis) -> tuple[Draft, ...]:
    """The drafts of all awards that the text names, the most probable one first.

    Those of which it reports nothing of its own carry the objections to them.
    """
    return decide(analysis).drafts


def decide(analysis: Analysis) -> Decision:
    """The decision by all that has read the text.

    Where that finds no award, or an improbable one, a tagger that is sure of an award and of a
    winner decides alone: rules know what they were made for, and on other texts their silence
    counts for more than it should.
    """
    decision = _decision(analysis)
    if analysis.roles is None or not analysis.by_rules or analysis.roles.own < _SURE:
        return decision
    surest = max((draft.confidence for draft in decision.reported), default=0.0)
    if surest >= _DOUBTFUL:
        return decision
    alone = _decision(analysis.without_rules())
    is_sure = analysis.roles.own * _honoured(alone) >= _SURE
    return alone if is_sure and _is_likelier(alone, surest) else decision


def survey(analysis: Analysis) -> Overview:
    """What rules find in a release, to be weighed."""
    analysis, found = propose(analysis)
    return Overview(analysis, found, PartyRegister(analysis))


def _decision(analysis: Analysis) -> Decision:
    overview = survey(analysis)
    judgement = judge(overview)
    return Decision(overview, judgement, drafts(overview, judgement))


def _honoured(decision: Decision) -> float:
    """How probable the likeliest honour is; 0 where nobody is honoured."""
    honours = (honour for draft in decision.reported for honour in draft.honours)
    return max((honour.confidence for honour in honours), default=0.0)


def _is_likelier(alone: Decision, surest: float) -> bool:
    """Whether an award is no longer doubtful, where one was found before."""
    return not surest or any(draft.confidence >= _DOUBTFUL for draft in alone.reported)
