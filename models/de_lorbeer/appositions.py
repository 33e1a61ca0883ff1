"""Names right behind the award noun that they go with: "der Ideenwettbewerb Blühende Höfe"."""

import re

from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.data import words
from de_lorbeer.shapes import YEAR, is_name_like

_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT"})
_CAPITALS = frozenset({"NN", "NE", "FM", "XY", "ADJA", "ADJD"})
_NOUNS = frozenset({"NN", "NE", "FM", "XY"})
_LONGEST = 6
#: Titles, orders and pins stand before who bears them.
_KINDS = frozenset({"competition", "prize", "seal", "scholarship", "grant", "championship"})
_CONTESTS = frozenset({"competition", "championship"})
_SUPERLATIVE = re.compile(r"[a-zäöü]{2,}ste[nrs]?")
#: Beside modal verbs, what takes an infinitive.
_TAKING = frozenset({"wird", "werden", "würde", "würden", "lässt", "lassen", "zu"})
#: Words that join parts of a name.
_INNER = frozenset({"im", "in", "mit", "für", "und", "ohne", "am", "zum", "zur", "&"})
#: Names that the recogniser alone saw may as well be an award's.
_RECOGNISED = "name."


def apposed_end(head: Token, start: int, end: int) -> int:
    """End of the name behind an award noun whose phrase begins at `start`; `end` if none is."""
    known = head_of(head.text)
    if known is None or known.kind not in _KINDS or not _has_determiner(head.doc, start):
        return end
    doc, position = head.doc, end
    taken = _others(doc)
    while position < head.sent.end and position - end < _LONGEST:
        token = doc[position]
        if token.i in taken or not _may_name(token):
            break
        position += 1
        if doc[position : position + 2].text in words("names_end"):
            return position + 2
        if position + 1 < head.sent.end and doc[position].lower_ in _INNER:
            behind = doc[position + 1]
            if behind.i not in taken and _may_name(behind) and behind.tag_ in _NOUNS:
                position += 1
    while position > end and doc[position - 1].tag_ not in _NOUNS:
        position -= 1
    if position > end and _ends_slogan(doc, position, head.sent):
        return position + 1
    # A single common noun behind a bare "Wettbewerb" may open a clause: "Verwaltung trifft Code".
    is_doubtful = position == end + 1 and doc[end].tag_ == "NN" and is_generic(head.text)
    return end if is_doubtful else position


def _ends_slogan(doc: Doc, position: int, sentence: Span) -> bool:
    """Whether an infinitive that no other verb takes goes on: "Backstein weiterdenken"."""
    if (
        position >= sentence.end
        or doc[position].tag_ != "VVINF"
        or not doc[position].text.islower()
    ):
        return False
    return not any(t.tag_ == "VMFIN" or t.lower_ in _TAKING for t in sentence)


def contended_end(head: Token, link: int) -> int:
    """End of "um den schönsten Garten" or "um den Talmühlen-Kranz" behind a contest; `link` if it
    tells nothing of the kind.
    """
    doc, known = head.doc, head_of(head.text)
    noun = link + 2
    if known is None or known.kind not in _CONTESTS or noun >= head.sent.end:
        return link
    if doc[link].text != "um" or doc[link + 1].text not in {"den", "die", "das"}:
        return link
    is_superlative = bool(_SUPERLATIVE.fullmatch(doc[noun].text))
    noun += is_superlative and noun + 1 < head.sent.end
    is_named = is_superlative or "-" in doc[noun].text
    is_noun = doc[noun].tag_ in _NOUNS and head_of(doc[noun].text) is None
    return noun + 1 if is_named and is_noun else link


def _has_determiner(doc: Doc, start: int) -> bool:
    position = start - 1
    while position >= 0 and doc[position].tag_ == "ADJA" and doc[position].text.islower():
        position -= 1
    return position >= 0 and doc[position].tag_ in _DETERMINERS


def _others(doc: Doc) -> set[int]:
    """Where parties, places, days, places taken and sums stand."""
    labels = ("ORGANISATION", "PERSON", "PLACE", "DATE", "RANK", "MONEY", "EDITION")
    found = (span for span in spans.found(doc, *labels) if not _is_guess(span))
    return {i for span in found for i in range(span.start, span.end)}


def _is_guess(span: Span) -> bool:
    return span.label_ in {"ORGANISATION", "PLACE"} and span.id_.startswith(_RECOGNISED)


def _may_name(token: Token) -> bool:
    lists = ("person_titles", "time_nouns", "class_nouns", "not_titles")
    return (
        is_name_like(token)
        and token.tag_ in _CAPITALS
        and not YEAR.fullmatch(token.text)
        and head_of(token.text) is None
        and not any(token.text in words(name) for name in lists)
    )
