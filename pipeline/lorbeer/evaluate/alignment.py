"""Awards of gold and found awards, aligned one to one as whole records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lorbeer.evaluate.assignment import best_assignment
from lorbeer.evaluate.compare import names_one_of
from lorbeer.evaluate.facts import AwardFacts, GoldAward, GoldRelease
from lorbeer.evaluate.fields import FIELDS, Field, Verdict, judge
from lorbeer.evaluate.found import Found

#: Alike in stage and year alone, two awards are still two.
_TELLING: tuple[Field, ...] = ("name", "honours")
#: Left open by gold in a whole release, these may come from a file name or front matter.
_DATED: tuple[Field, ...] = ("year", "date")


@dataclass(frozen=True)
class AlignedRelease:
    """The awards of one release: aligned, only in gold, only found; `unpunished` fields."""

    release: str
    pairs: tuple[tuple[GoldAward, AwardFacts], ...]
    missing: tuple[GoldAward, ...]
    spurious: tuple[AwardFacts, ...]
    unpunished: frozenset[Field]

    @cached_property
    def judged(self) -> Sequence[Mapping[Field, Verdict]]:
        """The verdicts on each aligned pair, in order."""
        return [judge(*pair, unpunished=self.unpunished) for pair in self.pairs]

    def verdict(self, field: Field) -> Verdict:
        """The verdict on one field in all awards."""
        lone = chain(
            (judge(gold, None) for gold in self.missing),
            (judge(None, found, unpunished=self.unpunished) for found in self.spurious),
        )
        return sum((one[field] for one in chain(self.judged, lone)), Verdict())


@dataclass(frozen=True)
class Alignment:
    """The aligned awards of all releases."""

    releases: Sequence[AlignedRelease]

    @property
    def matched(self) -> int:
        """How many awards of gold have a counterpart."""
        return sum(len(release.pairs) for release in self.releases)

    @property
    def missing(self) -> int:
        """How many awards of gold have none."""
        return sum(len(release.missing) for release in self.releases)

    @property
    def spurious(self) -> int:
        """How many found awards have none."""
        return sum(len(release.spurious) for release in self.releases)

    @cached_property
    def perfect(self) -> int:
        """How many aligned awards are right in every field."""
        return sum(
            all(verdict.is_perfect for verdict in verdicts.values())
            for release in self.releases
            for verdicts in release.judged
        )

    @cached_property
    def verdicts(self) -> Mapping[Field, Verdict]:
        """The verdict on each field."""
        return {
            field: sum((release.verdict(field) for release in self.releases), Verdict())
            for field in FIELDS
        }


def align(gold: Sequence[GoldRelease], found: Found) -> Alignment:
    """Align the awards of every release so that they agree in as much as possible."""
    return Alignment(
        [
            _align(release, found[release.id].facts if release.id in found else ())
            for release in gold
        ]
    )


def _align(release: GoldRelease, found: Sequence[AwardFacts]) -> AlignedRelease:
    wanted = [award for award in release.awards if not award.background]
    background = [award for award in release.awards if award.background]
    pairs = best_assignment([[_agreement(gold, got) for got in found] for gold in wanted])
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    alone = (got for column, got in enumerate(found) if column not in columns)
    return AlignedRelease(
        release.id,
        pairs=tuple((wanted[row], found[column]) for row, column in pairs),
        missing=tuple(gold for row, gold in enumerate(wanted) if row not in rows),
        spurious=tuple(got for got in alone if not names_one_of(got.name, background)),
        unpunished=_unpunished(release, wanted),
    )


def _agreement(gold: GoldAward, found: AwardFacts) -> float:
    """The F1 of all fields added up; 0 if neither the name nor a recipient agrees."""
    verdicts = judge(gold, found)
    if not any(verdicts[field].right for field in _TELLING):
        return 0.0
    return sum(verdict.f1 for verdict in verdicts.values())


def _unpunished(release: GoldRelease, wanted: Sequence[GoldAward]) -> frozenset[Field]:
    if not release.awards:
        return frozenset()
    return frozenset(
        field for field in _DATED if all(getattr(award, field) is None for award in wanted)
    )
