"""Aligns clean text with its source: an offset for every character."""

from bisect import bisect_right

from lorbeer.clean.characters import letters_of
from lorbeer.clean.visible import Visible

_REACH = 4000
"""Letters that may be passed over to find a word again after removed markup."""
_ANCHOR = 12
"""Letters that are enough to know a passage again."""
_LEAD = 8
"""Characters before the first letter, or after the last, among which punctuation is sought."""


def align(text: str, source: Visible, at: int = 0) -> list[int]:
    """A source offset for each character of `text`, which stands at or after `at`; never falling.

    Letters and digits carry the alignment, since markup changes none of them; spaces and
    punctuation are placed between them. What the source does not hold gets a neighbour's offset.
    """
    start = source.first_letter_from(at)
    found = _find_verbatim(text, source, start)
    if found >= 0:
        return source.offsets[found : found + len(text)]
    places = _places_of_letters(text, source, start)
    if all(place is None for place in places):
        return [min(at, source.offsets[-1]) if source.offsets else 0] * len(text)
    return _fill_gaps(text, source, places)


def _find_verbatim(text: str, source: Visible, start: int) -> int:
    """The position in `source.characters` where a text stands as it is; -1 if it does not."""
    if start >= len(source.places):
        return -1
    first = max(source.places[start] - _LEAD, 0)
    return source.characters.find(text, first, first + len(text) + 2 * _LEAD)


def _places_of_letters(text: str, source: Visible, cursor: int) -> list[int | None]:
    """For each letter of `text`, its position in `source.characters`, if it has one."""
    letters = letters_of(text)
    found = source.letters.find(letters, cursor)
    if found >= 0:
        return list(source.places[found : found + len(letters)])
    places: list[int | None] = []
    words = [word for word in map(letters_of, text.split()) if word]
    for number, word in enumerate(words):
        start = _find_word(words, number, source, cursor)
        if start < 0:
            places += [None] * len(word)
        else:
            places += source.places[start : start + len(word)]
            cursor = start + len(word)
    return places


def _find_word(words: list[str], number: int, source: Visible, cursor: int) -> int:
    """Where a word stands, told from its likes by the words that follow it; -1 if nowhere."""
    word = words[number]
    if source.letters.startswith(word, cursor):
        return cursor
    end = cursor + _REACH
    context = _context(words, number)
    found = source.letters.find(context, cursor, end)
    if found >= 0 or len(word) < _ANCHOR // 3:
        return found
    return source.letters.find(word, cursor, end)


def _context(words: list[str], number: int) -> str:
    context = ""
    for word in words[number:]:
        context += word
        if len(context) >= _ANCHOR:
            break
    return context


def _fill_gaps(text: str, source: Visible, places: list[int | None]) -> list[int]:
    """Offsets of all characters, from the places of the letters that were found."""
    found_letters = iter(places)
    wanted = [next(found_letters) if char.isalnum() else None for char in text]
    upcoming = _upcoming(wanted, source)
    first = upcoming[0]
    cursor = max(first - _LEAD, 0)
    offsets: list[int] = []
    for char, place, end in zip(text, wanted, upcoming, strict=True):
        if place is None:
            between = -1 if char.isalnum() else source.characters.find(char, cursor, end)
            # Characters that the source lacks go with the one before, or the first one known.
            here = between if between >= 0 else cursor - 1 if offsets else first
        else:
            here = place
        offsets.append(source.offsets[here])
        cursor = here + 1
    return offsets


def _upcoming(wanted: list[int | None], source: Visible) -> list[int]:
    """For each character the next known place; after the last, a short way to the next letter."""
    last = max((place for place in wanted if place is not None), default=0)
    following = bisect_right(source.places, last)
    is_last = following == len(source.places)
    end = len(source.characters) if is_last else source.places[following]
    coming = min(last + _LEAD, end)
    result: list[int] = []
    for place in reversed(wanted):
        coming = coming if place is None else place
        result.append(coming)
    return result[::-1]
