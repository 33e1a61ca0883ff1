"""Sentence boundaries the parser may not cross or set: line breaks, ordinals, abbreviations.

Whether a full stop, a colon or a quotation mark ends a sentence is left to the parser, and so is
a capital behind a word: people forget full stops.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from de_lorbeer.data import words

_ORDINAL = re.compile(r"\d{1,3}\.")
_CLOSERS = frozenset('“”"»«)')


@Language.component("lorbeer_sentences")
def mark_boundaries(doc: Doc) -> Doc:
    """Preset `is_sent_start`: True after a line break, False where no sentence can end."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
        elif _is_open(before) or token.is_space or _runs_on(before, token):
            token.is_sent_start = False
    return doc


def _is_open(token: Token) -> bool:
    """Whether a full stop at the end of this token belongs to it."""
    return bool(_ORDINAL.fullmatch(token.text)) or token.text in words("abbreviations")


def _runs_on(before: Token, token: Token) -> bool:
    """Whether nothing speaks for a boundary: no end mark before the token, and no capital."""
    return not _ends_sentence(before) and not token.text[0].isupper()


def _ends_sentence(token: Token) -> bool:
    return token.text[-1] in ".!?:…" or token.text in _CLOSERS
