"""Names of people, organisations and places, from the entity recogniser and from word lists.

The lists make up for what a small recogniser misses: given names, nouns that make a name an
organisation ("Institut", "e. V."), and the gazetteer of regions.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from de_lorbeer import spans
from de_lorbeer.bare_names import bare_names
from de_lorbeer.data import table
from de_lorbeer.name_edges import trimmed, unnumbered, with_surname, without_places
from de_lorbeer.organisations import find_organisations
from de_lorbeer.people import find_people
from de_lorbeer.school_classes import find_school_classes
from de_lorbeer.shapes import (
    QUOTES_CLOSE,
    QUOTES_OPEN,
    is_capitalised,
    is_mixed_case,
)
from de_lorbeer.works import is_work_noun, titled_works

_FROM_RECOGNISER = {"PER": "PERSON", "ORG": "ORGANISATION", "LOC": "PLACE", "MISC": "NAME"}
_LOCAL_PREPOSITIONS = frozenset({"in", "aus", "bei", "nach", "im", "region", "raum"})
_FROM = frozenset({"von", "vom", "aus"})
#: Places told by an ordinal alone, which may end a name: "Verein Junge Erste".
_ORDINALS = frozenset({"rank.predicate", "rank.apposed"})
_JOINING = frozenset({",", "/", "und", "sowie"})
_LONGEST_QUOTE = 25


class Names:
    """Component: adds spans labelled PERSON, ORGANISATION, PLACE, NAME and QUOTED."""

    def __init__(self, nlp: Language) -> None:
        """Prepare the matcher of the gazetteer with the pipeline's tokenizer."""
        self._gazetteer = PhraseMatcher(nlp.vocab)
        for name in gazetteer_names():
            self._gazetteer.add(name, [nlp.make_doc(name)])

    def __call__(self, doc: Doc) -> Doc:
        """Find names; where they overlap, those of word lists win, as long as the recogniser's."""
        places = list(self._places(doc))
        organisations, people = list(find_organisations(doc)), list(find_people(doc))
        candidates = [
            *find_school_classes(doc, organisations),
            *_taken_whole(doc, places),
            *_as_recognised(doc, "ORG", organisations),
            *_as_recognised(doc, "PER", people),
            *organisations,
            *people,
            *_recognised(doc, "PER", "ORG", "MISC"),
            *_odd_spellings(doc),
            *places,
            *_recognised(doc, "LOC"),
            *_proper_adjectives(doc),
            *bare_names(doc),
        ]
        ranks = spans.found(doc, "RANK")
        taken = {token.i for rank in ranks for token in rank}
        won = {token.i for rank in ranks if rank.id_ not in _ORDINALS for token in rank}
        names = (
            without_places(span, won)
            for span in map(unnumbered, candidates)
            if not taken.issuperset(range(span.start, span.end))
        )
        spans.add(doc, spans.without_overlaps(names))
        spans.add(doc, [*quoted(doc), *titled_works(doc)])
        return doc

    def _places(self, doc: Doc) -> Iterable[Span]:
        matches = self._gazetteer(doc, as_spans=True)
        for span in sorted(matches, key=lambda span: span.start - span.end):
            if not is_capitalised(span[0]):
                continue
            if span.label_ in ambiguous_places() and not _is_local(span):
                continue
            yield Span(doc, span.start, span.end, "PLACE", span_id="place.gazetteer")


def _taken_whole(doc: Doc, places: Iterable[Span]) -> Iterable[Span]:
    """Areas, though no towns, which the recogniser took for something else, with no word more."""
    recognised = {(ent.start, ent.end) for ent in doc.ents if ent.label_ != "LOC"}
    for place in places:
        if (place.start, place.end) in recognised and place.text not in towns():
            yield place


@cache
def gazetteer_names() -> frozenset[str]:
    """All names and aliases of the gazetteer of regions."""
    return frozenset(
        name
        for row in table("gazetteer/regions.tsv")
        for name in [row["name"], *row["aliases"].split(";")]
        if name
    )


@cache
def towns() -> frozenset[str]:
    """Names and aliases of towns, after which clubs and teams are called too."""
    return frozenset(
        name
        for row in table("gazetteer/regions.tsv")
        if row["kind"] == "town"
        for name in [row["name"], *row["aliases"].split(";")]
    )


