"""Nouns that name a role beside them: "Preisträgerin", "Schirmherr", "Einsendeschluss"."""

import re
from functools import cache

from spacy.tokens import Span, Token

from de_lorbeer.cues import cue
from de_lorbeer.data import patterns

LABEL = "ROLE"
#: The rule for nouns that may name both a title and its bearer: "Schützenkönigin ist Anna Moll".
CHAMPION = "noun.champion"


@cache
def _by_form() -> dict[str, dict[str, str]]:
    return {form: rule for rule in patterns("noun_frames") for form in rule["forms"].split()}


@cache
def _compounds() -> re.Pattern[str]:
    forms = (
        re.escape(form.lower())
        for rule in patterns("noun_frames")
        if rule["compound"]
        for form in rule["forms"].split()
    )
    return re.compile(rf"\w[\w-]*?({'|'.join(sorted(forms, key=len, reverse=True))})")


def _rule(word: str) -> dict[str, str] | None:
    word = word.capitalize() if word.isupper() else word
    if cue("role.former").match(word):
        return None
    if word in _by_form():
        return _by_form()[word]
    if word[:1].isupper() and (match := _compounds().fullmatch(word.lower())):
        return next((rule for form, rule in _by_form().items() if form.lower() == match[1]), None)
    return None


def _is_borne(noun: Token) -> bool:
    """Whether somebody bears a title already: "die amtierende deutsche Meisterin"."""
    sentence = noun.sent
    return bool(cue("role.borne").search(sentence.text[: noun.idx - sentence.start_char]))


def find(sentence: Span) -> list[Span]:
    """The role nouns of a sentence as spans labelled ROLE."""
    return [
        Span(sentence.doc, token.i, token.i + 1, LABEL, span_id=rule["id"])
        for token in sentence
        if (rule := _rule(token.text)) is not None and not _is_borne(token)
    ]


def role(span: Span) -> str:
    """The role that a ROLE span names ("recipient", "presenter", ...), with status; else ""."""
    rule = _rule(span.text) if span.label_ == LABEL else None
    return "/".join(filter(None, (rule["role"], rule["status"]))) if rule else ""
