"""The annotations of a document as numbers, until they are written to it all at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

_ATTRIBUTES = ["TAG", "POS", "LEMMA", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
_TAG, _POS, _LEMMA, _MORPH, _DEP, _HEAD, _ENT_IOB, _ENT_TYPE = range(len(_ATTRIBUTES))
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3
_SPACE_TAG, _SPACE_POS, _SPACE_DEP = "_SP", "SPACE", "dep"


class Annotations:
    """Collects what is found out about the tokens of one document."""

    def __init__(self, doc: Doc) -> None:
        """Start with white space told apart and no entities."""
        self.doc = doc
        self._strings = doc.vocab.strings
        self._morphology = doc.vocab.morphology
        self._rows = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
        self._rows[:, _ENT_IOB] = _OUTSIDE
        self._vectors: NDArray[np.float32] | None = None
        for token in doc:
            if token.is_space:
                self.word(token.i, _SPACE_TAG, _SPACE_POS, "", token.text)

    def word(self, i: int, tag: str, pos: str, morph: str, lemma: str) -> None:
        """What a token is by itself."""
        row = self._rows[i]
        row[_TAG] = self._strings.add(tag)
        row[_POS] = self._strings.add(pos)
        row[_MORPH] = self._morphology.add(morph)
        row[_LEMMA] = self._strings.add(lemma)

    def arc(self, i: int, head: int, dep: str) -> None:
        """The head of a token (itself, if it is a root) and the label of the arc."""
        self._rows[i, _DEP] = self._strings.add(dep)
        self._rows[i, _HEAD] = np.int64(head - i).astype(np.uint64)

    def entity(self, tokens: Sequence[int], label: str) -> None:
        """An entity from the first to the last of these tokens."""
        self._rows[tokens[0] : tokens[-1] + 1, _ENT_IOB] = _INSIDE
        self._rows[tokens[0], _ENT_IOB] = _BEGIN
        self._rows[tokens[0] : tokens[-1] + 1, _ENT_TYPE] = self._strings.add(label)

    def vectors(self, tokens: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """What the encoder made of these tokens: (tokens, width)."""
        if self._vectors is None:
            self._vectors = np.zeros((len(self.doc), vectors.shape[1]), np.float32)
        self._vectors[tokens] = vectors

    def write(self) -> None:
        """Set everything on the document; its `tensor` has a row for each token, 0 for spaces."""
        self._attach_spaces()
        if self._vectors is not None:
            self.doc.tensor = self._vectors  # type: ignore[assignment]
        self.doc.from_array(_ATTRIBUTES, self._rows)  # type: ignore[arg-type]

    def _attach_spaces(self) -> None:
        """White space depends on the word before it, at the beginning on the word behind it."""
        head = next((token.i for token in self.doc if not token.is_space), 0)
        for token in self.doc:
            if token.is_space:
                self.arc(token.i, head, _SPACE_DEP)
            else:
                head = token.i
