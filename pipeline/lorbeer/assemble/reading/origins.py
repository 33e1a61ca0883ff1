"""Where those come from who are not honoured, where winners were born, and the like: no regions."""

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence

#: What says so whatever else the sentence tells.
_ALWAYS = ("origin.rivals", "origin.field", "origin.official", "origin.superlative")
_HONOURING = frozenset({"confer", "receive", "win", "nominate", "commend"})


def tells_origin(place: Mention, sentence: Sentence) -> bool:
    """Whether a place only tells where entrants come from, where somebody was born, for which land
    an office stands, or among what something is the greatest.
    """
    lead = sentence.text[: _first_of_enumeration(place, sentence).start - sentence.start]
    if any(cue(rule).search(lead) for rule in _ALWAYS):
        return True
    before = sentence.text[: place.start - sentence.start]
    if cue("origin.office").search(before):
        return True
    after = sentence.text[place.end - sentence.start :]
    if cue("origin.born-before").search(before) or cue("origin.born-behind").match(after):
        return True
    counts = bool(cue("origin.entries").search(sentence.text))
    return (counts or not _honours(place, sentence)) and bool(cue("origin.entrants").search(lead))


def _honours(place: Mention, sentence: Sentence) -> bool:
    """Whether the clause of a place may honour those who come from there."""
    if sentence.of("RANK") or any(r.kind.startswith("recipient") for r in sentence.of("ROLE")):
        return True
    return any(t.meaning in _HONOURING and t.clause == place.clause for t in sentence.triggers)


def _first_of_enumeration(place: Mention, sentence: Sentence) -> Mention:
    """The first of the places that commas, "und" and brackets join: "Au, Ems und NRW (Köln)"."""
    first = place
    for earlier in reversed([p for p in sentence.of("PLACE") if p.end <= place.start]):
        between = sentence.text[earlier.end - sentence.start : first.start - sentence.start]
        if not cue("between.places").fullmatch(between):
            break
        first = earlier
    return first
