"""Noun phrases that may be names of awards no shape tells: in quotes, or in capitals behind an
article.
"""

from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_heads import head_of, is_generic, is_other_occasion
from de_lorbeer.data import words
from de_lorbeer.shapes import (
    QUOTES_CLOSE,
    QUOTES_OPEN,
    YEAR,
    is_capitalised,
    is_name_like,
)

_LONGEST = 6
_NOUNS = frozenset({"NN", "NE", "FM", "XY"})
_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT"})
#: Names that the recogniser alone saw may as well be an award's.
_RECOGNISED = "name."


def phrase_from(doc: Doc, start: int) -> Span | None:
    """The quotation or the words in capitals from `start` on, less a year; None where none is."""
    if start < len(doc) and doc[start].text in QUOTES_OPEN:
        return _quoted(doc, start + 1)
    end = start
    while end < len(doc) and end - start < _LONGEST and is_name_like(doc[end]):
        end += 1
    return _checked(doc, start, end)


def phrase_before(doc: Doc, end: int) -> Span | None:
    """The quotation that closes before `end`, or the words in capitals there behind an article or
    a possessive; None where none is.
    """
    limit = doc[end - 1].sent.start if end > 0 else 0
    start = end
    if end > limit and doc[end - 1].text in QUOTES_CLOSE:
        start = end - 2
        while start > limit and doc[start].text not in QUOTES_OPEN:
            start -= 1
        return _quoted(doc, start + 1) if doc[start].text in QUOTES_OPEN else None
    while start > limit and end - start < _LONGEST and is_name_like(doc[start - 1]):
        start -= 1
    if start == limit or doc[start - 1].tag_ not in _DETERMINERS:
        return None
    return _checked(doc, start, end)


def _quoted(doc: Doc, start: int) -> Span | None:
    end = start
    while end < len(doc) and end - start <= _LONGEST and doc[end].text not in QUOTES_CLOSE:
        end += 1
    is_open = end >= len(doc) or doc[end].text not in QUOTES_CLOSE
    if is_open or end == start or not is_capitalised(doc[start]):
        return None
    end = _without_year(doc, start, end)
    return None if any(head_of(token.text) for token in doc[start:end]) else doc[start:end]


def _checked(doc: Doc, start: int, end: int) -> Span | None:
    """The words as a phrase, unless they are an award's name already, or name something else."""
    end = _without_year(doc, start, end)
    span = doc[start:end]
    if not span or span[-1].tag_ not in _NOUNS or not span[-1].text[0].isalpha():
        return None
    if any(head_of(token.text) or is_generic(token.text) for token in span):
        return None
    return None if _is_other(span) else span


def _is_other(span: Span) -> bool:
    """Whether a phrase names a party, a place, a time, a class, or what is given without merit."""
    last = span[-1].text
    others = words("time_nouns") | words("class_nouns") | words("not_titles")
    is_given = last.lower().endswith(tuple(words("not_conferred")))
    if last in others or is_given or is_other_occasion(last):
        return True
    return any(
        other.start < span.end and span.start < other.end and not other.id_.startswith(_RECOGNISED)
        for other in spans.found(
            span.doc, "ORGANISATION", "PERSON", "PLACE", "DATE", "RANK", "MONEY"
        )
    )


def _without_year(doc: Doc, start: int, end: int) -> int:
    return end - 1 if end - 1 > start and YEAR.fullmatch(doc[end - 1].text) else end


def is_plural(noun: Token) -> bool:
    """Whether a noun is certainly in the plural."""
    return noun.morph.get("Number", []) == ["Plur"]
