"""How far an award has come in this release: called for, nominated, awarded - or only mentioned."""

from collections.abc import Sequence

from lorbeer.assemble.reading.awards import Cluster, Judged
from lorbeer.assemble.reading.calling import calls, invites
from lorbeer.assemble.reading.weakness import is_weak, weaknesses
from lorbeer.assemble.thresholds import thresholds
from lorbeer.flow import Analysis, HonourDraft
from lorbeer.records import Stage

_CONFERRING = frozenset({"confer", "present", "receive", "win"})
#: Kinds of awards for which one sends something in; who enters for a race only takes part in it.
_ENTERED = frozenset({"prize", "competition", "scholarship", "grant"})


def stage(award: Judged, analysis: Analysis, honours: Sequence[HonourDraft]) -> Stage | None:
    """The furthest stage that the text reports for an award.

    None where nobody is honoured, no verb tells of conferring, nominating or inviting, and the
    name alone does not make the award certain.
    """
    if any(honour.status != "nominee" for honour in honours):
        return "awarded"
    if honours:
        return "nominated"
    meanings = _meanings(award.cluster, analysis)
    if "call" in meanings or invites(analysis):
        return "call"
    if meanings & _CONFERRING:
        return "awarded"
    if "nominate" in meanings:
        return "nominated"
    if award.cluster.best.kind in _ENTERED and calls(analysis):
        return "call"
    is_told = not all(is_weak(analysis.sentences[index]) for index in award.cluster.sentences)
    return "awarded" if is_told and award.probability >= thresholds(analysis).lone_award else None


def _meanings(cluster: Cluster, analysis: Analysis) -> set[str]:
    """What the verbs in the award's sentences mean, where nothing weakens them."""
    return {
        trigger.meaning
        for index in cluster.sentences
        for trigger in analysis.sentences[index].triggers
        if not is_weak(analysis.sentences[index])
    }


def objections(cluster: Cluster, analysis: Analysis) -> tuple[str, ...]:
    """Why an award without a stage is none of this release's: what is missing, which cues spoke."""
    rules = {
        weakness
        for index in cluster.sentences
        for weakness in weaknesses(analysis.sentences[index])
    }
    return ("named, but no winner, nomination or call is reported", *sorted(rules))
