"""Works by titles without quotation marks: "ihr Film Morgenrot", "eine App namens Parkfux"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_heads import head_of
from de_lorbeer.data import words
from de_lorbeer.people import is_given_name
from de_lorbeer.shapes import ends_with_any, is_capitalised

_DETERMINERS = frozenset({"ART", "PPOSAT", "APPRART", "PDAT"})
#: What tells that a title follows, with or without a noun before.
_CALLED = frozenset({"namens", "Namens"})
#: Words in lower case that stand within a title, before a capital one.
_INNER = frozenset({"ADJA", "APPR", "APPRART", "ART", "KON", "CARD", "ADV"})
_ENDING = frozenset(
    {"von", "vom", "mit", "für", "aus", "bei", "beim", "sowie", "den", "dem", "das"}
    | {"zum", "zur"}
)
_LONGEST = 8


@cache
def _nouns() -> frozenset[str]:
    return words("work_nouns")


@cache
def _others() -> frozenset[str]:
    return frozenset(noun.lower() for noun in words("not_works"))


def is_work_noun(word: str) -> bool:
    """Whether a noun is one for works or products, or ends with one: "Kurzfilm"."""
    lower = word.lower().removesuffix("s")
    is_other = ends_with_any(lower, _others()) is not None or lower in _others()
    return not is_other and (lower in _nouns() or ends_with_any(lower, _nouns()) is not None)


def titled_works(doc: Doc) -> Iterator[Span]:
    """Yield QUOTED spans of titles right behind a noun for a work, or behind "namens"."""
    for token in doc[:-1]:
        if not (token.text in _CALLED or _introduces(token)):
            continue
        end = _end_of_title(doc, token.i + 1)
        names = spans.found(doc, "ORGANISATION", "PERSON")
        is_named = any(span.start <= token.i + 1 and end <= span.end for span in names)
        if end > token.i + 1 and not is_named:
            yield Span(doc, token.i + 1, end, "QUOTED", span_id="name.titled-work")


def _introduces(noun: Token) -> bool:
    """Whether a title may follow a noun: "ihr Film", "der Kurzfilm", not "Film"."""
    if noun.tag_ not in {"NN", "NE"} or noun.i == 0:
        return False
    before = noun.nbor(-1)
    determiner = noun.nbor(-2) if before.tag_ == "ADJA" and noun.i > 1 else before
    if determiner.tag_ not in _DETERMINERS:
        return False
    following = noun.nbor(1)
    opens = following.tag_ in {"NE", "FM", "XY"} or (
        following.is_title and following.tag_ in {"ART", "ADJA", "NN", "APPR", "CARD"}
    )
    is_name = is_given_name(following.text) or following.ent_type_ in {"PER", "LOC"}
    return is_work_noun(noun.text) and opens and is_capitalised(following) and not is_name


def _end_of_title(doc: Doc, start: int) -> int:
    """Index after the last capital word of a title, or of the entity that opens it; its start if it
    has none.
    """
    entity = next((ent.end for ent in doc.ents if ent.start <= start < ent.end), start)
    end = position = entity
    while position < len(doc) and position - start < _LONGEST:
        token = doc[position]
        if token.text in _ENDING or head_of(token.text) is not None:
            break
        if is_capitalised(token) and token.tag_ not in {"VVFIN", "VAFIN"}:
            end = position + 1
        elif token.tag_ not in _INNER:
            break
        position += 1
    return end
