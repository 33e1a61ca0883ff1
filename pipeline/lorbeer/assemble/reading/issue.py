"""The day on which a release came out, where only a line of its text tells it."""

from datetime import date

from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, Mention
from lorbeer.records import Date
from lorbeer.values.dates import parse_date

#: Sentences at the head and at the end of a text among which such a line is sought.
_HEAD, _END = 6, 3


def issue(analysis: Analysis) -> Date | None:
    """The first day that such a line states in full; else the first month."""
    found = [
        parse_date(mention.text, None)
        for index, sentence in enumerate(analysis.sentences)
        for mention in sentence.of("DATE")
        if is_issue(mention, index, analysis)
    ]
    days = (day for day in found if day and day.precision == "day")
    return next(days, next(filter(None, found), None))


def week_of_issue(analysis: Analysis) -> date | None:
    """The middle of the week that a line at the head names: "Mitteilungsblatt KW 46/2018"."""
    found = (cue("issue.week").search(s.text) for s in analysis.sentences[:_HEAD])
    match = next(filter(None, found), None)
    try:
        return date.fromisocalendar(int(match["year"]), int(match["week"]), 3) if match else None
    except ValueError:
        return None


def years_of_issue(analysis: Analysis) -> list[int]:
    """The years of numbered issues that lines at the head name: "Rundbrief Nr. 4/2021"."""
    found = (cue("issue.number").search(s.text) for s in analysis.sentences[:_HEAD])
    return [int(match["year"]) for match in found if match]


def is_issue(day: Mention, index: int, analysis: Analysis) -> bool:
    """Whether a line at the head or at the end tells little but when, and perhaps where, the
    release came out: "(eingestellt am 3.5.2019)", "Ulm, den 3. Mai 2019".
    """
    sentence = analysis.sentences[index]
    if not (index < _HEAD or index >= len(analysis.sentences) - _END):
        return False
    before = sentence.text[: day.start - sentence.start]
    behind = sentence.text[day.end - sentence.start :]
    return bool(cue("issue.before").search(before) and cue("issue.behind").search(behind))
