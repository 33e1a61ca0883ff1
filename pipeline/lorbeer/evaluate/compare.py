"""The found values of one slot of one release, set against gold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lorbeer.evaluate.facts import AwardFacts, GoldRelease
from lorbeer.evaluate.fillers import Filler, Slot, fillers
from lorbeer.evaluate.matching import pair_up
from lorbeer.evaluate.score import Score
from lorbeer.evaluate.spelling import same

#: Slots whose values begin with the name of the award they belong to.
_NAMES_ITS_AWARD: frozenset[Slot] = frozenset({"award", "pair", "stage"})
_DATED: frozenset[Slot] = frozenset({"year", "date"})


@dataclass(frozen=True)
class Outcome:
    """One slot of one release: which values were right, which were missed, which extra.

    `right` holds gold's values, each with the found one that was matched with it.
    """

    release: str
    right: tuple[tuple[Filler, Filler], ...]
    missed: tuple[Filler, ...]
    extra: tuple[Filler, ...]

    @property
    def hits(self) -> int:
        """How many values were right."""
        return len(self.right)

    @property
    def score(self) -> Score:
        """The outcome as counts."""
        return Score(self.hits, self.hits + len(self.extra), self.hits + len(self.missed))


def compare(
    slot: Slot, release: GoldRelease, found: Sequence[AwardFacts], *, strict: bool
) -> Outcome:
    """Match the found values of a slot one to one with gold, as many as possible."""
    wanted = fillers(slot, (award for award in release.awards if not award.background))
    got = fillers(slot, found)
    taken = match(wanted, got, strict=strict)
    matched = set(taken.values())
    undated = slot in _DATED and bool(release.awards) and not wanted
    return Outcome(
        release=release.id,
        right=tuple((wanted[i], got[j]) for j, i in taken.items()),
        missed=tuple(want for i, want in enumerate(wanted) if i not in matched),
        extra=tuple(
            have
            for j, have in enumerate(got)
            if j not in taken and not undated and not _is_background(slot, have, release)
        ),
    )


def match(wanted: Sequence[Filler], got: Sequence[Filler], *, strict: bool) -> dict[int, int]:
    """As many values as possible matched one to one: index in `got` -> index in `wanted`."""
    return pair_up(
        [[j for j, have in enumerate(got) if _fits(want, have, strict)] for want in wanted]
    )


def names_one_of(name: Sequence[str], awards: Iterable[AwardFacts]) -> bool:
    """True if one of `name`'s spellings fits the name of one of the awards."""
    return any(_same_any(award.name, name, strict=False) for award in awards)


def _fits(want: Filler, have: Filler, strict: bool) -> bool:
    return len(want) == len(have) and all(
        _same_any(accepted, spellings, strict)
        for accepted, spellings in zip(want, have, strict=True)
    )


def _same_any(accepted: Sequence[str], spellings: Sequence[str], strict: bool) -> bool:
    return any(same(one, other, strict=strict) for one in accepted for other in spellings)


def _is_background(slot: Slot, have: Filler, release: GoldRelease) -> bool:
    """True for a value of an award that the release mentions in passing."""
    return slot in _NAMES_ITS_AWARD and names_one_of(
        have[0], (award for award in release.awards if award.background)
    )
