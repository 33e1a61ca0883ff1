"""Words to subwords: a unigram model, as SentencePiece makes it, of the pieces German needs."""

import unicodedata
from collections.abc import Iterable

#: Stands for the space in front of a word.
SPACE = "▁"
#: What an unknown character costs beside the least likely piece.
_UNKNOWN_COST = 10.0
_LONGEST_WORD = 200


class Subwords:
    """Splits words into the likeliest pieces; remembers what it has split."""

    def __init__(self, pieces: Iterable[tuple[str, float]], unknown: int) -> None:
        """Take (piece, log probability) in the order of their ids, and the id of the unknown."""
        listed = list(pieces)
        self._pieces = {piece: (i, score) for i, (piece, score) in enumerate(listed) if score < 0}
        self._longest = max(map(len, self._pieces))
        self._unknown = unknown
        self._unknown_score = min(score for _, score in listed) - _UNKNOWN_COST
        self._seen: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """The ids of a word's pieces, at least one."""
        found = self._seen.get(word)
        if found is None:
            normal = unicodedata.normalize("NFKC", word[:_LONGEST_WORD]).replace(" ", SPACE)
            found = self._seen[word] = self._split(SPACE + normal)
        return found

    def _split(self, text: str) -> list[int]:
        """Viterbi; the best way to a position is (score, start of its last piece, its id)."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        pieces, longest = self._pieces, self._longest
        for end in range(1, len(text) + 1):
            choice = (best[end - 1][0] + self._unknown_score, end - 1, self._unknown)
            for start in range(max(0, end - longest), end):
                piece = pieces.get(text[start:end])
                if piece is not None and best[start][0] + piece[1] > choice[0]:
                    choice = (best[start][0] + piece[1], start, piece[0])
            best.append(choice)
        ids = []
        end = len(text)
        while end:
            ids.append(best[end][2])
            end = best[end][1]
        return ids[::-1]
