"""Sentence boundaries the parser may not cross or set: lines, ordinals, abbreviations, links.

Whatever else may end a sentence is left to the parser: people forget full stops and capitals.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from de_lorbeer.data import words
from de_lorbeer.shapes import function_words

#: Letters of a score's second figure with its full stop; longer ones are times: "11:30.".
_GOALS = 2
_ORDINAL = re.compile(r"\d{1,3}\.")


@Language.component("lorbeer_sentences")
def mark_boundaries(doc: Doc) -> Doc:
    """Preset `is_sent_start`: True after a line break, False where no sentence can end."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if (before.is_space and "\n" in before.text) or (
            token.is_title and (_closes_behind_figure(before) or _closes_behind_address(before))
        ):
            token.is_sent_start = True
        elif _is_open(before) or token.is_space:
            token.is_sent_start = False
    return doc


def _is_open(token: Token) -> bool:
    """Whether a full stop at the end of this token belongs to it."""
    return bool(_ORDINAL.fullmatch(token.text)) or token.text in words("abbreviations")


def _closes_behind_figure(token: Token) -> bool:
    """Whether a figure with a full stop is no ordinal: behind a noun that a figure follows, unless
    that opens a line ("Rang 5.", but "Platz 1. Anna Moll" in a list), in a score ("mit 3:1."), or
    before an article, a preposition or the like with a capital ("mit 88. Den Titel").
    """
    if token.i < 2 or not _ORDINAL.fullmatch(token.text):
        return False
    before, opener = token.nbor(-1), token.nbor(-2)
    if before.text == ":":
        return opener.like_num and not before.whitespace_ and len(token.text) <= _GOALS
    following = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    if following[:1].isupper() and following.lower() in function_words():
        return before.is_alpha
    return before.text in words("numbered_nouns") and (opener.is_alpha or opener.like_num)


def _closes_behind_address(token: Token) -> bool:
    """Whether this is the full stop behind a web or e-mail address."""
    before = token.nbor(-1) if token.text == "." and token.i else None
    return before is not None and (before.like_url or before.like_email)
