"""Names of awards: a head noun with its modifiers, a name in quotes, "... des Jahres"."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.award_edges import is_modifier, left_edge, right_edge
from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.conferred_titles import find_conferred_titles
from de_lorbeer.data import table, words
from de_lorbeer.emblems import find_emblems
from de_lorbeer.precious import find_precious, is_inn, is_precious
from de_lorbeer.shapes import QUOTES_CLOSE, QUOTES_OPEN, YEAR
from de_lorbeer.told_names import find_told_names

#: "2024", "12.", "14.2." before an award noun.
_YEAR_OR_ORDINAL = re.compile(r"(?:19|20)\d{2}|\d{1,3}\.|\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?")
_LONGEST_QUOTE = 10
#: Kinds of nouns that only tell what a known name is: "Landeswettbewerb Jugend musiziert".
_KINDS_TOLD = frozenset({"competition"})


class Awards:
    """Component: adds spans labelled AWARD (a name) and AWARD_NOUN (a word that points to one)."""

    def __init__(self, nlp: Language) -> None:
        """Prepare the matcher of known awards with the pipeline's tokenizer."""
        names = [row["name"] for row in table("gazetteer/awards.tsv")]
        self._known = PhraseMatcher(nlp.vocab)
        self._known.add("award.known", [nlp.make_doc(name) for name in names])

    def __call__(self, doc: Doc) -> Doc:
        """Find award names; where they overlap, known ones and names in quotes win."""
        known = [
            Span(doc, start, end, "AWARD", span_id="award.known")
            for _, start, end in self._known(doc)
            if not any(p.start <= start < end < p.end for p in spans.found(doc, "PERSON"))
            and not (is_precious(doc[start]) and is_inn(doc[start]))
        ]
        longest = sorted(known, key=lambda span: span.start - span.end)
        spans.add(doc, find_awards(doc, longest))
        return doc


def find_awards(doc: Doc, known: list[Span]) -> list[Span]:
    """The AWARD and AWARD_NOUN spans of a Doc, `known` names first."""
    named = [*known, *_quoted_names(doc), *_of_the_year(doc), *find_conferred_titles(doc)]
    named += [*find_emblems(doc), *find_precious(doc), *find_told_names(doc)]
    nouns = []
    known_starts = {span.start for span in known}
    quoted_starts = {span.start for span in named if span.id_ == "award.noun-quoted"}
    ranks = {i for span in spans.found(doc, "RANK") for i in range(span.start, span.end)}
    surnames = {i for span in spans.found(doc, "PERSON") for i in _surnames(span)}
    for token in doc:
        if token.i in ranks:
            continue
        head = head_of(token.text)
        if token.tag_ in {"VVFIN", "VVINF", "ADV"} or token.i in surnames:
            continue
        if head is None:
            if is_generic(token.text):
                nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
            continue
        span = _name_around(token)
        tells_kind = token.i + 1 in known_starts and head.kind in _KINDS_TOLD
        if tells_kind or token.i + 2 in quoted_starts:
            nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
        elif _is_name(span, token):
            named.append(span)
        else:
            nouns.append(Span(doc, token.i, token.i + 1, "AWARD_NOUN", span_id="award.noun"))
    kept = spans.without_overlaps(named)
    return spans.without_overlaps([*kept, *nouns])


def _surnames(person: Span) -> Iterator[int]:
    """Where a surname may look like an award ("Ulrike Beisiegel"), if the recogniser agrees."""
    return (token.i for token in person[1:] if token.ent_type_ == "PER")


def _is_name(span: Span, token: Token) -> bool:
    """A name has a modifier, or is a compound that is no generic noun itself."""
    if len(span) > 1:
        return True
    return not is_generic(token.text)


def _name_around(head: Token) -> Span:
    start, end = left_edge(head), head.i + 1
    generic = is_generic(head.text)
    end = right_edge(head, end, generic)
    doc = head.doc
    while start < head.i and _YEAR_OR_ORDINAL.fullmatch(doc[start].text):
        start += 1
    known_head = head_of(head.text)
    is_weak = known_head is not None and known_head.strength == "weak" and end - start == 1
    rule = "award.weak-head" if is_weak else "award.head"
    return Span(doc, start, end, "AWARD", span_id=rule)


def _quoted_names(doc: Doc) -> Iterator[Span]:
    """A quotation that holds an award head, or follows one directly."""
    for span in spans.found(doc, "QUOTED"):
        if len(span) > _LONGEST_QUOTE or span.id_ == "name.titled-work":
            continue
        before = _noun_before_quote(span)
        inside = any(head_of(token.text) for token in span)
        after = doc[span.end + 1] if span.end + 1 < len(doc) else None
        if inside or before is not None or (after is not None and head_of(after.text)):
            end = span.end
            while end > span.start + 1 and YEAR.fullmatch(doc[end - 1].text):
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
            if not is_modifier(doc[start]) or doc[start].text in words("not_titles"):
                continue
            while start > doc[token.i].sent.start and is_modifier(doc[start - 1]):
                start -= 1
            yield Span(doc, start, token.i + 2, "AWARD", span_id="award.of-the-year")
