"""Classes of schools, which win as one body: "die Klasse 4b der Grundschule Nord", "die 4b"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

_NUMBER = re.compile(r"(?:1[0-3]|[1-9])[a-h]")
#: What stands before a class that wins; behind prepositions it tells where somebody learns.
_ARTICLES = frozenset({"die", "der", "den", "unsere", "unserer"})
#: Prepositions behind which a class wins or is beaten.
_BESIDE = frozenset({"an", "vor"})
_JOINING = frozenset({"und", "sowie", ","})
#: Tags of words that "1a" or "3d" only describes where they follow.
_DESCRIBED = frozenset({"NN", "NE", "ADJA"})


def find_school_classes(doc: Doc, organisations: Sequence[Span]) -> Iterator[Span]:
    """Yield ORGANISATION spans of classes behind a bare article, with the school that follows; and
    of those joined to them: "die 4b und 4c".
    """
    schools = {span.start: span for span in organisations}
    last = -1
    for token in doc[1:-1]:
        if token.i < last:
            continue
        is_named = token.text == "Klasse"
        end = _end_of_number(doc, token.i + 1) if is_named else _end_of_bare_number(doc, token.i)
        is_joined = token.i == last + 1 and doc[last].text in _JOINING
        if end is None or not (is_joined or _is_a_body(doc, token.i)):
            continue
        last = end
        if end + 1 < len(doc) and doc[end].text in {"der", "des"} and end + 1 in schools:
            end = schools[end + 1].end
        yield Span(doc, token.i, end, "ORGANISATION", span_id="organisation.school-class")


def _end_of_number(doc: Doc, position: int) -> int | None:
    """Index after "4b" or "4 b"; None where no such number stands at `position`."""
    for end in (position + 1, position + 2):
        if _NUMBER.fullmatch("".join(token.text for token in doc[position:end])):
            return end
    return None


def _end_of_bare_number(doc: Doc, position: int) -> int | None:
    """Index after "4b" that stands alone: not in "8 h" or "die 1a Leistung"."""
    end = position + 1
    is_number = _NUMBER.fullmatch(doc[position].text) is not None
    is_alone = end >= len(doc) or doc[end].tag_ not in _DESCRIBED
    return end if is_number and is_alone else None


def _is_a_body(doc: Doc, position: int) -> bool:
    """Whether a class at `position` is named for itself, with an article; not as where somebody
    learns: "Jan Holt aus der 4b", "Schüler der Klasse 4b".
    """
    if doc[position - 1].lower_ not in _ARTICLES:
        return False
    before = doc[position - 2] if position > 1 else None
    return before is None or before.tag_ not in {"APPR", "NN", "NE"} or before.text in _BESIDE
