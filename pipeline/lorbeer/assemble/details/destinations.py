"""Where an award is said to go: "Der zweite Preis geht nach Ulm"."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.values.regions import is_region

_RULE = "region.destination"


def destinations(analysis: Analysis) -> Iterator[tuple[int, Mention]]:
    """(index of the sentence, place) of each place to which an award goes; not where people go."""
    for index, sentence in enumerate(analysis.sentences):
        match = cue("destination.goes").search(sentence.text)
        if match is None:
            continue
        start, end = (sentence.start + at for at in match.span(str(match.lastgroup)))
        lead = sentence.text[: start - sentence.start]
        goes_itself = not any(p.end <= start for p in sentence.of("PERSON"))
        text = analysis.text.string[start:end]
        if (
            cue("destination.award").search(lead)
            and goes_itself
            and _is_place(start, end, sentence)
        ):
            yield index, Mention("PLACE", start, end, text, _RULE)


def _is_place(start: int, end: int, sentence: Sentence) -> bool:
    text = sentence.text[start - sentence.start : end - sentence.start]
    marked = sentence.of("PLACE")
    return is_region(text) or any(p.start <= start and end <= p.end for p in marked)
