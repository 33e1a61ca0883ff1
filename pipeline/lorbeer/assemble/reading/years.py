"""Years that tell of a beginning, and so of no award: a club's, "seit 1989", "1921 gegründet"."""

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence


def is_of_beginning(year: Mention, sentence: Sentence) -> bool:
    """Whether a year is part of an organisation's name ("TV Au 1921 e. V."), or that of a
    beginning or an end.
    """
    before = sentence.text[: year.start - sentence.start]
    after = sentence.text[year.end - sentence.start :]
    if cue("year.of-beginning").search(before) or cue("year.of-beginning-behind").match(after):
        return True
    return any(o.start < year.start and year.end < o.end for o in sentence.of("ORGANISATION"))
