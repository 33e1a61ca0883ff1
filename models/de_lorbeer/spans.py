"""The one span group in which the rule components leave what they find."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span

#: Key of the span group in `doc.spans`: `span.label_` says what, `span.id_` which rule found it.
GROUP = "lorbeer"


def add(doc: Doc, spans: Iterable[Span]) -> None:
    """Append spans to the group, which is made if it is not there yet."""
    doc.spans[GROUP] = [*found(doc), *spans]


def found(doc: Doc, *labels: str) -> list[Span]:
    """The group's spans, all or those with one of `labels`, in order of position."""
    group = doc.spans.get(GROUP)
    chosen = [span for span in group or () if not labels or span.label_ in labels]
    return sorted(chosen, key=lambda span: (span.start, -span.end))


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of preference, less those that overlap an earlier one."""
    taken: set[int] = set()
    kept = []
    for span in spans:
        tokens = set(range(span.start, span.end))
        if not tokens & taken:
            taken |= tokens
            kept.append(span)
    return kept
