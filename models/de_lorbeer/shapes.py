"""Small questions about single tokens that several components ask."""

import re
from functools import cache

from spacy.tokens import Token

from de_lorbeer.data import words

YEAR = re.compile(r"(?:19|20)\d{2}")
_CAPITAL = re.compile(r"[A-ZÄÖÜÉ0-9]")
_MIXED = re.compile(r"(?=.*[a-zäöü])(?:\w*[a-zäöü][A-ZÄÖÜ]\w*|[A-Z]\w*\d\w*)(?:\.[A-Z]+)?")
_GENDER = re.compile(r"[a-zäöü](?:Innen|In)$")
_FUNCTION_TAGS = frozenset(
    {"ART", "APPR", "APPRART", "PPOSAT", "PDAT", "PIAT", "PPER", "PDS", "PIS", "PRELS"}
    | {"KON", "KOUS", "KOKOM", "PWAV", "PWS", "PRF", "PTKNEG", "PROAV", "PAV"}
)

DEFINITE_ARTICLES = frozenset({"der", "die", "das", "den", "dem"})
QUOTES_OPEN = frozenset('„“"»«›‹‚‘”')
QUOTES_CLOSE = frozenset('“”"«»‹›‘’')


def is_capitalised(token: Token) -> bool:
    """Starts with a capital or a digit."""
    return bool(_CAPITAL.match(token.text))


def is_name_like(token: Token) -> bool:
    """Capitalised, and no article, preposition, pronoun or conjunction at a sentence's start."""
    return (
        is_capitalised(token)
        and token.tag_ not in _FUNCTION_TAGS
        and token.lower_ not in function_words()
        and not token.is_punct
    )


def is_mixed_case(token: Token) -> bool:
    """Written as only names are: "ReTraSON", "IN4climate.RR"; not "VertreterInnen"."""
    return bool(_MIXED.fullmatch(token.text)) and not _GENDER.search(token.text)


@cache
def function_words() -> frozenset[str]:
    """Words in lower case with which no name begins or ends."""
    return words("function_words")


def ends_with_any(word: str, endings: frozenset[str]) -> str | None:
    """The longest of `endings` (in lower case) with which a longer word ends, or None."""
    lower = word.lower()
    for start in range(2, len(lower) - 2):
        if lower[start:] in endings:
            return lower[start:]
    return None


def opens_genitive(article: Token, noun: Token) -> bool:
    """Whether "der" or "des" before a noun can be a genitive: not in "der Chor", "der Verein"."""
    if article.lower_ == "des":
        return True
    is_masculine = bool({"Masc", "Neut"} & set(noun.morph.get("Gender", [])))
    is_plain = noun.tag_ == "NN" and noun.text[1:].islower()
    return not (is_plain and is_masculine and noun.morph.get("Number", []) == ["Sing"])
