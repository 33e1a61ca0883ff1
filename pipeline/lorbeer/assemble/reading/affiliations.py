"""Names that only tell where the one before them is from: asides, towns, bodies of a team."""

from collections.abc import Sequence

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.flow import Mention, Sentence


def is_aside(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a name stands in brackets or as apposition: a person's affiliation, a body's town."""
    before = _before(party, candidates)
    if depth(party, sentence) > 0 or is_home_town(party, candidates, sentence):
        return True
    if before is None or party.label == "PERSON":
        return False
    gap = between(before, party, sentence)
    if before.label == "PERSON":
        return bool(cue("between.apposition").fullmatch(gap))
    behind = sentence.text[party.end - sentence.start :]
    is_town = before.label == "ORGANISATION" and party.label == "PLACE"
    return is_town and gap.strip() == "," and bool(cue("town.behind-body").match(behind))


def is_home_town(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether the recogniser took a town for a person: "Anna Moll (11), Wangen; Jan Holt, Eich"."""
    before = _before(party, candidates)
    if before is None or before.label != "PERSON" or " " not in before.text:
        return False
    is_word = party.rule == "name.per" and " " not in party.text
    return (is_word and party.text not in words("first_names")) and bool(
        cue("between.person-and-town").fullmatch(between(before, party, sentence))
    )


def is_further_body(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a name only tells of whom a team is, too: "Team der TU Ulm und der FH Talheim"."""
    before = _before(party, candidates)
    if before is None or not cue("group.of-bodies").match(before.text):
        return False
    return bool(cue("between.bodies").fullmatch(between(before, party, sentence)))


def depth(mention: Mention, sentence: Sentence) -> int:
    """In how many brackets a mention stands."""
    before = sentence.text[: mention.start - sentence.start]
    return before.count("(") - before.count(")")


def between(left: Mention, right: Mention, sentence: Sentence) -> str:
    """What stands between two names."""
    return sentence.text[left.end - sentence.start : right.start - sentence.start]


def _before(party: Mention, candidates: Sequence[Mention]) -> Mention | None:
    """The last name that ends in front of a party."""
    return next((c for c in reversed(candidates) if c.end <= party.start), None)
