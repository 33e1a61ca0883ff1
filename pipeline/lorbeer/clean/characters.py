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
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
              0xFB06: "st"}  # fmt: skip
_LIGATURE = re.compile("[\ufb00-\ufb06]")
#: Quotes typed as two characters each: `,,Preis''`.
_TYPED_QUOTE = re.compile(r"(?:(?<!\w),,|``)(?=\w)(.*?)''")


def clean_characters(text: str) -> str:
    """One line of text: composed, single spaces, no soft hyphens, no invisible characters.

    Quotes typed as two characters become „ and “; all others stay as they are.
    """
    line = _SPACES.sub(" ", _INVISIBLE.sub("", composed(text))).strip()
    return _TYPED_QUOTE.sub(r"„\1“", line)


def composed(text: str) -> str:
    """The text in NFC, without ligatures."""
    normal = unicodedata.normalize("NFC", text)
    return normal.translate(_LIGATURES) if _LIGATURE.search(normal) else normal


def is_composed(text: str) -> bool:
    """Whether `composed` leaves a text as it is."""
    return unicodedata.is_normalized("NFC", text) and not _LIGATURE.search(text)


def letters_of(text: str) -> str:
    """Only the letters and digits of a text: what survives every markup unchanged."""
    return "".join(LETTERS.findall(text))


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ at most in case, spaces and punctuation."""
    return letters_of(one).casefold() == letters_of(other).casefold()
