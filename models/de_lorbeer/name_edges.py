"""Where a name begins and ends: less what stands around it, plus what belongs to it."""

import re
from collections.abc import Container

from spacy.tokens import Span, Token

from de_lorbeer.data import words
from de_lorbeer.shapes import function_words, is_capitalised, is_name_like

_RETIRED = frozenset({"i. R.", "a. D.", "i.R.", "a.D."})
_SEVERAL = 2
_ENTRY_NUMBER = re.compile(r"\d{1,3}\.")
#: A recognised name that runs on into a clause ends before its verb.
_VERBAL = frozenset({"VVFIN", "VAFIN", "VMFIN", "PRF"})


def trimmed(span: Span) -> Span | None:
    """The span without articles, quotes and lower-case words at its edges, or None if empty."""
    start = span.start
    end = next((t.i for t in span if t.tag_ in _VERBAL), span.end)
    while start < end and (
        not is_name_like(span.doc[start])
        or span.doc[max(start - 1, 0) : start + 1].text in _RETIRED
    ):
        start += 1
    while end > start and not _may_close(span.doc[end - 1]):
        end -= 1
    kept = span.doc[start:end]
    has_letters = any(map(str.isalpha, kept.text))
    is_title = all(token.text.rsplit("-", 1)[-1] in words("person_titles") for token in kept)
    return kept if has_letters and not is_title and not _is_common_noun(kept) else None


def _may_close(token: Token) -> bool:
    """Whether a name may end with a word: a capital one, or another that is no small word."""
    return is_capitalised(token) or (token.is_alpha and token.lower_ not in function_words())


def _is_common_noun(span: Span) -> bool:
    """A single ordinary noun is no name, whatever the recogniser says.

    Hyphens join what is no longer ordinary: "iq-consult", "KiJu-Beirat".
    """
    word = span[0]
    return (
        len(span) == 1
        and word.tag_ == "NN"
        and word.ent_type_ in {"ORG", "MISC"}
        and word.text[1:].islower()
        and "-" not in word.text
    )


def with_surname(span: Span) -> Span:
    """A lone given name with the proper names right behind it."""
    doc, end = span.doc, span.end
    while len(span) == 1 and end < len(doc) and doc[end].tag_ == "NE" and is_capitalised(doc[end]):
        end += 1
    return doc[span.start : end]


def unnumbered(span: Span) -> Span:
    """A name at the head of a line without the number of its entry: "2. SV Au", but "1. FC Au"."""
    first, rest = span[0], span[1:]
    is_entry = span.start == 0 or "\n" in span.doc[span.start - 1].text
    if not (is_entry and _ENTRY_NUMBER.fullmatch(first.text) and len(rest)):
        return span
    if rest[0].text in words("numbered_clubs"):
        return span
    return Span(span.doc, rest.start, rest.end, span.label_, span_id=span.id_)


def without_places(span: Span, ranks: Container[int]) -> Span:
    """A name of several words without the place won at its edges: "SV Au Silber", "2. SV Au", but
    "Anna Gold".

    `ranks` are the indices of the tokens that tell places.
    """
    start, end = span.start, span.end
    while end > start and span.doc[end - 1].i in ranks:
        end -= 1
    while start < end and span.doc[start].i in ranks:
        start += 1
    if end - start < _SEVERAL:
        return span
    return Span(span.doc, start, end, span.label_, span_id=span.id_)
