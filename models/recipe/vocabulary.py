"""Cut the pretrained vocabulary to the pieces that German text uses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from de_lorbeer.subwords import Subwords
from recipe.weights import Pretrained

#: The special pieces of the pretrained model, which stay first: <s>, <pad>, </s>, <unk>.
SPECIAL = 4


def whole(source: Pretrained) -> Subwords:
    """The pretrained model's own splitter."""
    return Subwords(zip(source.pieces, source.scores.tolist(), strict=True), source.special["unk"])


def kept_rows(source: Pretrained, words: Iterable[str]) -> list[int]:
    """The rows of the pieces to keep: those in `words`, and the single characters of Latin text."""
    split = whole(source)
    used = {piece for word in words for piece in split(word)}
    letters = {i for i, piece in enumerate(source.pieces) if _is_basic(piece)}
    return [*range(SPECIAL), *sorted((used | letters) - set(range(SPECIAL)))]


def lexicon_words(package: Path) -> Iterator[str]:
    """The words of the package's word lists and gazetteers."""
    for path in sorted([*package.glob("lexicon/*"), *package.glob("gazetteer/*")]):
        yield from re.split(r"[\s;,()]+", path.read_text(encoding="utf-8"))


def _is_basic(piece: str) -> bool:
    bare = piece.lstrip("▁")
    if len(bare) > 1:
        return False
    return not bare.isalpha() or "LATIN" in unicodedata.name(bare, "")
