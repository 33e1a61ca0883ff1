"""Awards called after a thing of precious matter: "der Goldene Besen", "mit der silbernen Pfeife".

In capitals the name tells itself, unless it is known for something else or an inn's; in small
letters it is an emblem, and names an award only where a verb gives or gets it.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from de_lorbeer.award_heads import head_of
from de_lorbeer.data import words
from de_lorbeer.shapes import DEFINITE_ARTICLES

_ENDINGS = ("en", "er", "em", "es", "e")
#: Where one goes, one goes to an inn: "im Goldenen Hirsch".
_WHERE = frozenset({"im", "ins", "in", "am"})


def stem_of(adjective: Token) -> str:
    """The stem of an adjective of precious matter, in small letters; empty for other words."""
    lower = adjective.lower_
    stems = (lower.removesuffix(ending) for ending in _ENDINGS if lower.endswith(ending))
    return next((stem for stem in stems if stem in words("precious_adjectives")), "")


def is_precious(adjective: Token) -> bool:
    """Whether a word is an adjective of precious matter, in any form."""
    return bool(stem_of(adjective))


def find_precious(doc: Doc) -> Iterator[Span]:
    """Yield AWARD spans of a precious thing in capitals: "Goldener Besen"."""
    for noun in doc[1:]:
        adjective = noun.nbor(-1)
        is_named = adjective.text[0].isupper() and is_precious(adjective)
        if is_named and is_thing(noun) and not is_inn(adjective):
            yield Span(doc, adjective.i, noun.i + 1, "AWARD", span_id="award.precious")


def is_thing(noun: Token) -> bool:
    """Whether a noun is a thing that an award may be, and no award noun itself."""
    is_noun = noun.text[0].isupper() and noun.tag_ in {"NN", "NE"} and noun.text[1:].islower()
    others = words("not_precious")
    is_known = any(
        noun.text.removesuffix(ending) in others for ending in ("", "s", "es", "n", "en", "e")
    )
    return is_noun and not is_known and head_of(noun.text) is None


def is_inn(first: Token) -> bool:
    """Whether one goes to what a name's first word opens, or the noun before tells an inn."""
    doc, position = first.doc, first.i - 1
    if position >= 0 and doc[position].lower_ in DEFINITE_ARTICLES:
        position -= 1
    if position < first.sent.start:
        return False
    before = doc[position]
    return before.lower_ in _WHERE or before.lower_.endswith(tuple(words("inn_nouns")))
