"""Verb frames: what opens them in a sentence, and in which voice."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from de_lorbeer.clauses import clause_ids
from de_lorbeer.data import patterns

_WERDEN = frozenset({"wird", "wurde", "werden", "wurden", "worden", "werde", "würde", "würden"})
_HABEN = frozenset({"hat", "hatte", "haben", "hatten", "habe", "habt", "hätte"})


@dataclass(frozen=True)
class Frame:
    """One verb and the roles that grammatical functions play beside it (in the active).

    `anchor` is what its clause must hold besides.
    """

    id: str
    meaning: str
    finite: frozenset[str]
    participle: frozenset[str]
    infinitive: frozenset[str]
    particle: str
    anchor: re.Pattern[str]
    needs: frozenset[str]
    roles: dict[str, str]
    passive_only: bool


@dataclass(frozen=True)
class Trigger:
    """A frame opened by a token: `clause` is its clause's number in the sentence."""

    frame: Frame
    token: Token
    voice: str
    clause: int

    def roles(self) -> dict[str, str]:
        """Grammatical function -> role in this voice.

        In the passive the subject takes the object's role.
        """
        active = self.frame.roles
        if self.voice == "active":
            return dict(active)
        passive = {key: role for key, role in active.items() if key not in {"subject", "object"}}
        if "object" in active:
            passive["subject"] = active["object"]
        if "subject" in active:
            passive = {"von": active["subject"], "durch": active["subject"]} | passive
        return passive


@cache
def frames() -> tuple[Frame, ...]:
    """All verb frames."""
    return tuple(_frame(row) for row in patterns("frames"))


def _frame(row: dict[str, Any]) -> Frame:
    def forms(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    return Frame(
        id=row["id"],
        meaning=row["meaning"],
        finite=forms("finite"),
        participle=forms("participle"),
        infinitive=forms("infinitive"),
        particle=row.get("particle", ""),
        anchor=re.compile(row.get("anchor", ""), re.IGNORECASE),
        needs=forms("needs"),
        roles=row["roles"],
        passive_only=row.get("passive_only", False),
    )


@cache
def _by_form() -> dict[str, tuple[Frame, ...]]:
    index: dict[str, tuple[Frame, ...]] = {}
    for frame in frames():
        for form in frame.finite | frame.participle | frame.infinitive:
            index[form] = (*index.get(form, ()), frame)
    return index


def triggers(sentence: Span) -> list[Trigger]:
    """The frames that a sentence's verbs open, in order."""
    clauses = clause_ids(sentence)
    found = []
    for token in sentence:
        for frame in _by_form().get(token.lower_, ()):
            voice = _voice(frame, token, sentence, clauses)
            if voice and (voice == "passive" or not frame.passive_only):
                found.append(Trigger(frame, token, voice, clauses[token.i]))
    return found


def _voice(frame: Frame, token: Token, sentence: Span, clauses: dict[int, int]) -> str:
    """`active`, `passive`, or "" if this form does not open the frame here."""
    clause = [other for other in sentence if clauses[other.i] == clauses[token.i]]
    words = {other.lower_ for other in clause}
    if not frame.anchor.search("".join(other.text_with_ws for other in clause)):
        return ""
    form = token.lower_
    attributive = token.tag_ == "ADJA" and form not in frame.finite
    if attributive or (token.is_title and token.i > sentence.start):
        return ""
    participle = form in frame.participle
    if participle and words & _WERDEN and not words & _HABEN and form not in frame.infinitive:
        return "passive"
    if form in frame.finite and (not participle or token.tag_ == "VVFIN"):
        separated = any(_is_apart(other, token, frame.particle) for other in clause)
        return "active" if not frame.particle or separated else ""
    if participle and not words & _HABEN:
        receives = frame.meaning in {"receive", "win"} or "object" not in frame.roles
        is_receiver = receives and not words & _WERDEN
        return "active" if is_receiver else "passive"
    return "active"


def _is_apart(other: Token, verb: Token, particle: str) -> bool:
    """Whether a word is the particle behind its verb, or right before it ("entgegen nehmen")."""
    return other.lower_ == particle and (other.i > verb.i or other.i == verb.i - 1)
