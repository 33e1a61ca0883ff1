"""Where those come from who are not honoured, where winners were born, and the like: no regions."""

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.occasions import is_occasion
from lorbeer.flow import Mention, Sentence
from lorbeer.values.regions import canonical_region

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


def tells_where_held(place: Mention, sentence: Sentence) -> bool:
    """Whether a town is named as the place of an event: "beim Finale in Ulm", "in Ulm statt"."""
    is_town = canonical_region(place.text)[1] == "town" or place.text in words("city_states")
    return is_town and (is_of_event(place, sentence) or _is_in(place, sentence, "origin.attended"))


def is_of_event(place: Mention, sentence: Sentence) -> bool:
    """Whether a place is named behind an event, or as where one is held or somebody honoured."""
    event = cue("origin.event").search(sentence.text[: place.start - sentence.start])
    is_behind = event is not None and is_occasion(event["name"])
    return is_behind or _is_in(place, sentence, "origin.held", "origin.honoured")


def is_where_held(place: Mention, sentence: Sentence) -> bool:
    """Whether a sentence says that something takes place somewhere: "in Ulm statt"."""
    return _is_in(place, sentence, "origin.held")


def _is_in(place: Mention, sentence: Sentence, *rules: str) -> bool:
    """Whether "in" stands before a place, and behind it what one of the rules tells."""
    before = sentence.text[: place.start - sentence.start]
    after = sentence.text[place.end - sentence.start :]
    is_in = cue("place.before").search(before) is not None
    return is_in and any(cue(rule).match(after) for rule in rules)


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
