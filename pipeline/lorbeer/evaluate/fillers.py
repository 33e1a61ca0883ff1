"""What stands in each slot: the values of a release's awards that are compared one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, get_args

from lorbeer.evaluate.facts import AwardFacts, HonourFacts

Slot = Literal[
    "pair",
    "award",
    "recipient",
    "conferred_by",
    "presented_by",
    "date",
    "region",
    "partner",
    "category",
    "rank",
    "money",
    "event",
    "place",
    "year",
    "stage",
]
SLOTS: tuple[Slot, ...] = get_args(Slot)

#: The parts of one value, each with its accepted spellings: `(award, recipient, status)`, say.
Filler = tuple[tuple[str, ...], ...]


def fillers(slot: Slot, awards: Iterable[AwardFacts]) -> list[Filler]:
    """All values of a slot in the order of the awards, each once."""
    return list(dict.fromkeys(filler for award in awards for filler in fillers_of(slot, award)))


def fillers_of(slot: Slot, award: AwardFacts) -> Iterator[Filler]:
    """The values of one award, as often as it states them."""
    return _READERS[slot](award)


def _values(*values: tuple[str, ...] | None) -> Iterator[Filler]:
    return ((value,) for value in values if value)


def _scalar(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _recipients(award: AwardFacts) -> Iterator[tuple[HonourFacts, tuple[str, ...]]]:
    return ((honour, name) for honour in award.honours for name in honour.recipients)


def _status(honour: HonourFacts) -> str:
    """Guidelines: annotators may mark lower places `placed` or `winner`; both are right."""
    return "winner" if honour.status == "placed" else honour.status


def _amount(honour: HonourFacts) -> tuple[str, ...]:
    """In whole units of the currency, which is not compared."""
    return (str(int(honour.prize_money.amount)),) if honour.prize_money else ()


def _pairs(award: AwardFacts) -> Iterator[Filler]:
    return ((award.name, name, (_status(honour),)) for honour, name in _recipients(award))


def _per_recipient(
    value: Callable[[HonourFacts], tuple[str, ...] | None],
) -> Callable[[AwardFacts], Iterator[Filler]]:
    def read(award: AwardFacts) -> Iterator[Filler]:
        found = ((name, value(honour)) for honour, name in _recipients(award))
        return ((name, got) for name, got in found if got)

    return read


_READERS: Mapping[Slot, Callable[[AwardFacts], Iterator[Filler]]] = {
    "pair": _pairs,
    "award": lambda award: _values(award.name),
    "recipient": lambda award: _values(*(name for _, name in _recipients(award))),
    "conferred_by": lambda award: _values(*award.conferred_by),
    "presented_by": lambda award: _values(*award.presented_by),
    "date": lambda award: _values(_scalar(award.date)),
    "region": lambda award: _values(*award.regions),
    "partner": lambda award: _values(*award.partners),
    "category": _per_recipient(lambda honour: honour.category),
    "rank": _per_recipient(lambda honour: _scalar(honour.rank)),
    "money": _per_recipient(_amount),
    "event": lambda award: _values(award.event),
    "place": lambda award: _values(award.place),
    "year": lambda award: _values(_scalar(award.year)),
    "stage": lambda award: iter([(award.name, _scalar(award.stage))]),
}
