"""Where the name of an award begins and ends around its head noun."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.appositions import apposed_end, contended_end
from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.data import words
from de_lorbeer.organisations import is_head
from de_lorbeer.shapes import YEAR, is_capitalised, is_mixed_case, is_name_like, opens_genitive

_MODIFIER_TAGS = frozenset({"ADJA", "NE", "NN", "FM", "XY", "TRUNC", "CARD", "ADJD"})
_JOINERS = frozenset({"&", "+", "-", "/", "–", "for", "of", "the", "in", "’", "'"})
_DASHES = frozenset({"-", "–"})
_LONGEST_LEFT = 7
#: A figure right before the head counts it: "42 Stipendien". Years are no counts.
_COUNT = re.compile(r"\d{1,3}")
_SUPERLATIVE = re.compile(r"[a-zäöü]{2,}ste[nrs]?")
_NAMES = ("ORGANISATION", "PERSON")


def left_edge(head: Token) -> int:
    """Index of the first word of the name: the modifiers right before its head."""
    doc, start = head.doc, head.i
    while start > head.sent.start and head.i - start < _LONGEST_LEFT:
        before = doc[start - 1]
        if before.text in _JOINERS and start - 2 >= head.sent.start:
            if _parts(before, head) or not is_name_like(doc[start - 2]):
                break
        elif not is_modifier(before) or (start == head.i and _COUNT.fullmatch(before.text)):
            break
        start -= 1
    while start < head.i and (doc[start].text in _JOINERS or doc[start].tag_ == "CARD"):
        start += 1
    return _with_truncated(doc, start, head.sent.start)


def _parts(dash: Token, head: Token) -> bool:
    """Whether a dash between blanks stands before a noun that is a name by itself."""
    is_spaced = dash.text in _DASHES and dash.nbor(-1).whitespace_ and dash.whitespace_
    return bool(is_spaced) and not is_generic(head.text)


def _with_truncated(doc: Doc, start: int, limit: int) -> int:
    """Take in "Tambouren- und" before "Pfeiferfest", with the adjectives before it."""
    if start - 2 < limit or doc[start - 1].text not in {"und", "&"}:
        return start
    if doc[start - 2].text[-1] != "-":
        return start
    start -= 2
    while start > limit and is_modifier(doc[start - 1]):
        start -= 1
    return start


def is_modifier(token: Token) -> bool:
    """Whether a word before an award noun can belong to the award's name."""
    return (is_name_like(token) and token.tag_ in _MODIFIER_TAGS) or is_mixed_case(token)


def right_edge(head: Token, end: int, generic: bool) -> int:
    """Extend by "für Menschlichkeit", a name, and the genitive after a noun that is bare."""
    doc = head.doc
    following = doc[end] if end < len(doc) else None
    if following is None:
        return end
    names = {span.start: span for span in spans.found(doc, *_NAMES)}
    places = {s.start: s for s in spans.found(doc, "PLACE") if s.id_ == "place.gazetteer"}
    if doc[end : end + 2].text in words("order_grades"):
        return _of_order(doc, end + 2, names)
    if following.text == "für":
        owner = names.get(_behind_titles(doc, end + 1))
        # A single word may be taken for a surname: "Preis für Zivilcourage".
        return end if owner is not None and len(owner) > 1 else _purpose(doc, end, generic)
    if following.text == "um":
        return contended_end(head, end)
    if following.text in {"des", "der"}:
        owner = names.get(end + 1)
        is_owner = (
            owner is not None
            and owner.label_ == "ORGANISATION"
            and opens_genitive(following, owner[0])
        )
        if owner is not None and is_owner:
            return owner.end
        return _of_field(doc, end) if generic and _is_proper(doc, head.i - 1) else _jury(doc, end)
    area = places.get(end)
    if area is not None and not generic:
        return area.end
    if generic:
        while end < len(doc) and end not in names and _continues(doc[end], end - head.i):
            end += 1
    return end if end > head.i + 1 else apposed_end(head, left_edge(head), end)


def _behind_titles(doc: Doc, position: int) -> int:
    """Index of the first word that is no title of a person: "Dr. Anna Moll"."""
    while position < len(doc) and doc[position].text in words("person_titles"):
        position += 1
    return position


def _of_order(doc: Doc, end: int, names: Mapping[int, Span]) -> int:
    """End of "des Verdienstordens der Bundesrepublik Deutschland" behind a grade."""
    if end + 1 >= len(doc) or doc[end].text != "des" or head_of(doc[end + 1].text) is None:
        return end
    end += 2
    owner = names.get(end + 1) if end < len(doc) and doc[end].text in {"der", "des"} else None
    is_state = doc[end : end + 3].text == "der Bundesrepublik Deutschland"
    return end + 3 if is_state else owner.end if owner is not None else end


def _continues(token: Token, distance: int) -> bool:
    """Whether a word goes on with the name after a generic noun ("Turnier Blau Weiss Classics")."""
    tags = {"NE", "FM", "XY", "ADJD", "ADJA"} | ({"NN"} if distance > 1 else set())
    return is_name_like(token) and token.tag_ in tags and not YEAR.fullmatch(token.text)


def _is_proper(doc: Doc, before: int) -> bool:
    """Whether an adjective in capitals makes a general noun a name: "Großer Preis"."""
    return before > 0 and doc[before].tag_ == "ADJA" and is_capitalised(doc[before])


def _of_field(doc: Doc, article: int) -> int:
    """End of "des Mittelstandes" behind "Großer Preis"; as behind other prizes where the noun is
    no field, or goes on: "der Saison", "der Stadt Ulm".
    """
    noun = doc[article + 1] if article + 1 < len(doc) else doc[article]
    following = doc[article + 2] if article + 2 < len(doc) else None
    goes_on = following is not None and is_capitalised(following)
    excluded = words("class_nouns") | words("time_nouns") | words("person_titles")
    is_field = noun.tag_ == "NN" and noun.text[1:].islower() and noun.text not in excluded
    if goes_on or not is_field or is_head(noun) or head_of(noun.text) is not None:
        return _jury(doc, article)
    return article + 2


def _jury(doc: Doc, article: int) -> int:
    """End of "der Jury" after "Preis"; the article's own index for other genitives."""
    is_jury = article + 1 < len(doc) and doc[article + 1].text in {"Jury", "Fachjury"}
    return article + 2 if is_jury else article


def _opens_superlative(doc: Doc, position: int) -> bool:
    """Whether an article stands before a superlative: "Preis für den besten Vortrag"."""
    following = doc[position + 1].text if position + 1 < len(doc) else ""
    return doc[position].tag_ == "ART" and bool(_SUPERLATIVE.fullmatch(following))


def _purpose(doc: Doc, link: int, generic: bool) -> int:
    """End of "für Wissenschaft und Kunst", behind a general noun also of "für den besten Vortrag";
    the link itself if no noun follows.
    """
    position, end = link + 1, link
    while position < len(doc) and position - link < 8:
        token = doc[position]
        if token.tag_ in {"NN", "NE", "TRUNC"} and is_capitalised(token):
            end = position + 1
        elif token.tag_ not in {"ADJA", "KON", "APPRART"} and not (
            generic and _opens_superlative(doc, position)
        ):
            break
        position += 1
    return end
