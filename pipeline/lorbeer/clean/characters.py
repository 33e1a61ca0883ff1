"""Characters as the clean text has them."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"  # soft hyphen, joiners, directions
    "|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"  # controls that are no white space
)
#: What `str.isalnum` says of a character, for whole runs of them.
LETTERS = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")


def clean_characters(text: str) -> str:
    """One line of text: NFC, single spaces, no soft hyphens, no invisible characters."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def letters_of(text: str) -> str:
    """Only the letters and digits of a text: what survives every markup unchanged."""
    return "".join(LETTERS.findall(text))


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ at most in case, spaces and punctuation."""
    return letters_of(one).casefold() == letters_of(other).casefold()
