"""The fields of one award, judged against the award in gold with which it is aligned."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from lorbeer.evaluate.compare import match
from lorbeer.evaluate.facts import AwardFacts
from lorbeer.evaluate.fillers import Filler, fillers

Field = Literal[
    "name",
    "stage",
    "year",
    "edition",
    "theme",
    "date",
    "deadline",
    "event",
    "place",
    "conferred_by",
    "presented_by",
    "partners",
    "regions",
    "endowment",
    "honours",
    "category",
    "rank",
    "prize_money",
]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True)
class Verdict:
    """How many values of a field were right, wrong, missing and spurious.

    As MUC counted them (Chinchor and Sundheim, "MUC-5 evaluation metrics", 1993): correct,
    incorrect, missing, spurious. Wrong is a found value that stands where gold has another one.
    """

    right: int = 0
    wrong: int = 0
    missing: int = 0
    spurious: int = 0

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missing + other.missing,
            self.spurious + other.spurious,
        )

    @property
    def wanted(self) -> int:
        """How many values gold has."""
        return self.right + self.wrong + self.missing

    @property
    def found(self) -> int:
        """How many values were found."""
        return self.right + self.wrong + self.spurious

    @property
    def f1(self) -> float:
        """Twice the right values among those wanted and found; 0 if there are none."""
        both = self.wanted + self.found
        return 2 * self.right / both if both else 0.0

    @property
    def is_perfect(self) -> bool:
        """True if nothing is wrong, missing or spurious."""
        return self.right == self.wanted == self.found


_NOTHING: Collection[Field] = ()


def judge(
    gold: AwardFacts | None, found: AwardFacts | None, *, unpunished: Collection[Field] = _NOTHING
) -> dict[Field, Verdict]:
    """The verdict on every field; without a counterpart, all values are missing or spurious.

    Values match as leniently as in the slots. In the fields `unpunished`, nothing is spurious.
    """
    return {
        field: _judge(_values(field, gold), _values(field, found), field not in unpunished)
        for field in FIELDS
    }


def _judge(wanted: list[Filler], got: list[Filler], punished: bool) -> Verdict:
    right = len(match(wanted, got, strict=False))
    missed, extra = len(wanted) - right, len(got) - right
    wrong = min(missed, extra)
    return Verdict(right, wrong, missed - wrong, extra - wrong if punished else 0)


def _values(field: Field, award: AwardFacts | None) -> list[Filler]:
    return list(dict.fromkeys(_READERS[field](award))) if award else []


def _spellings(field: str) -> Callable[[AwardFacts], Iterator[Filler]]:
    def read(award: AwardFacts) -> Iterator[Filler]:
        if value := getattr(award, field):
            yield (value,)

    return read


def _scalar(field: str) -> Callable[[AwardFacts], Iterator[Filler]]:
    def read(award: AwardFacts) -> Iterator[Filler]:
        if (value := getattr(award, field)) is not None:
            yield ((str(value),),)

    return read


def _parties(field: str) -> Callable[[AwardFacts], Iterator[Filler]]:
    return lambda award: ((name,) for name in getattr(award, field))


def _endowment(award: AwardFacts) -> Iterator[Filler]:
    """In whole units of the currency, which is not compared."""
    if award.endowment:
        yield ((str(int(award.endowment.amount)),),)


def _honours(award: AwardFacts) -> Iterator[Filler]:
    """Recipient and status."""
    return ((name, status) for _, name, status in fillers("pair", [award]))


_READERS: Mapping[Field, Callable[[AwardFacts], Iterator[Filler]]] = {
    "name": _spellings("name"),
    "stage": _scalar("stage"),
    "year": _scalar("year"),
    "edition": _scalar("edition"),
    "theme": _spellings("theme"),
    "date": _scalar("date"),
    "deadline": _scalar("deadline"),
    "event": _spellings("event"),
    "place": _spellings("place"),
    "conferred_by": _parties("conferred_by"),
    "presented_by": _parties("presented_by"),
    "partners": _parties("partners"),
    "regions": _parties("regions"),
    "endowment": _endowment,
    "honours": _honours,
    "category": lambda award: iter(fillers("category", [award])),
    "rank": lambda award: iter(fillers("rank", [award])),
    "prize_money": lambda award: iter(fillers("money", [award])),
}
