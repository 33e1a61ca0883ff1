"""The role tagger reads a text: the vectors of its words, its blocks, and the marks."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Token

from de_lorbeer.roles import ROLES, layout, marked, tagger
from lorbeer.annotate.marks import marks
from lorbeer.flow import Sentence, Text
from lorbeer.roles import Roles


def tagged(text: Text, docs: Sequence[Doc], sentences: Sequence[Sentence]) -> Roles | None:
    """What the role tagger says of the words; None without the vectors that it reads.

    `docs` are the blocks of the text, `sentences` what was found in them.
    """
    words = [[token for token in doc if not token.is_space] for doc in docs]
    if not any(words) or not tagger().reads(next(d for d in docs if len(d)).tensor):
        return None
    starts, ends = _offsets(text, words)
    where = layout([(b.kind, b.section, len(w)) for b, w in zip(text.blocks, words, strict=True)])
    known = marked(marks(text, sentences), tagger().marks, starts, ends)
    found = tagger()(_vectors(docs, words), where, known)
    return Roles(
        starts=starts,
        ends=ends,
        breaks=where.opens.astype(bool).tolist(),
        inside={role: found.inside[:, column] for column, role in enumerate(ROLES)},
        first={role: found.first[:, column] for column, role in enumerate(ROLES)},
        own=found.own,
    )


def _vectors(docs: Sequence[Doc], words: Sequence[Sequence[Token]]) -> np.ndarray:
    """(words, width) of all blocks."""
    found = zip(docs, words, strict=True)
    return np.concatenate([doc.tensor[[word.i for word in ws]] for doc, ws in found if ws])


def _offsets(text: Text, words: Sequence[Sequence[Token]]) -> tuple[list[int], list[int]]:
    """Where each word starts and ends in the text."""
    placed = [
        (block.start + word.idx, block.start + word.idx + len(word))
        for block, found in zip(text.blocks, words, strict=True)
        for word in found
    ]
    return [start for start, _ in placed], [end for _, end in placed]
