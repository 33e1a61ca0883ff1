"""Numbers in words and digits: ranks and editions."""

import re
from functools import cache

from de_lorbeer.data import table

_DIGITS = re.compile(r"\d{1,4}")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_MEDALS = {"gold": 1, "silber": 2, "bronze": 3, "🥇": 1, "🥈": 2, "🥉": 3}


@cache
def _words() -> dict[str, int]:
    return {row["word"].lower(): int(row["number"]) for row in table("lexicon/numbers.tsv")}


def number(text: str) -> int | None:
    """The first number in a text, in digits or words; None if it has none."""
    digits = _DIGITS.search(text)
    if digits:
        return int(digits[0])
    for word in re.findall(r"\w+", text.lower()):
        if word in _words():
            return _words()[word]
    return None


def rank(text: str) -> int | None:
    """The place that a rank expression states: "2. Platz", "II. Platz" or "Vize..." is 2."""
    roman = text.partition(".")[0]
    if roman in _ROMAN:
        return _ROMAN[roman]
    lower = text.lower().removeprefix("gesamt").removeprefix("tages")
    for medal, place in _MEDALS.items():
        if lower.startswith(medal):
            return place
    if lower.startswith("vize"):
        return 2
    for stem, place in (("erst", 1), ("zweit", 2), ("dritt", 3), ("viert", 4), ("fünft", 5)):
        if lower.startswith(stem):
            return place
    return number(text)
