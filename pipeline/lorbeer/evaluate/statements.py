"""The found values of a slot, each with what vouches for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lorbeer.evaluate.fillers import Filler, Slot, fillers_of
from lorbeer.evaluate.found import FoundAward, FoundEvent, FoundHonour, FoundParty, Proofs

_Vouched = tuple[Proofs, float | None]


@dataclass(frozen=True)
class Statement:
    """A found value: the passages that prove it, and the probability given for it, if any."""

    filler: Filler
    proofs: Proofs
    confidence: float | None


def statements(slot: Slot, awards: Iterable[FoundAward]) -> dict[Filler, Statement]:
    """The found values of a slot; of a value stated twice, the most probable statement."""
    best: dict[Filler, Statement] = {}
    for award in awards:
        vouched = zip(fillers_of(slot, award.facts), _VOUCHED[slot](award), strict=True)
        for filler, (proofs, confidence) in vouched:
            known = best.get(filler)
            if known is None or (known.confidence or 0) < (confidence or 0):
                best[filler] = Statement(filler, proofs, confidence)
    return best


def _scalar(field: str) -> Callable[[FoundAward], Iterator[_Vouched]]:
    def read(award: FoundAward) -> Iterator[_Vouched]:
        if getattr(award, field) is not None:
            yield award.proofs(field), award.confidence

    return read


def _always(field: str) -> Callable[[FoundAward], Iterator[_Vouched]]:
    return lambda award: iter([(award.proofs(field), award.confidence)])


def _event(field: str) -> Callable[[FoundAward], Iterator[_Vouched]]:
    def read(award: FoundAward) -> Iterator[_Vouched]:
        if getattr(award.facts, "event" if field == "name" else field):
            yield (award.event or FoundEvent()).proofs(field), award.confidence

    return read


def _parties(field: str) -> Callable[[FoundAward], Iterator[_Vouched]]:
    def read(award: FoundAward) -> Iterator[_Vouched]:
        parties: tuple[FoundParty, ...] = getattr(award, field)
        return ((party.proofs("name"), award.confidence) for party in parties)

    return read


def _recipients(award: FoundAward) -> Iterator[tuple[FoundHonour, FoundParty]]:
    return ((honour, party) for honour in award.honours for party in honour.recipients)


def _honoured(award: FoundAward) -> Iterator[_Vouched]:
    return ((party.proofs("name"), honour.confidence) for honour, party in _recipients(award))


def _per_recipient(field: str) -> Callable[[FoundAward], Iterator[_Vouched]]:
    def read(award: FoundAward) -> Iterator[_Vouched]:
        return (
            (honour.proofs(field), honour.confidence)
            for honour, _ in _recipients(award)
            if getattr(honour, field) is not None
        )

    return read


_VOUCHED: Mapping[Slot, Callable[[FoundAward], Iterator[_Vouched]]] = {
    "pair": _honoured,
    "award": _always("name"),
    "recipient": _honoured,
    "conferred_by": _parties("conferred_by"),
    "presented_by": _parties("presented_by"),
    "date": _scalar("date"),
    "region": _parties("regions"),
    "partner": _parties("partners"),
    "category": _per_recipient("category"),
    "rank": _per_recipient("rank"),
    "money": _per_recipient("prize_money"),
    "event": _event("name"),
    "place": _event("place"),
    "year": _scalar("year"),
    "stage": _always("stage"),
}
