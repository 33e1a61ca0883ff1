"""Classes of schools, which win as one body: "die Klasse 4b der Grundschule Nord"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

_NUMBER = re.compile(r"(?:1[0-3]|[1-9])[a-h]")
#: What stands before a class that wins; behind prepositions it tells where somebody learns.
_ARTICLES = frozenset({"die", "der", "den", "unsere", "unserer"})


def find_school_classes(doc: Doc, organisations: Sequence[Span]) -> Iterator[Span]:
    """Yield ORGANISATION spans of classes behind a bare article, with the school that follows."""
    schools = {span.start: span for span in organisations}
    for token in doc[1:-1]:
        if token.text != "Klasse" or token.nbor(-1).lower_ not in _ARTICLES:
            continue
        end = _end_of_number(doc, token.i + 1)
        if end is None or _is_behind_preposition(doc, token.i - 1):
            continue
        if end + 1 < len(doc) and doc[end].text in {"der", "des"} and end + 1 in schools:
            end = schools[end + 1].end
        yield Span(doc, token.i, end, "ORGANISATION", span_id="organisation.school-class")


def _end_of_number(doc: Doc, position: int) -> int | None:
    """Index after "4b" or "4 b"; None where no such number stands at `position`."""
    for end in (position + 1, position + 2):
        if _NUMBER.fullmatch("".join(token.text for token in doc[position:end])):
            return end
    return None


def _is_behind_preposition(doc: Doc, article: int) -> bool:
    """Whether "aus", "in" or a noun opens what the article belongs to: "Schüler der Klasse 4b"."""
    before = doc[article - 1] if article > 0 else None
    return before is not None and before.tag_ in {"APPR", "NN", "NE"} and before.text != "an"
