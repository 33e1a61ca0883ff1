"""Days as German pages write them."""

import re
from datetime import date, datetime

_MONTHS = (
    "januar|jänner|jan", "februar|feber|feb", "märz|maerz|mrz", "april|apr", "mai", "juni|jun",
    "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
)  # fmt: skip
_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}

#: A day: `2. November 2023`, `02.11.2023`, `02/11/2023` or `2023-11-02`.
DAY = (
    rf"(?:\d{{1,2}}\.\s?(?i:{'|'.join(_MONTHS)})\.?\s\d{{4}}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d(?!\d))|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})"
)
_NUMERIC = re.compile(r"(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4}|\d\d(?!\d))")
_CENTURY = "20"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(rf"(\d{{1,2}})\.\s?({'|'.join(_MONTHS)})\.?\s(\d{{4}})", re.IGNORECASE)
#: As programs write them into front matter: `Sep 24 2019`, `24 March 2019`.
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_NAME = rf"(?P<month>{'|'.join(_ENGLISH)})[a-z]*\.?"
_IN_ENGLISH = (
    re.compile(rf"{_ENGLISH_NAME}\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<day>\d{{1,2}})\s{_ENGLISH_NAME}\s(?P<year>\d{{4}})", re.IGNORECASE),
)


def parse_day(value: object) -> date | None:
    """The day in a date, or at the start of a text; None where there is none, and where no day
    could follow it: "9999-12-31".
    """
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, str):
        day = _parse_text(day.strip())
    return day if isinstance(day, date) and day.year < date.max.year else None


def _parse_text(text: str) -> date | None:
    if iso := _ISO.match(text):
        return _day(iso[1], iso[2], iso[3])
    if numeric := _NUMERIC.match(text):
        return _day(_full_year(numeric[3]), numeric[2], numeric[1])
    if named := _NAMED.match(text):
        return _day(named[3], str(_NAMES[named[2].lower()]), named[1])
    if english := next(filter(None, (form.match(text) for form in _IN_ENGLISH)), None):
        month = _ENGLISH.index(english["month"].lower()) + 1
        return _day(english["year"], str(month), english["day"])
    return None


def _full_year(year: str) -> str:
    """Two figures mean this century: pages are no older."""
    return _CENTURY + year if len(year) == len(_CENTURY) else year


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
