"""Titles that a verb confers: "wurde als Umweltschule zertifiziert", "zum Ehrenbürger ernannt",
"darf sich Fairtrade-Stadt nennen".
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.data import patterns, words
from de_lorbeer.shapes import QUOTES_CLOSE, QUOTES_OPEN, YEAR, is_capitalised, is_name_like

_OPENERS = {"als": "als", "zum": "zu", "zur": "zu"}
_LONGEST = 7
_MERIT = re.compile(r"\w{4,}(?:freundlich|gerecht|bewusst|neutral|aktiv)(?:e[nrs]?)")
_OWNERS = ("ORGANISATION", "PERSON", "PLACE")


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
    """Yield AWARD spans of nouns after "als" or "zum" in a sentence with a conferring verb, and
    after "als" behind a noun that tells a title ("die Auszeichnung als Umweltschule").
    """
    for sentence in doc.sents:
        functions = {
            f for token in sentence for f in _conferring_forms().get(token.lower_, frozenset())
        }
        for token in sentence:
            is_apposed = token.text == "als" and token.i > 0 and _tells_title(token.nbor(-1))
            if is_apposed or _OPENERS.get(token.lower_) in functions:
                span = title_after(doc, token.i + 1, sentence.end)
                if span is not None:
                    yield span
        yield from _borne_titles(doc, sentence)


def _tells_title(noun: Token) -> bool:
    return noun.text.removesuffix("en") in words("title_nouns")


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
    """The title from `position` on, unless it is none; None then: a quotation that opens there, or
    nouns in capitals with an adjective of merit before and a genitive behind them.
    """
    while position < limit and doc[position].tag_ == "ART":
        position += 1
    if position < limit and doc[position].text in QUOTES_OPEN:
        return _quoted_title(doc, position + 1, limit)
    start = position
    if start + 1 < limit and _is_merit(doc[start]):
        position += 1
    while position < limit and position - start < _LONGEST and is_capitalised(doc[position]):
        position += 1
    span = doc[start : _without_year(doc, start, position)]
    if not span or is_generic(span[-1].text) or span[-1].text in words("not_titles"):
        return None
    if span[-1].tag_ not in {"NN", "NE", "FM", "XY"}:
        return None
    end = span.end if head_of(span[-1].text) else _genitive_end(doc, span.end, limit)
    return Span(doc, span.start, end, "AWARD", span_id="award.conferred-title")


def _quoted_title(doc: Doc, start: int, limit: int) -> Span | None:
    """The quotation that opens before `start`; None where it does not close, or is long."""
    end = start
    while end < limit and doc[end].text not in QUOTES_CLOSE:
        end += 1
    end = _without_year(doc, start, end) if end < limit else start
    if end == start or end - start > _LONGEST or not is_capitalised(doc[start]):
        return None
    return Span(doc, start, end, "AWARD", span_id="award.conferred-title")


def _without_year(doc: Doc, start: int, end: int) -> int:
    return end - 1 if end - 1 > start and YEAR.fullmatch(doc[end - 1].text) else end


def _is_merit(token: Token) -> bool:
    """Whether an adjective names what a title is conferred for: "fahrradfreundlicher"."""
    return token.tag_ == "ADJA" and bool(_MERIT.fullmatch(token.text))


def _genitive_end(doc: Doc, end: int, limit: int) -> int:
    """End of "der kleinen Forscher" behind a noun, where no name stands in it; else `end`."""
    if end >= limit or doc[end].text not in {"der", "des"}:
        return end
    position = end + 1
    while position < limit and doc[position].tag_ == "ADJA":
        position += 1
    if position >= limit or doc[position].tag_ != "NN" or not is_capitalised(doc[position]):
        return end
    named = {token.i for span in spans.found(doc, *_OWNERS) for token in span}
    return end if named.intersection(range(end, position + 1)) else position + 1
