"""How far an award has come in this release: called for, nominated, awarded - or only mentioned."""

from collections.abc import Sequence

from lorbeer.assemble.awards import Cluster
from lorbeer.assemble.circumstances import deadline
from lorbeer.flow import Analysis, HonourDraft, Sentence
from lorbeer.records import Stage

_CONFERRING = frozenset({"confer", "present", "receive", "win"})
_REPEATED = 2
_WEAK = frozenset({"past", "negated", "hypothetical"})


def stage(
    cluster: Cluster, analysis: Analysis, honours: Sequence[HonourDraft], *, is_main: bool
) -> Stage | None:
    """The furthest stage that the text reports for an award; None if it reports nothing of its own.

    Without a recipient only the main award counts, and only where a verb says what happens.
    """
    if any(honour.status != "nominee" for honour in honours):
        return "awarded"
    if honours:
        return "nominated"
    if all(mention.rule == "award.weak-head" for mention in cluster.mentions):
        return None
    meanings = _meanings(cluster, analysis)
    if "call" in meanings or (is_main and invites(analysis)):
        return "call"
    if is_main and "nominate" in meanings:
        return "nominated"
    if is_main and meanings & _CONFERRING:
        return "awarded"
    return None


def _meanings(cluster: Cluster, analysis: Analysis) -> set[str]:
    """What the verbs in the award's sentences mean, where nothing weakens them."""
    return {
        trigger.meaning
        for index in cluster.sentences
        for trigger in analysis.sentences[index].triggers
        if not _is_weak(analysis.sentences[index])
    }


def _is_weak(sentence: Sentence) -> bool:
    return any(assertion in _WEAK for assertion, _ in sentence.assertions)


def objections(cluster: Cluster, analysis: Analysis) -> tuple[str, ...]:
    """Why an award without a stage is none of this release's: what is missing, which cues spoke."""
    rules = {
        f"{assertion} ({rule})"
        for index in cluster.sentences
        for assertion, rule in analysis.sentences[index].assertions
        if assertion in _WEAK
    }
    return ("named, but no winner, nomination or call is reported", *sorted(rules))


def invites(analysis: Analysis) -> bool:
    """Whether the release asks for entries: verbs of applying, with a deadline or repeatedly."""
    calls = sum(t.meaning == "call" for s in analysis.sentences for t in s.triggers)
    return calls >= _REPEATED or (calls > 0 and deadline(analysis) is not None)
