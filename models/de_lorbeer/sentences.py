"""Sentence boundaries the parser may not cross or set: line breaks, ordinals, abbreviations, links.

Whatever else may end a sentence is left to the parser: people forget full stops and capitals.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from de_lorbeer.data import words

_ORDINAL = re.compile(r"\d{1,3}\.")


@Language.component("lorbeer_sentences")
def mark_boundaries(doc: Doc) -> Doc:
    """Preset `is_sent_start`: True after a line break, False where no sentence can end."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
        elif _is_open(before) or token.is_space:
            token.is_sent_start = False
        elif _closes_behind_address(before) and token.is_title:
            token.is_sent_start = True
    return doc


def _is_open(token: Token) -> bool:
    """Whether a full stop at the end of this token belongs to it."""
    return bool(_ORDINAL.fullmatch(token.text)) or token.text in words("abbreviations")


def _closes_behind_address(token: Token) -> bool:
    """Whether this is the full stop behind a web or e-mail address."""
    before = token.nbor(-1) if token.text == "." and token.i else None
    return before is not None and (before.like_url or before.like_email)
