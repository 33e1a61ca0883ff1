"""The closing date for entries."""

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.calendar import Calendar
from lorbeer.assemble.reading.day_ranges import is_range
from lorbeer.flow import Analysis, Mention, Sentence


def is_deadline(sentence: Sentence, date: Mention) -> bool:
    """Whether the words before a date make it the closing date for entries; not those of some days
    on end: "vom 3. bis 5. Mai".
    """
    if is_range(date, sentence):
        return False
    before = sentence.text[max(0, date.start - sentence.start - 40) : date.start - sentence.start]
    return bool(cue("deadline.before").search(before))


def deadline(analysis: Analysis) -> Mention | None:
    """The closing date for entries, if the text states one."""
    for sentence in analysis.sentences:
        for date in sentence.of("DATE"):
            if is_deadline(sentence, date):
                return Calendar(analysis).dated(date, sentence)
    return None
