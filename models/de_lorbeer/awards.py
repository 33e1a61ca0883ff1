"""Names of awards: a head noun with its modifiers, a name in quotes, "... des Jahres"."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.conferred_titles import find_conferred_titles, title_after
from de_lorbeer.data import table, words
from de_lorbeer.shapes import QUOTES_CLOSE, QUOTES_OPEN, is_capitalised, is_name_like

_YEAR = re.compile(r"(?:19|20)\d{2}")
_ORDINAL = re.compile(r"\d{1,3}\.")
_MODIFIER_TAGS = frozenset({"ADJA", "NE", "NN", "FM", "XY", "TRUNC", "CARD", "ADJD"})
_JOINERS = frozenset({"&", "+", "-", "/", "–", "for", "of", "the", "in", "’", "'"})
_LONGEST_LEFT = 7
_LONGEST_QUOTE = 10
_NAMES = ("ORGANISATION", "PERSON")


class Awards:
    """Component: adds spans labelled AWARD (a name) and AWARD_NOUN (a word that points to one)."""

    def __init__(self, nlp: Language) -> None:
        self._known = PhraseMatcher(nlp.vocab)
        self._known.add("award.known", [nlp.make_doc(r["name"]) for r in table("gazetteer/awards.tsv")])

    def __call__(self, doc: Doc) -> Doc:
        """Find award names; where they overlap, known ones and names in quotes win."""
        known = [
            Span(doc, start, end, "AWARD", span_id="award.known")
            for _, start, end in self._known(doc)
        ]
        longest = sorted(known, key=lambda span: span.start - span.end)
        spans.add(doc, find_awards(doc, longest))
        return doc


def find_awards(doc: Doc, known: list[Span]) -> list[Span]:
    """The AWARD and AWARD_NOUN spans of a Doc, `known` names first."""
    named = [*known, *_quoted_names(doc), *_of_the_year(doc), *find_conferred_titles(doc)]
    nouns = []
    quoted_starts = {span.start for span in named if span.id_ == "award.noun-quoted"}
    ranks = {i for span in spans.found(doc, "RANK") for i in range(span.start, span.end)}
    for token in doc:
        if token.i in ranks:
            continue
        head = head_of(token.text)
        if token.tag_ in {"VVFIN", "VVINF", "ADV"}:
            continue
        if head is None:
            if is_generic(token.text):
                nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
            continue
        span = _name_around(token)
        if token.i + 2 in quoted_starts:
            nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
        elif _is_name(span, token):
            named.append(span)
        else:
            nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
    kept = spans.without_overlaps(named)
    return spans.without_overlaps([*kept, *nouns])


def _is_name(span: Span, token: Token) -> bool:
    """A name has a modifier, or is a compound that is no generic noun itself."""
    if len(span) > 1:
        return True
    return not is_generic(token.text)


def _name_around(head: Token) -> Span:
    start, end = _left_edge(head), head.i + 1
    generic = is_generic(head.text)
    end = _right_edge(head, end, generic)
    doc = head.doc
    while start < head.i and (_YEAR.fullmatch(doc[start].text) or _ORDINAL.fullmatch(doc[start].text)):
        start += 1
    known_head = head_of(head.text)
    is_weak = known_head is not None and known_head.strength == "weak" and end - start == 1
    rule = "award.weak-head" if is_weak else "award.head"
    return Span(doc, start, end, "AWARD", span_id=rule)


def _left_edge(head: Token) -> int:
    doc, start = head.doc, head.i
    while start > head.sent.start and head.i - start < _LONGEST_LEFT:
        before = doc[start - 1]
        if before.text in _JOINERS and start - 2 >= head.sent.start:
            if not is_name_like(doc[start - 2]):
                break
        elif not _is_modifier(before):
            break
        start -= 1
    while start < head.i and (doc[start].text in _JOINERS or doc[start].tag_ == "CARD"):
        start += 1
    return _with_truncated(doc, start, head.sent.start)


def _with_truncated(doc: Doc, start: int, limit: int) -> int:
    """Take in "Tambouren- und" before "Pfeiferfest", with the adjectives before it."""
    if start - 2 < limit or doc[start - 1].text not in {"und", "&"} or doc[start - 2].text[-1] != "-":
        return start
    start -= 2
    while start > limit and _is_modifier(doc[start - 1]):
        start -= 1
    return start


def _is_modifier(token: Token) -> bool:
    return is_name_like(token) and token.tag_ in _MODIFIER_TAGS


def _right_edge(head: Token, end: int, generic: bool) -> int:
    """Extend by "für Menschlichkeit", a name, and the genitive after a noun that is bare."""
    doc = head.doc
    following = doc[end] if end < len(doc) else None
    if following is None:
        return end
    names = {span.start: span for span in spans.found(doc, *_NAMES)}
    if generic and following.text == "als":
        title = title_after(doc, end + 1, head.sent.end)
        return title.end if title is not None else end
    if following.text == "für":
        return end if end + 1 in names else _purpose(doc, end)
    if following.text in {"des", "der"}:
        owner = names.get(end + 1)
        is_owner = owner is not None and owner.label_ == "ORGANISATION"
        return owner.end if owner is not None and is_owner else _jury(doc, end)
    if generic:
        while end < len(doc) and end not in names and _continues(doc[end], end - head.i):
            end += 1
    return end


def _continues(token: Token, distance: int) -> bool:
    """Whether a word goes on with the name behind a generic noun ("Turnier Blau Weiss Classics")."""
    tags = {"NE", "FM", "XY", "ADJD", "ADJA"} | ({"NN"} if distance > 1 else set())
    return is_name_like(token) and token.tag_ in tags and not _YEAR.fullmatch(token.text)


def _jury(doc: Doc, article: int) -> int:
    """End of "der Jury" after "Preis"; the article's own index for other genitives."""
    is_jury = article + 1 < len(doc) and doc[article + 1].text in {"Jury", "Fachjury"}
    return article + 2 if is_jury else article


