"""Verb frames: who gives, receives, presents and supports what, by grammatical function."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.clause_parts import (
    SUBJECT_RECEIVES,
    antecedent_of,
    awards_of,
    congratulates,
    hands_over,
    has_own_award,
    is_attribute,
    is_beaten,
    is_denied,
    is_home,
    without_unnamed_subject,
)
from lorbeer.assemble.proposing.wordings import OPEN, functions_of
from lorbeer.assemble.reading.affiliations import is_aside, is_further_body
from lorbeer.assemble.reading.categories import categories
from lorbeer.assemble.reading.classes import category_of
from lorbeer.assemble.reading.findings import AWARD_LABELS, Finding, Role
from lorbeer.assemble.reading.groups import attached, coordinated, parties
from lorbeer.assemble.reading.ranks import leads_another, rank_of
from lorbeer.flow import Mention, Sentence, Trigger
from lorbeer.records import Status

_ROLES: dict[str, Role] = {
    "giver": "giver",
    "recipient": "recipient",
    "presenter": "presenter",
    "partner": "partner",
}
_STATUS: dict[str, Status] = {"nominate": "nominee", "commend": "commendation"}
#: Verbs that tell of an honour where a category or class stands beside them.
_WON_IN_CLASSES = frozenset({"win", "confer", "nominate"})
#: Verbs beside which an amount does for an award.
_PAID = ("receive.", "win.teilen")
#: Prepositions that open the giver in the passive.
_GIVERS = frozenset({"von", "durch"})
#: The first sentences, title included, tell what the release is about.
_LEAD = 6
#: For whom an award is given out without winning it: "für den Landkreis Ulm vergeben".
_AREAS = frozenset({"PLACE", "ORGANISATION"})
_GIVEN_FOR = "confer.vergeben"


def from_verbs(sentence: Sentence, index: int) -> Iterator[Finding]:
    """The findings of every frame that a verb of the sentence opens."""
    for trigger in sentence.triggers:
        award = _award(sentence, trigger)
        if _is_complete(sentence, index, trigger, award):
            yield from _fill(sentence, index, trigger, award)


def missing(sentence: Sentence, index: int, trigger: Trigger) -> frozenset[str]:
    """What a frame needs if the sentence lacks it; nothing if the frame is complete."""
    complete = _is_complete(sentence, index, trigger, _award(sentence, trigger))
    return frozenset() if complete else trigger.needs


def _award(sentence: Sentence, trigger: Trigger) -> Mention | None:
    """The award, or the noun or rank that stands for it, in the trigger's clause or beside it."""
    for label in (*AWARD_LABELS, "RANK"):
        found = sentence.of(label)
        near = [mention for mention in found if mention.clause == trigger.clause]
        if near:
            return min(near, key=lambda mention: _distance(mention, trigger))
    named = sentence.of("AWARD") or sentence.of("RANK")
    return min(named, key=lambda mention: _distance(mention, trigger)) if named else None


def _distance(mention: Mention, trigger: Trigger) -> int:
    return min(abs(mention.start - trigger.end), abs(trigger.start - mention.end))


def _is_complete(sentence: Sentence, index: int, trigger: Trigger, award: Mention | None) -> bool:
    """Whether the frame has what it needs.

    A category does for an award, and in the lead a victory needs none beside it.
    """
    if "laudatio" in trigger.needs:
        return "Laudatio" in sentence.text
    if "rank" in trigger.needs:
        return bool(sentence.of("RANK"))
    if "title" in trigger.needs and (index < _LEAD or _is_absolute(trigger, sentence)):
        return True
    is_paid = trigger.rule.startswith(_PAID) and bool(sentence.of("MONEY"))
    is_classed = trigger.meaning in _WON_IN_CLASSES and bool(categories(sentence))
    return award is not None or is_paid or is_classed or "award" not in trigger.needs


