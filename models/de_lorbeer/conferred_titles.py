"""Titles that a verb confers: "wurde als Umweltschule zertifiziert", "zum Ehrenbürger ernannt",
"darf sich Fairtrade-Stadt nennen".
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from de_lorbeer.award_heads import is_generic
from de_lorbeer.data import patterns, words
from de_lorbeer.shapes import QUOTES_CLOSE, QUOTES_OPEN, is_capitalised, is_name_like

_OPENERS = {"als": "als", "zum": "zu", "zur": "zu"}
_LONGEST = 7


@cache
def _conferring_forms() -> dict[str, frozenset[str]]:
    """Verb form -> the functions ("als", "zu") in which its frame takes a title."""
    forms: dict[str, set[str]] = {}
    for row in patterns("frames"):
        titles = {f for f in ("als", "zu") if row["roles"].get(f) == "award"}
        for key in ("finite", "participle", "infinitive"):
            for form in row.get(key, "").split():
                forms.setdefault(form, set()).update(titles)
    return {form: frozenset(titles) for form, titles in forms.items() if titles}


def find_conferred_titles(doc: Doc) -> Iterator[Span]:
    """Yield AWARD spans of nouns after "als" or "zum" in a sentence with a conferring verb."""
    for sentence in doc.sents:
        functions = {
            f for token in sentence for f in _conferring_forms().get(token.lower_, frozenset())
        }
        for token in sentence:
            if _OPENERS.get(token.lower_) in functions:
                span = title_after(doc, token.i + 1, sentence.end)
                if span is not None:
                    yield span
        yield from _borne_titles(doc, sentence)


def _borne_titles(doc: Doc, sentence: Span) -> Iterator[Span]:
    """What one may call oneself: the quotation or the capitals right before "nennen"."""
    forms = {token.lower_ for token in sentence}
    if "sich" not in forms or not forms & words("may_forms"):
        return
    for token in sentence:
        if token.lower_ == "nennen":
            span = title_before(doc, token.i, sentence.start)
            if span is not None:
                yield span


def title_before(doc: Doc, position: int, limit: int) -> Span | None:
    """The quotation or the nouns in capitals that end before `position`; None where none does."""
    end = position
    if end > limit and doc[end - 1].text in QUOTES_CLOSE:
        end -= 1
        start = end
        while start > limit and doc[start - 1].text not in QUOTES_OPEN:
            start -= 1
        is_quoted = start > limit
    else:
        start, is_quoted = end, True
        while start > limit and is_name_like(doc[start - 1]):
            start -= 1
    if start == end or end - start > _LONGEST or not is_quoted:
        return None
    return Span(doc, start, end, "AWARD", span_id="award.borne-title")


def title_after(doc: Doc, position: int, limit: int) -> Span | None:
    """The nouns in capitals from `position` on as a title, unless they are none; None then."""
    while position < limit and (doc[position].tag_ == "ART" or doc[position].text in QUOTES_OPEN):
        position += 1
    start = position
    while position < limit and position - start < _LONGEST and is_capitalised(doc[position]):
        if doc[position].text in QUOTES_CLOSE:
            break
        position += 1
    span = doc[start:position]
    if not span or is_generic(span[-1].text) or span[-1].text in words("not_titles"):
        return None
    if span[-1].tag_ not in {"NN", "NE", "FM", "XY"}:
        return None
    return Span(doc, span.start, span.end, "AWARD", span_id="award.conferred-title")
