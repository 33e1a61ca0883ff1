"""Organisations: a noun that makes a name one ("Institut", "GmbH"), with what belongs to it."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from de_lorbeer.award_heads import head_of
from de_lorbeer.data import words
from de_lorbeer.people import is_given_name
from de_lorbeer.shapes import (
    QUOTES_CLOSE,
    QUOTES_OPEN,
    ends_with_any,
    function_words,
    is_capitalised,
    is_name_like,
    opens_genitive,
)
from de_lorbeer.sites import end_of_site

_JOINERS = frozenset({"&", "+", "-", "–", "/"})
_LINKS = frozenset({"für", "zur", "gegen"})
_GENITIVES = frozenset({"der", "des"})
_MODIFIER_TAGS = frozenset({"ADJA", "NE", "NN", "FM", "XY", "TRUNC", "CARD"})
_TOWNS = frozenset({"Stadt", "Gemeinde", "Markt"})
_STATES = frozenset({"Landes", "Freistaates", "Freistaats", "Kantons"})
_LONGEST_APPOSITION = 3
_LONGEST_LINK = 15
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LONGEST_LEFT = 6


@cache
def legal_forms() -> frozenset[str]:
    """Forms like "GmbH", "e. V.", "AG": they close a company's or club's name."""
    return words("legal_forms")


@cache
def _heads() -> frozenset[str]:
    return frozenset(w.lstrip("-").lower() for w in words("organisation_heads"))


@cache
def _endings() -> frozenset[str]:
    return frozenset(w[1:].lower() for w in words("organisation_heads") if w.startswith("-"))


def find_organisations(doc: Doc) -> Iterator[Span]:
    """Yield ORGANISATION spans, those with a legal form first, as written.

    A head alone is none, unless a hyphen joins it to more: "Schiller-Gymnasium".
    """
    yield from _with_legal_form(doc)
    for token in doc:
        if is_capitalised(token) and is_head(token) and not _is_surname(token):
            start, end = _left_edge(token), _right_edge(token)
            if end - start > 1 or "-" in token.text.strip("-"):
                yield Span(doc, start, end, "ORGANISATION", span_id="organisation.head")


def _is_surname(token: Token) -> bool:
    """Whether a word that may be a head ends a person's name: "Heidi Bischof"."""
    follows = token.i > 0 and is_given_name(token.nbor(-1).text)
    return follows and token.ent_type_ == "PER"


def is_head(token: Token) -> bool:
    """Whether a noun makes a name an organisation: itself, or as the end of a compound."""
    lower = token.lower_
    bases = {lower, lower.removesuffix("s"), lower.removesuffix("es")}
    last = lower.rsplit("-", 1)[-1]
    return (
        bool(bases & _heads())
        or (last != lower and last in _heads())
        or any(ends_with_any(base, _endings()) for base in bases)
    )


def _with_legal_form(doc: Doc) -> Iterator[Span]:
    for token in doc:
        form_end = _legal_form_end(token)
        if form_end is None:
            continue
        start = _left_of_form(doc, token.i)
        if any(map(str.isalpha, doc[start : token.i].text)):
            yield Span(doc, start, form_end, "ORGANISATION", span_id="organisation.legal-form")


def _left_of_form(doc: Doc, form: int) -> int:
    """Start of the name before a legal form; it may hold a year: "TV Au von 1898 e. V." """
    is_dated = form > 2 and doc[form - 2].text == "von" and _YEAR.fullmatch(doc[form - 1].text)
    start = form - 2 if is_dated and is_name_like(doc[form - 3]) else form
    while start > 0 and form - start < _LONGEST_LEFT and _belongs_left(doc[start - 1]):
        start -= 1
    return _with_truncated(doc, start) if is_dated else start


def _with_truncated(doc: Doc, start: int) -> int:
    """Start of the name with "Turn- und" before it."""
    first = doc[start - 2].text if start > doc[start].sent.start + 1 else ""
    is_second = doc[start - 1].text == "und" and first[:1].isalpha() and first[-1] == "-"
    return start - 2 if is_second else start


def _legal_form_end(token: Token) -> int | None:
    """Index after the legal form that starts at this token ("GmbH & Co. KG"), or None."""
    if token.text not in _openings():
        return None
    best = None
    for end in range(token.i + 1, min(token.i + 5, len(token.doc)) + 1):
        if token.doc[token.i : end].text in legal_forms():
            best = end
    return best


@cache
def _openings() -> frozenset[str]:
    """Whatever a legal form may begin with, however it is cut into tokens."""
    return frozenset(form[:end] for form in legal_forms() for end in range(1, len(form) + 1))


def _belongs_left(token: Token) -> bool:
    is_recognised = token.ent_type_ == "ORG" and token.lower_ not in function_words()
    return is_name_like(token) or token.text in _JOINERS or is_recognised


