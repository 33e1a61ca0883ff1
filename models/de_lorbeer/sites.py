"""Names of houses by where they stand: "Grundschule am Kirchberg", "Kita an der Wörnitz"."""

from functools import cache

from spacy.tokens import Token

from de_lorbeer.data import words
from de_lorbeer.shapes import is_capitalised

_LINKS = frozenset({("am",), ("an", "der"), ("auf", "dem"), ("auf", "der"), ("unter", "den")})


def end_of_site(head: Token) -> int:
    """Index after "am Kirchberg" behind a noun for a house; right behind the noun if it tells none:
    "die Schule am Freitag".
    """
    doc, end = head.doc, head.i + 1
    if not head.lower_.endswith(_heads()):
        return end
    for link in _LINKS:
        site = end + len(link)
        if site < len(doc) and tuple(t.text for t in doc[end:site]) == link and _is_site(doc[site]):
            return site + 1
    return end


def _is_site(token: Token) -> bool:
    """Whether a word is a place, or ends like the noun for one."""
    is_told = token.ent_type_ == "LOC" or token.lower_.endswith(_sites())
    return is_capitalised(token) and token.tag_ in {"NE", "NN"} and is_told


@cache
def _heads() -> tuple[str, ...]:
    return tuple(words("sited_heads"))


@cache
def _sites() -> tuple[str, ...]:
    return tuple(words("sites"))
