"""People: a given name with what follows, or a title with a surname."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from de_lorbeer.data import words
from de_lorbeer.shapes import is_capitalised, is_name_like

_PARTICLES = frozenset(
    {"von", "vom", "van", "de", "der", "den", "zu", "zum", "ten"}
    | {"del", "di", "da", "le", "la", "al", "dos", "y"}
)
#: Articles and prepositions that belong to a surname only behind "von", "van" or "auf".
_ARTICLES = frozenset({"der", "den", "zum"})
#: Ranks of nobility between given names and surname: "Maria Freifrau von Rotberg".
_NOBLE = frozenset(
    {"Graf", "Gräfin", "Freiherr", "Freifrau", "Freiin", "Baron", "Baronin", "Baronesse"}
    | {"Prinz", "Prinzessin", "Fürst", "Fürstin", "Ritter", "Edler", "Edle"}
)
#: What may stand with a figure before a name in a list of results.
_PLACES = frozenset({"Platz", "Rang", "Preis"})
_JOINING = frozenset({"und", "&", "u."})
_LONGEST_AFTER_TITLE = 3
_LONGEST = 9


def find_people(doc: Doc) -> Iterator[Span]:
    """Yield PERSON spans without titles; "Familie X" and bare given names are none.

    At the head of a line or cell a surname may come first: "1. Moll, Anna (Ulm)", "Moll Anna 389".
    """
    position = 0
    while position < len(doc):
        end = _end_of_name(doc, position)
        if end is not None:
            yield Span(doc, position, end, "PERSON", span_id="person.given-name")
            position = end
        elif _shares_surname(doc, position):
            yield Span(doc, position, position + 1, "PERSON", span_id="person.shared-surname")
            position += 1
        elif (end := _end_of_inverted(doc, position) or _end_of_listed(doc, position)) is not None:
            yield Span(doc, position, end, "PERSON", span_id="person.surname-first")
            position = end
        elif _is_surname_after_title(doc, position):
            end = _end_of_surname(doc, position)
            yield Span(doc, position, end, "PERSON", span_id="person.title-surname")
            position = end
        else:
            position += 1


def _end_of_surname(doc: Doc, start: int) -> int:
    """Index after a name that follows a title: one word, and proper names right behind it."""
    end = start + 1
    while end < len(doc) and end - start < _LONGEST_AFTER_TITLE and doc[end].tag_ == "NE":
        if not is_name_like(doc[end]):
            break
        end += 1
    return end


def _end_of_name(doc: Doc, start: int) -> int | None:
    """Index after the surname of a name that begins with a given name at `start`, or None."""
    if not _is_given_name(doc[start], after_title=start > 0 and _is_title(doc[start - 1])):
        return None
    end = start + 1
    surname = False
    while end < len(doc) and end - start < _LONGEST:
        token = doc[end]
        if _is_initial(token) or (is_given_name(token.text) and not surname):
            surname = surname or (is_given_name(token.text) and not _is_followed_by_name(doc, end))
            end += 1
        elif _may_precede_surname(token) and not surname and _is_followed_by_name(doc, end):
            end += 1
        elif not surname and _is_surname(token):
            surname = True
            end += 1
        else:
            break
    return end if surname else None


def _shares_surname(doc: Doc, position: int) -> bool:
    """Whether a bare given name is joined to a whole name, whose surname it shares: "Petra und
    Karl Brandt"; not in a row of given names ("Eva, Petra und Karl Brandt").
    """
    if position + 2 >= len(doc) or doc[position + 1].text not in _JOINING:
        return False
    is_listed = position > 0 and doc[position - 1].text in {",", *_JOINING}
    if is_listed and position > 1 and is_given_name(doc[position - 2].text):
        return False
    return is_given_name(doc[position].text) and _end_of_name(doc, position + 2) is not None


def _end_of_inverted(doc: Doc, start: int) -> int | None:
    """Index after "Moll, Anna", if only figures and marks stand before it in its line or cell."""
    comma = start
    while comma < len(doc) and doc[comma].text in _PARTICLES:
        comma += 1
    comma += 1
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return None
    surname, given = doc[comma - 1], doc[comma + 1]
    if not (_is_surname(surname) and surname.text.isalpha() and is_given_name(given.text)):
        return None
    if surname.ent_type_ == "LOC" or not _heads_its_line(doc[start]):
        return None
    end = comma + 2
    is_listed = end < len(doc) and (_is_surname(doc[end]) or doc[end].text in {"und", ","})
    # "Anna, Jan" may be two people; "Ullrich, Jan (SC Au)" is one.
    is_closed = end < len(doc) and doc[end].text in {"(", "|", "–"}
    return None if is_listed or (is_given_name(surname.text) and not is_closed) else end


def _end_of_listed(doc: Doc, start: int) -> int | None:
    """Index after "Moll Anna" at the head of a line or cell, if no name goes on behind it."""
    end = start + 2
    if end > len(doc) or doc[start].tag_ != "NE" or not is_given_name(doc[start + 1].text):
        return None
    if is_given_name(doc[start].text) or not _is_surname(doc[start]):
        return None
    if doc[start].ent_type_ == "LOC":
        return None
    goes_on = end < len(doc) and doc[end].text[0].isalpha()
    return end if _heads_its_line(doc[start]) and not goes_on else None


def _heads_its_line(token: Token) -> bool:
    for before in reversed(token.doc[: token.i]):
        if before.text == "|" or "\n" in before.text:
            break
        if before.is_alpha and before.text not in _PLACES:
            return False
    return True


def is_given_name(word: str) -> bool:
    """Whether a word, or the first part of a hyphenated one, is a listed given name."""
    return word in words("first_names") or word.partition("-")[0] in words("first_names")


def _is_given_name(token: Token, after_title: bool) -> bool:
    if is_given_name(token.text):
        return True
    return token.text in words("first_names_ambiguous") and (
        after_title or token.ent_type_ == "PER"
    )


def _may_precede_surname(token: Token) -> bool:
    return token.text in _PARTICLES or token.text in _NOBLE


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _is_surname(token: Token) -> bool:
    return is_name_like(token) and not token.is_digit and token.tag_ not in {"VVFIN", "VAFIN"}


def _is_followed_by_name(doc: Doc, position: int) -> bool:
    """Whether a capitalised word comes next, or behind particles ("von der Lay-Moll")."""
    following = next((t for t in doc[position + 1 :] if t.text not in _PARTICLES), None)
    if following is None or not is_capitalised(following):
        return False
    is_bare = doc[position].text not in _PARTICLES and position + 1 < following.i
    if is_bare and doc[position + 1].text in _ARTICLES:
        return False
    return following.is_alpha or following.i > position + 1


def _is_title(token: Token) -> bool:
    return token.text in words("person_titles")


def _is_surname_after_title(doc: Doc, position: int) -> bool:
    return (
        position > 0
        and _is_title(doc[position - 1])
        and not _is_title(doc[position])
        and _is_surname(doc[position])
        and doc[position].is_alpha
        and doc[position].tag_ != "ADJA"
    )