def _left_edge(head: Token) -> int:
    """Start of the name: capitalised modifiers right before its head ("Niedersächsisches ...")."""
    start = head.i
    while start > head.sent.start and head.i - start < 4:
        before = head.doc[start - 1]
        if not (is_name_like(before) and before.tag_ in _MODIFIER_TAGS):
            break
        if before.tag_ == "NN" and not before.text.isupper() and before.text[-1] != "-":
            break
        start -= 1
    return _with_truncated(head.doc, start)


def _right_edge(head: Token) -> int:
    """End of the name: where a house stands, or names in apposition, "für ..." and a state, an
    institution's genitive.
    """
    doc, site = head.doc, end_of_site(head)
    if site > head.i + 1:
        return site
    end = _names(doc, head.i + 1)
    if end < len(doc) and doc[end].text in _LINKS and _opens_purpose(doc, end):
        end = _of_state(doc, _linked(doc, end))
    elif end == head.i + 1 and end < len(doc) and doc[end].text in _GENITIVES:
        end = _genitive(doc, end)
    if end < len(doc) - 2 and doc[end].text == "(" and doc[end + 2].text == ")":
        is_town = head.text in _TOWNS and end == head.i + 2
        return end + 3 if is_town and is_capitalised(doc[end + 1]) else end
    return end


def _names(doc: Doc, end: int) -> int:
    """Skip proper names or a quoted name from `end` on."""
    if end < len(doc) - 2 and doc[end].text in QUOTES_OPEN and is_capitalised(doc[end + 1]):
        for position in range(end + 1, min(end + 8, len(doc))):
            if doc[position].text in QUOTES_CLOSE:
                return position + 1
    limit = end + _LONGEST_APPOSITION
    while end < min(limit, len(doc)) and is_capitalised(doc[end]) and _is_apposition(doc, end):
        end += 1
    if end + 1 < len(doc) and doc[end].text in {"&", "+"} and is_capitalised(doc[end + 1]):
        return end + 2
    if end + 1 < len(doc) and doc[end].text == "/" and doc[end + 1].ent_type_ == "LOC":
        return end + 2
    return end


def _is_apposition(doc: Doc, position: int) -> bool:
    """A noun right behind the head, or an adjective in capitals before one, belongs to the name."""
    if doc[position].tag_ == "ADJA":
        return position + 1 < len(doc) and doc[position + 1].tag_ in {"NN", "NE"}
    return doc[position].tag_ in {"NE", "NN", "FM", "XY"} and not is_head(doc[position])


def _linked(doc: Doc, link: int) -> int:
    """End of "für Wissenschaft und Kultur"; the link itself if no noun follows."""
    position, end = link + 1, link
    while position < len(doc) and position - link < _LONGEST_LINK:
        token = doc[position]
        if token.ent_type_ == "PER" or is_given_name(token.text):
            break
        if token.tag_ in {"NN", "NE", "TRUNC"} and is_capitalised(token):
            end = position + 1
        elif token.tag_ == "ART" and position == link + 1:
            pass
        elif not _goes_on_after_link(token):
            break
        position += 1
    return end


def _opens_purpose(doc: Doc, link: int) -> bool:
    """Not so "lädt den Verein zur Feier ein": a purpose behind "zur" has an object of its own."""
    behind = doc[link + 2].tag_ if link + 2 < len(doc) else ""
    return doc[link].text != "zur" or behind in {"ART", "ADJA", "APPR"}


def _of_state(doc: Doc, end: int) -> int:
    """End of "des Landes Hessen" behind the name of an authority."""
    of_state = end + 2 < len(doc) and doc[end].text == "des" and doc[end + 1].text in _STATES
    return end + 3 if of_state and is_capitalised(doc[end + 2]) else end


def _goes_on_after_link(token: Token) -> bool:
    """Whether a word without a noun's tag goes on with the name: an adjective, "und", a comma."""
    if token.text == ",":
        is_truncated = token.nbor(-1).tag_ == "TRUNC"
        return is_truncated or _list_goes_on(token.doc, token.i)
    return token.tag_ in {"ADJA", "KON"} or token.text in {"und", "-"}


def _list_goes_on(doc: Doc, comma: int) -> bool:
    """Whether "A, B und C" continues after a comma."""
    following = doc[comma + 1 : comma + 5]
    return (
        len(following) > 2
        and is_capitalised(following[0])
        and any(token.text in {"und", ","} for token in following[1:])
    )


def _genitive(doc: Doc, article: int) -> int:
    """End of "der TU Braunschweig"; the article's own index if no name follows, or an award does:
    "wurde dem Turnverein der Ehrenpreis verliehen".
    """
    position = article + 1
    while position < len(doc) and doc[position].tag_ == "ADJA" and is_capitalised(doc[position]):
        position += 1
    if position == len(doc) or any(
        token.text[0].isdigit() for token in doc[article : position + 1]
    ):
        return article
    if head_of(doc[position].text) is not None or not opens_genitive(doc[article], doc[position]):
        return article
    end = position
    while end < len(doc) and end - position < 3:
        if doc[end].tag_ not in {"NE", "NN"} or not is_capitalised(doc[end]):
            break
        end += 1
    return end if end > position else article
