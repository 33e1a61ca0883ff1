"""What shows that a release reports an award rather than names it: who wins, who may enter."""

from collections.abc import Iterable

from de_lorbeer.award_heads import head_of
from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster, Judged
from lorbeer.assemble.reading.calling import is_call
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.assemble.weighing import Overview
from lorbeer.flow import LISTED, Analysis, Mention, Sentence, Trigger

#: An occasion or a contest of these kinds takes place with or without news of its winners.
_OCCASIONS = frozenset({"competition", "championship"})
_HONOURING = frozenset({"confer", "present", "receive", "win", "nominate"})
#: Title and first sentence.
_LEAD = 2
_MODAL = "hypothetical.modal"
_POINTERS = frozenset({"AWARD_NOUN", "RANK"})


def is_reported(award: Judged, overview: Overview, *, is_proven: bool) -> bool:
    """Whether a release tells of an award's winners, nominees or call, as far as rules see.

    A prize is told of where it is likely. An occasion (a festival, a cup) needs a sign: somebody
    honoured, a verb that honours with it, a place, a winner, a call; a name without an award noun
    needs one beside it, unless it stands in the title. Who is surely honoured (`is_proven`) is a
    sign for all.
    """
    best, sentences = award.cluster.best, overview.analysis.sentences
    named_in = [sentences[index] for index in award.cluster.sentences]
    if any(map(_is_withheld, named_in)) or all(map(_is_supposed, named_in)):
        return False
    if any(_is_refused(m, sentences[i]) for m, i in award.cluster.named()):
        return False
    if _is_of_guest(award.cluster, overview.analysis):
        return False
    if not overview.analysis.by_rules or overview.honouring or is_proven:
        return True
    if not _names_award(best):
        is_title = any(sentence.block.kind == "title" for sentence in named_in)
        return _is_shown(sentences if is_title else named_in, award.cluster)
    is_occasion = best.rule == "award.weak-head" or best.kind in _OCCASIONS
    return not is_occasion or _is_shown(sentences, award.cluster)


def _is_supposed(sentence: Sentence) -> bool:
    """Whether a sentence only wishes for an award, or supposes one: "Er fordert einen Preis"."""
    return any(rule == _MODAL for _, rule in sentence.assertions)


def _is_withheld(sentence: Sentence) -> bool:
    """Whether a sentence says that an award, not only a place in it, is not conferred this time."""
    return (
        bool(cue("award.withheld").search(sentence.text))
        and not sentence.of("RANK")
        and not any(assertion == "past" for assertion, _ in sentence.assertions)
    )


def _is_refused(award: Mention, sentence: Sentence) -> bool:
    """Whether a sentence says that an award is declined, given back or taken away; not of old."""
    start = award.start - sentence.start
    is_past = any(assertion == "past" for assertion, _ in sentence.assertions)
    return not is_past and any(
        match.start(group) <= start < match.end(group)
        for match in cue("award.refused").finditer(sentence.text)
        for group in ("award", "object", "waived")
    )


def _is_of_guest(cluster: Cluster, analysis: Analysis) -> bool:
    """Whether an announcement of an event names an award once, below its lead, in the past tense:
    one that somebody who comes has won.
    """
    index, sentences = cluster.sentences[0], analysis.sentences
    if len(cluster.mentions) > 1 or index < _LEAD or sentences[index].block.kind != "paragraph":
        return False
    is_over = bool(cue("guest.won").search(sentences[index].text))
    is_event = any(cue("event.announced").search(s.text) for s in sentences[:_LEAD])
    return is_over and is_event and any(cue("event.admission").search(s.text) for s in sentences)


def _names_award(best: Mention) -> bool:
    """Whether a name holds an award noun, or rules take it for an award otherwise."""
    return best.rule.startswith("award.") or any(map(head_of, best.text.split()))


def _is_shown(sentences: Iterable[Sentence], cluster: Cluster) -> bool:
    """Whether a sentence that is not denied, supposed, or of the past shows an honour or a call."""
    return any(_shows(sentence, cluster) for sentence in sentences if not is_weak(sentence))


def _shows(sentence: Sentence, cluster: Cluster) -> bool:
    if cue("sign.decided").search(sentence.text):
        return True
    if is_call(sentence) or sentence.of("RANK") or _is_placed(sentence):
        return True
    if any(noun.kind.startswith("recipient") for noun in sentence.of("ROLE")):
        return True
    return _honours_with(sentence, cluster)


def _is_placed(sentence: Sentence) -> bool:
    """Whether an entry of a list opens with a place."""
    listed = sentence.block.kind in LISTED
    return listed and bool(cue("list.rank").match(sentence.text))


def _honours_with(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a verb has the award, or what stands for it, in an award's place."""
    awards = [m for m in sentence.mentions if m in cluster.mentions or m.label in _POINTERS]
    return any(
        trigger.meaning in _HONOURING
        and award.clause == trigger.clause
        and is_award_of(award, trigger)
        for trigger in sentence.triggers
        for award in awards
    )


def is_award_of(award: Mention, trigger: Trigger) -> bool:
    """Whether a mention may be what a verb awards; in a headline its function is open."""
    if not award.function and trigger.meaning == "confer":
        return "award" in trigger.roles.values()
    return trigger.roles.get(award.function) == "award"
