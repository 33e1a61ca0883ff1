"""The language of a release, told from its running text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from lorbeer.clean.data import entries
from lorbeer.flow import GERMAN

#: What py3langid makes of German and of its dialects, which it does not know.
_GERMAN_CODES = frozenset({GERMAN, "lb"})
_QUOTATION = re.compile('„[^“”]*[“”]|“[^”]*”|»[^«]*«|«[^»]*»|"[^"]*"')
_SENTENCE_END = re.compile(r"[.!?…。！？]\W*$")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 80
"""Letters in running words below which a text is too short to tell."""
_LONG_LINE = 8
"""Running words from which a line is running text without a full stop at its end too."""
_LEAST_WORDS = 3
"""Running words of a line that are enough to call it German."""
_SURE = 0.5
"""Probability of German at which one line makes the release German: 377 of 380 lines in `corpus/`
with three such words or more reach it, none of 3258 runs of three words in 64 other languages."""
_ENOUGH = 200
"""Running words from the beginning that tell the language of a text; more cost only time."""
_LEAST_GERMAN = 0.01
"""Probability of German from which a whole text may be German."""
_LEAST_LOW_GERMAN = 0.1
"""Share of Low German function words in the running words of a Low German text."""


def language_of(lines: Iterable[str]) -> str:
    """The language of lines of text as an ISO 639 code: "de" unless another is beyond doubt.

    Only words in lower case count, outside of quotations and in sentences: names of companies,
    films and people are in any language. One German line is enough for German, Low German counts as
    German, and so does what is too short or unclear.
    """
    found: list[list[str]] = []
    running = _running_text(lines)
    words: list[str] = []
    while len(words) < _ENOUGH and (line := next(running, None)) is not None:
        found.append(line)
        words += line
    if sum(map(len, words)) < _LEAST_LETTERS or _german(words) >= _LEAST_GERMAN:
        return GERMAN
    if _is_low_german(words) or any(map(_is_surely_german, chain(found, running))):
        return GERMAN
    return str(_identifier().classify(" ".join(words))[0])


def _running_text(lines: Iterable[str]) -> Iterator[list[str]]:
    """The words in lower case of each line that ends like a sentence or is long."""
    for line in lines:
        words = _running_words(line)
        if len(words) >= _LONG_LINE or _SENTENCE_END.search(line):
            yield words


def _running_words(line: str) -> list[str]:
    """Words that are no names: those in lower case, outside of quotations."""
    content = _QUOTATION.sub(" ", line)
    content = content.lower() if content.isupper() else content
    # Scripts without case have neither capitals nor small letters.
    return [word for word in _WORD.findall(content) if not word[0].isupper()]


def _is_surely_german(words: list[str]) -> bool:
    return len(words) >= _LEAST_WORDS and _german(words) >= _SURE


def _german(words: list[str]) -> float:
    """The probability that the words are German."""
    ranked = _identifier().rank(" ".join(words))
    return sum(float(share) for code, share in ranked if code in _GERMAN_CODES)


def _is_low_german(words: list[str]) -> bool:
    known = frozenset(entries("low_german.txt"))
    return sum(word in known for word in words) >= _LEAST_LOW_GERMAN * len(words)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
