"""Numbers in words and digits: ranks and editions."""

import re
from functools import cache

from de_lorbeer.data import table

_DIGITS = re.compile(r"\d{1,4}")
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
    """The place that a rank expression states: "2. Platz" is 2, "Silber" is 2, "Vize..." is 2."""
    lower = text.lower()
    for medal, place in _MEDALS.items():
        if lower.startswith(medal):
            return place
    if lower.startswith("vize"):
        return 2
    for stem, place in (("erst", 1), ("zweit", 2), ("dritt", 3), ("viert", 4), ("fünft", 5)):
        if lower.startswith(stem):
            return place
    return number(text)
