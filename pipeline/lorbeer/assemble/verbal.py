"""Verb frames: who gives, receives, presents and supports what, by grammatical function."""

from collections.abc import Iterator

from lorbeer.assemble.findings import AWARD_LABELS, Finding, Role
from lorbeer.assemble.groups import attached, coordinated, parties
from lorbeer.flow import Mention, Sentence, Trigger
from lorbeer.records import Status

_ROLES: dict[str, Role] = {
    "giver": "giver",
    "recipient": "recipient",
    "presenter": "presenter",
    "partner": "partner",
}
_STATUS: dict[str, Status] = {"nominate": "nominee", "commend": "commendation"}
#: Functions that a name in a bare position can have when the parse is mute.
_OPEN = frozenset({"", "subject", "object", "indirect", "genitive"})
#: Where a bare name's role is open, the first of these that the frame knows is taken.
_PREFERENCE = ("recipient", "giver", "presenter", "partner")


def from_verbs(sentence: Sentence, index: int) -> Iterator[Finding]:
    """The findings of every frame that a verb of the sentence opens."""
    for trigger in sentence.triggers:
        award = _award(sentence, trigger)
        if _is_complete(sentence, trigger, award):
            yield from _fill(sentence, index, trigger, award)


def _award(sentence: Sentence, trigger: Trigger) -> Mention | None:
    """The award, or the noun or rank that stands for it, in the trigger's clause or beside it."""
    for label in (*AWARD_LABELS, "RANK"):
        found = sentence.of(label)
        near = [mention for mention in found if mention.clause == trigger.clause]
        if near:
            return min(near, key=lambda mention: _distance(mention, trigger))
    named = sentence.of("AWARD")
    return min(named, key=lambda mention: _distance(mention, trigger)) if named else None


def _distance(mention: Mention, trigger: Trigger) -> int:
    return min(abs(mention.start - trigger.end), abs(trigger.start - mention.end))


def _is_complete(sentence: Sentence, trigger: Trigger, award: Mention | None) -> bool:
    if "laudatio" in trigger.needs:
        return "Laudatio" in sentence.text
    if "rank" in trigger.needs:
        return bool(sentence.of("RANK"))
    return award is not None or "award" not in trigger.needs


def _fill(
    sentence: Sentence, index: int, trigger: Trigger, award: Mention | None
) -> Iterator[Finding]:
    everyone = parties(sentence)
    candidates = [p for p in everyone if p.clause == trigger.clause]
    taken: dict[Role, list[Mention]] = {}
    for mention in candidates:
        role = _ROLES.get(trigger.roles.get(mention.function, ""))
        if role and role not in taken and mention.function not in {"", "genitive"}:
            taken[role] = coordinated(mention, everyone, sentence)
    _fill_open_roles(candidates, everyone, trigger, taken, sentence)
    source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, trigger.rule)
    for role, heads in taken.items():
        for mention in _with_attached(heads, sentence) if role == "recipient" else heads:
            yield Finding(
                role,
                mention,
                index,
                source,
                award if award is not None and award.label == "AWARD" else None,
                rank_of(mention, sentence, trigger.clause) if role == "recipient" else None,
                _money_of(sentence, trigger.clause) if role == "recipient" else None,
                status=_STATUS.get(trigger.meaning, "winner"),
            )


def _with_attached(heads: list[Mention], sentence: Sentence) -> list[Mention]:
    """Recipients with the makers and members that come with them, each once."""
    everyone = parties(sentence)
    found = [m for head in heads for m in attached(head, everyone, sentence)]
    return list(dict.fromkeys(found))


def _fill_open_roles(
    candidates: list[Mention],
    everyone: list[Mention],
    trigger: Trigger,
    taken: dict[Role, list[Mention]],
    sentence: Sentence,
) -> None:
    """Give names without a telling function the frame's roles that are still open."""
    used = {mention.start for group in taken.values() for mention in group}
    known = set(trigger.roles.values())
    for role in (_ROLES[name] for name in _PREFERENCE if name in known):
        free = [
            m
            for m in candidates
            if m.start not in used and m.function in _OPEN and m.label != "PLACE"
        ]
        if role in taken or role in {"giver", "partner"} or not free:
            continue
        taken[role] = coordinated(free[0], everyone, sentence)
        used |= {mention.start for mention in taken[role]}


def rank_of(party: Mention, sentence: Sentence, clause: int | None = None) -> Mention | None:
    """The rank that the clause (or sentence) states for a party: the nearest."""
    ranks = [r for r in sentence.of("RANK") if clause is None or r.clause == clause]
    return min(ranks, key=lambda r: min(abs(r.start - party.end), abs(party.start - r.end)), default=None)


def _money_of(sentence: Sentence, clause: int) -> Mention | None:
    """The amount that the clause states, if it states just one."""
    amounts = [m for m in sentence.of("MONEY") if m.clause == clause]
    return amounts[0] if len(amounts) == 1 else None
