"""One-to-one matching."""

from collections.abc import Sequence


def pair_up(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """A largest one-to-one matching, as right index -> left index.

    `candidates[left]` lists the right indices that fit; earlier ones are preferred. Grown by
    augmenting paths: a left index may take a right one whose owner finds another.
    """
    owner: dict[int, int] = {}

    def claim(left: int, asked: set[int]) -> bool:
        for right in candidates[left]:
            if right in asked:
                continue
            asked.add(right)
            if right not in owner or claim(owner[right], asked):
                owner[right] = left
                return True
        return False

    for left in range(len(candidates)):
        claim(left, set())
    return owner