def _is_absolute(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a clause opens with the participle and tells who won, not what: "Gewonnen hat X"."""
    behind = sentence.text[trigger.start - sentence.start :]
    return bool(cue("victory.absolute").match(behind))


def _fill(
    sentence: Sentence, index: int, trigger: Trigger, award: Mention | None
) -> Iterator[Finding]:
    everyone = parties(sentence)
    trigger = without_unnamed_subject(trigger, everyone, sentence)
    taken = _taken(trigger, everyone, sentence)
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, trigger.rule)
    named = award if award is not None and award.label == "AWARD" else None
    status = _status(sentence, trigger)
    for role, heads in taken.items():
        for mention in _with_attached(heads, sentence) if role == "recipient" else heads:
            finding = Finding(role, mention, index, source, named, status=status)
            if role != "recipient":
                yield finding
                continue
            for own in awards_of(mention, named, heads, trigger, sentence):
                yield replace(
                    finding,
                    award=own,
                    rank=_rank(mention, sentence, trigger, award),
                    money=_money_of(sentence, trigger.clause),
                    category=category_of(mention, sentence),
                )


def _taken(
    trigger: Trigger, everyone: list[Mention], sentence: Sentence
) -> dict[Role, list[Mention]]:
    """The heads of the groups of names that play each role beside a verb."""
    candidates = [p for p in everyone if _can_act(p, everyone, trigger, sentence)]
    functions = functions_of(trigger, everyone, sentence)
    if set(functions.values()) & {"an", "indirect"}:
        trigger = replace(trigger, roles={f: r for f, r in trigger.roles.items() if f != "für"})
    taken: dict[Role, list[Mention]] = {}
    for mention in candidates:
        function = functions[mention]
        role = _ROLES.get(trigger.roles.get(function, ""))
        if role is None or role in taken or function in {"", "genitive"}:
            continue
        if role == "giver" and is_home(mention, everyone, trigger, sentence):
            continue
        if function == "für" and mention.label in _AREAS and trigger.rule.startswith(_GIVEN_FOR):
            continue
        if function == "nach" and mention.label == "PERSON":
            continue
        joined = coordinated(mention, everyone, sentence)
        group = [m for m in joined if m == mention or not is_aside(m, everyone, sentence)]
        same = [
            m
            for m in candidates
            if functions[m] == function and (function in _GIVERS or has_own_award(m, sentence))
        ]
        alike = (m for m in group if functions[m] in {function, *OPEN})
        taken[role] = list(dict.fromkeys([*alike, *same]))
    free = [m for m in candidates if functions[m] in OPEN]
    antecedent = antecedent_of(trigger, everyone, sentence)
    if antecedent is not None and "recipient" not in taken:
        taken["recipient"] = [antecedent]
    elif trigger.meaning in SUBJECT_RECEIVES:
        fitting = [
            m for m in candidates if (m in free and _fits(m, "subject")) or _wins(m, sentence)
        ]
        taken["recipient"] = fitting or taken.get("recipient", [])
    else:
        _fill_open_roles(free, everyone, trigger, taken, sentence)
    handing = [p for p in everyone if hands_over(p, sentence)]
    return taken | ({"presenter": handing} if handing else {})


def _can_act(party: Mention, everyone: list[Mention], trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a name can play a role beside a verb: in its clause, and no mere part of a phrase."""
    is_dateline = party.label == "PLACE" and party.start == sentence.start
    return (
        party.clause == trigger.clause
        and not is_dateline
        and not is_aside(party, everyone, sentence)
        and not is_attribute(party, sentence)
        and not is_further_body(party, everyone, sentence)
        and not congratulates(party, everyone, trigger, sentence)
        and not is_beaten(party, sentence)
        and not is_denied(party, sentence)
        and not hands_over(party, sentence)
    )


def _status(sentence: Sentence, trigger: Trigger) -> Status:
    if cue("status.commendation").search(sentence.text):
        return "commendation"
    return _STATUS.get(trigger.meaning, "winner")


def _with_attached(heads: list[Mention], sentence: Sentence) -> list[Mention]:
    """Recipients with the makers and members that come with them, each once."""
    everyone = parties(sentence)
    return list(dict.fromkeys(m for head in heads for m in attached(head, everyone, sentence)))


def _fill_open_roles(
    free: list[Mention],
    everyone: list[Mention],
    trigger: Trigger,
    taken: dict[Role, list[Mention]],
    sentence: Sentence,
) -> None:
    """Give names without a telling function the roles still open: first the subject's."""
    used = {mention.start for group in taken.values() for mention in group}
    for function in ("subject", "object", "indirect"):
        role = _ROLES.get(trigger.roles.get(function, ""))
        rest = [m for m in free if m.start not in used and _fits(m, function)]
        if role is not None and role not in taken and rest:
            taken[role] = coordinated(rest[0], everyone, sentence)
            used |= {mention.start for mention in taken[role]}


def _fits(mention: Mention, function: str) -> bool:
    """A place only plays a role where the parse says so."""
    return mention.label != "PLACE" or mention.function == function


def _wins(place: Mention, sentence: Sentence) -> bool:
    """Whether a place stands right behind a verb of winning: "Gewonnen hat wieder Talheim"."""
    if place.label != "PLACE":
        return False
    first = coordinated(place, parties(sentence), sentence)[0]
    return bool(cue("place.as-winner").search(sentence.text[: first.start - sentence.start]))


def _rank(
    party: Mention, sentence: Sentence, trigger: Trigger, award: Mention | None
) -> Mention | None:
    """The rank in the trigger's clause, else the one that stands for the award."""
    stands_in = award if award is not None and award.label == "RANK" else None
    if stands_in is not None and leads_another(stands_in, party, sentence):
        stands_in = None
    return rank_of(party, sentence, trigger.clause) or stands_in


def _money_of(sentence: Sentence, clause: int) -> Mention | None:
    """The amount that the clause states, if it states just one."""
    amounts = [m for m in sentence.of("MONEY") if m.clause == clause]
    return amounts[0] if len(amounts) == 1 else None
