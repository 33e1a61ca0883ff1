"""Names that no list or shape tells, because a common noun would need an article where they stand:
"Der Preis ging an Zweitnaht aus Kiel", "Durchgesetzt hat sich Kellerlicht".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from de_lorbeer import frames
from de_lorbeer.award_heads import head_of
from de_lorbeer.data import words
from de_lorbeer.shapes import is_name_like

_RULE = "name.bare"
_NOUNS = frozenset({"NN", "NE", "FM"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "sb"})
_RECEIVING = frozenset({"recipient"})
#: What follows a name that stands for itself.
_BEHIND = frozenset(
    {".", ",", ";", "!", ":", "(", "und", "aus", "von", "vom", "mit", "für", "gegen"}
)
_SHORTEST = 4


def bare_names(doc: Doc) -> Iterator[Span]:
    """Yield NAME spans of single nouns in the singular, with nothing before that a common noun
    would have, where a verb of honouring takes who is honoured.
    """
    for sentence in doc.sents:
        if not any(map(_is_bare, sentence)):
            continue
        functions = {
            function
            for trigger in frames.triggers(sentence)
            for function, role in trigger.roles().items()
            if role in _RECEIVING
        }
        for token in sentence:
            if _is_bare(token) and _place_of(token) in functions:
                yield Span(doc, token.i, token.i + 1, "NAME", span_id=_RULE)


def _place_of(token: Token) -> str:
    """ "an" behind this word; "subject" by the parse, right behind a verb or "sich"; else ""."""
    before = token.nbor(-1)
    if before.lower_ == "an":
        return "an"
    opens = before.tag_.startswith("V") or before.lower_ in {"sich", "auch", "schließlich"}
    return "subject" if opens and token.dep_ in _SUBJECTS else ""


def _is_bare(token: Token) -> bool:
    """Whether a noun in the singular stands alone, and is neither an award nor a kind of party."""
    if token.i == token.sent.start or token.i + 1 >= len(token.doc):
        return False
    return (
        token.tag_ in _NOUNS
        and is_name_like(token)
        and token.text[0].isalpha()
        and len(token) >= _SHORTEST
        and "Plur" not in token.morph.get("Number", [])
        and token.nbor().text in _BEHIND
        and not head_of(token.text)
        and token.text not in words("not_parties")
        and token.text not in words("bare_nouns")
    )
