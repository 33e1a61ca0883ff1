"""Which nouns are those of events: "Sommerfest", but not "Manifest"."""

from functools import cache

from de_lorbeer.data import words

_CASES = ("", "s", "es", "e", "en")


def is_occasion(noun: str) -> bool:
    """Whether a noun that ends like one of an event is one: no "Chefetage", no "Sonnabend"."""
    return not noun.casefold().endswith(_others())


@cache
def _others() -> tuple[str, ...]:
    return tuple(word + case for word in words("not_events") for case in _CASES)