@cache
def ambiguous_places() -> frozenset[str]:
    """Places that are common words too ("Essen")."""
    return frozenset(
        name
        for row in table("gazetteer/regions.tsv")
        if row["ambiguous"]
        for name in [row["name"], *row["aliases"].split(";")]
    )


def _is_local(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in _LOCAL_PREPOSITIONS


def _as_recognised(doc: Doc, label: str, found: Iterable[Span]) -> Iterable[Span]:
    """Names of word lists with what the recogniser adds to them: "Hoai" and "Thuong Pham".

    Entities that enumerate people, or several organisations, add nothing, nor do towns behind,
    nor what follows "von" behind a whole name ("Jan Holt von Apex").
    """
    entities = (trimmed(ent) for ent in doc.ents if ent.label_ == label)
    owner = {token.i: entity for entity in entities if entity is not None for token in entity}
    in_order = (span for span in found if span.id_ != "person.surname-first")
    touched = {span: owner[t.i] for span in in_order for t in span if t.i in owner}
    names = Counter(entity.start for entity in touched.values())
    for span, entity in touched.items():
        start, end = min(span.start, entity.start), max(span.end, entity.end)
        added = [*doc[start : span.start], *doc[span.end : end]]
        is_joined = any(token.text in _JOINING for token in entity)
        is_one = not is_joined or (label == "ORG" and names[entity.start] == 1)
        is_home = label == "PER" and any(token.text in _FROM for token in added)
        if is_one and not is_home and not any(token.text in towns() for token in added):
            yield Span(doc, start, end, span.label_, span_id=span.id_)


def _recognised(doc: Doc, *labels: str) -> Iterable[Span]:
    for ent in doc.ents:
        label = _FROM_RECOGNISER[ent.label_] if ent.label_ in labels else None
        span = trimmed(ent) if label else None
        if span is not None and label == "PERSON":
            span = with_surname(span)
        if span is not None:
            yield Span(doc, span.start, span.end, label or "", span_id=f"name.{ent.label_.lower()}")


def _odd_spellings(doc: Doc) -> Iterable[Span]:
    for token in doc:
        if is_mixed_case(token) and len(token) > 3:
            yield Span(doc, token.i, token.i + 1, "NAME", span_id="name.mixed-case")


def _proper_adjectives(doc: Doc) -> Iterable[Span]:
    """An adjective in capitals within a sentence opens a name: "die Rote Schleife"."""
    for token in doc[1:-1]:
        before, noun = doc[token.i - 1], doc[token.i + 1]
        opened = before.tag_ in {"ART", "APPRART", "PPOSAT"}
        if token.tag_ == "ADJA" and token.is_title and opened and noun.tag_ in {"NN", "NE"}:
            end = noun.i + 1
            while end < len(doc) and doc[end].tag_ == "NE":
                end += 1
            yield Span(doc, token.i, end, "NAME", span_id="name.proper-adjective")


def quoted(doc: Doc) -> Iterable[Span]:
    """The contents of quotation marks, up to 25 words."""
    start = None
    for token in doc:
        if token.text in QUOTES_OPEN and (start is None or token.text == "„"):
            start = token.i + 1
        elif start is not None and token.text in QUOTES_CLOSE:
            if 0 < token.i - start <= _LONGEST_QUOTE and _is_title(doc[start : token.i]):
                end = token.i - (doc[token.i - 1].text == ".")
                yield Span(doc, start, end, "QUOTED", span_id="name.quoted")
            start = None


def _is_title(span: Span) -> bool:
    """Whether a quotation can be a name: it opens with a capital and is no sentence.

    Behind a noun for a work it may end in a mark: "das Projekt „Ulm, was geht?“".
    """
    first: Token = span[0]
    noun = first.nbor(-2) if first.i > 1 else None
    is_named = noun is not None and is_work_noun(noun.text) and len(span) > 1
    closes = span[-1].text in {".", "!", "?"} and is_named
    return is_capitalised(first) and (closes or span[-1].text not in {".", "!", "?", ","})