def _purpose(doc: Doc, link: int) -> int:
    position, end = link + 1, link
    while position < len(doc) and position - link < 8:
        token = doc[position]
        if token.tag_ in {"NN", "NE", "TRUNC"} and is_capitalised(token):
            end = position + 1
        elif token.tag_ not in {"ADJA", "KON", "APPRART"}:
            break
        position += 1
    return end


def _quoted_names(doc: Doc) -> Iterator[Span]:
    """A quotation that holds an award head, or follows one directly."""
    for span in spans.found(doc, "QUOTED"):
        if len(span) > _LONGEST_QUOTE:
            continue
        before = _noun_before_quote(span)
        inside = any(head_of(token.text) for token in span)
        after = doc[span.end + 1] if span.end + 1 < len(doc) else None
        if inside or before is not None or (after is not None and head_of(after.text)):
            end = span.end
            while end > span.start + 1 and _YEAR.fullmatch(doc[end - 1].text):
                end -= 1
            rule = "award.quoted" if inside else "award.noun-quoted"
            yield Span(doc, span.start, end, "AWARD", span_id=rule)


def _noun_before_quote(span: Span) -> Token | None:
    """The award noun right before the quotation mark ("das Siegel „..."), if there is one."""
    position = span.start - 2
    if position < 0 or span.doc[position + 1].text not in QUOTES_OPEN | QUOTES_CLOSE:
        return None
    token = span.doc[position]
    head = head_of(token.text)
    return token if head is not None and head.kind != "ranking" else None


def _of_the_year(doc: Doc) -> Iterator[Span]:
    """ "Unternehmen des Jahres", with its modifiers."""
    for token in doc[1:-1]:
        if token.text == "des" and doc[token.i + 1].text in {"Jahres", "Monats"}:
            start = token.i - 1
            if not _is_modifier(doc[start]) or doc[start].text in words("not_titles"):
                continue
            while start > doc[token.i].sent.start and _is_modifier(doc[start - 1]):
                start -= 1
            yield Span(doc, start, token.i + 2, "AWARD", span_id="award.of-the-year")
