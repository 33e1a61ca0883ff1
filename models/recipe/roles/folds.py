"""Parts of the examples, such that all releases of a publisher lie in the same one."""

import random
from collections.abc import Iterator, Sequence

from recipe.roles.examples import Example

FOLDS = 5


def folds(examples: Sequence[Example], count: int = FOLDS) -> Iterator[tuple[list[int], list[int]]]:
    """(numbers to learn from, in random order, numbers held out), `count` times.

    Large publishers are dealt out first, each to the part that is smallest so far.
    """
    releases: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        releases.setdefault(example.publisher, []).append(number)
    parts: list[list[int]] = [[] for _ in range(count)]
    for numbers in sorted(releases.values(), key=len, reverse=True):
        min(parts, key=len).extend(numbers)
    draw = random.Random(0)
    for held in parts:
        out = set(held)
        rest = [number for number in range(len(examples)) if number not in out]
        draw.shuffle(rest)
        yield rest, held
