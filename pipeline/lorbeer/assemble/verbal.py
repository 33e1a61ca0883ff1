"""Verb frames: who gives, receives, presents and supports what, by grammatical function."""

from collections.abc import Iterator
from itertools import pairwise

from de_lorbeer.cues import cue
from lorbeer.assemble.categories import categories, category_of
from lorbeer.assemble.findings import AWARD_LABELS, Finding, Role
from lorbeer.assemble.groups import attached, coordinated, is_aside, parties
from lorbeer.assemble.ranks import rank_of
from lorbeer.flow import Mention, Sentence, Trigger
from lorbeer.records import Status

_ROLES: dict[str, Role] = {
    "giver": "giver",
    "recipient": "recipient",
    "presenter": "presenter",
    "partner": "partner",
}
_STATUS: dict[str, Status] = {"nominate": "nominee", "commend": "commendation"}
#: Beside these verbs every name that no preposition opens is a recipient.
_SUBJECT_RECEIVES = frozenset({"receive", "win", "congratulate"})
#: Verbs that tell of an honour where a category or class stands beside them.
_WON_IN_CLASSES = frozenset({"win", "confer", "nominate"})
#: Prepositions that open the giver in the passive.
_GIVERS = frozenset({"von", "durch"})
#: The first sentences, title included, tell what the release is about.
_LEAD = 6
#: Functions that a name in a bare position can have when the parse is mute.
_OPEN = frozenset({"", "subject", "object", "indirect"})


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
    if "title" in trigger.needs and index < _LEAD:
        return True
    is_paid = trigger.meaning == "receive" and bool(sentence.of("MONEY"))
    is_classed = trigger.meaning in _WON_IN_CLASSES and bool(categories(sentence))
    return award is not None or is_paid or is_classed or "award" not in trigger.needs


def _fill(
    sentence: Sentence, index: int, trigger: Trigger, award: Mention | None
) -> Iterator[Finding]:
    everyone = parties(sentence)
    candidates = [
        p
        for p in everyone
        if p.clause == trigger.clause
        and not is_aside(p, everyone, sentence)
        and not (p.label == "PLACE" and p.start == sentence.start)
    ]
    functions = _functions(everyone, sentence)
    taken: dict[Role, list[Mention]] = {}
    for mention in candidates:
        function = functions[mention]
        role = _ROLES.get(trigger.roles.get(function, ""))
        if role == "giver" and _is_home(mention, everyone, trigger, sentence):
            continue
        if role and role not in taken and function not in {"", "genitive"}:
            group = coordinated(mention, everyone, sentence)
            same = [m for m in candidates if functions[m] == function and function in _GIVERS]
            taken[role] = list(
                dict.fromkeys([*(m for m in group if functions[m] in {function, *_OPEN}), *same])
            )
    free = [m for m in candidates if functions[m] in _OPEN]
    if trigger.meaning in _SUBJECT_RECEIVES:
        taken["recipient"] = [m for m in free if _fits(m, "subject")] or taken.get("recipient", [])
    else:
        _fill_open_roles(free, everyone, trigger, taken, sentence)
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, trigger.rule)
    for role, heads in taken.items():
        for mention in _with_attached(heads, sentence) if role == "recipient" else heads:
            yield Finding(
                role,
                mention,
                index,
                source,
                award if award is not None and award.label == "AWARD" else None,
                _rank(mention, sentence, trigger, award) if role == "recipient" else None,
                _money_of(sentence, trigger.clause) if role == "recipient" else None,
                category_of(mention, sentence) if role == "recipient" else None,
                status=_status(sentence, trigger),
            )


def _is_home(party: Mention, everyone: list[Mention], trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "von X" right behind a person says where they come from: before the finite verb
    ("Anna Moll von der TU Ulm wurde geehrt"), and beside verbs of receiving if X teaches.
    """
    person = next((p for p in reversed(everyone) if p.end <= party.start), None)
    if person is None or person.label != "PERSON":
        return False
    text, start = sentence.text, sentence.start
    if not cue("between.person-and-home").fullmatch(text[person.end - start : party.start - start]):
        return False
    before = text[: person.start - start]
    if trigger.meaning in _SUBJECT_RECEIVES and cue("party.teaches").search(party.text):
        return True
    return trigger.start > person.start and not cue("signal.finite").search(before)


def _status(sentence: Sentence, trigger: Trigger) -> Status:
    if cue("status.commendation").search(sentence.text):
        return "commendation"
    return _STATUS.get(trigger.meaning, "winner")


def _functions(everyone: list[Mention], sentence: Sentence) -> dict[Mention, str]:
    """Each name's function; what a preposition opens holds for all names that it coordinates."""
    functions = {mention: mention.function for mention in everyone}
    for left, right in pairwise(everyone):
        between = sentence.text[left.end - sentence.start : right.start - sentence.start]
        if cue("between.co-givers").fullmatch(between):
            functions[right] = functions[left]
    for mention in everyone:
        if functions[mention] not in _OPEN:
            for other in coordinated(mention, everyone, sentence):
                same = other.label == mention.label and other.start > mention.start
                if same and functions[other] in _OPEN:
                    functions[other] = functions[mention]
    return functions


def _with_attached(heads: list[Mention], sentence: Sentence) -> list[Mention]:
    """Recipients with the makers and members that come with them, each once."""
    everyone = parties(sentence)
    found = [m for head in heads for m in attached(head, everyone, sentence)]
    return list(dict.fromkeys(found))


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


def _rank(
    party: Mention, sentence: Sentence, trigger: Trigger, award: Mention | None
) -> Mention | None:
    """The rank in the trigger's clause, else the one that stands for the award."""
    stands_in = award if award is not None and award.label == "RANK" else None
    return rank_of(party, sentence, trigger.clause) or stands_in


def _money_of(sentence: Sentence, clause: int) -> Mention | None:
    """The amount that the clause states, if it states just one."""
    amounts = [m for m in sentence.of("MONEY") if m.clause == clause]
    return amounts[0] if len(amounts) == 1 else None
