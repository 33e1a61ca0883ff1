"""What rules are worth: how many right and wrong values each was the source of, against gold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lorbeer.evaluate import Filler, GoldRelease, Slot, evaluate, found_release
from lorbeer.reasons import Explanation
from lorbeer.records import Award, Honour, Party
from lorbeer.rules.registry import registered


@dataclass(frozen=True)
class Counts:
    """Values of which a rule was a source; `gains` and `losses` are those that had no other.

    Values of awards that gold calls background count neither way.
    """

    right: int = 0
    wrong: int = 0
    gains: int = 0
    losses: int = 0

    def plus(self, *, is_right: bool, is_only: bool) -> "Counts":
        """The counts with one more value."""
        if is_right:
            return replace(self, right=self.right + 1, gains=self.gains + is_only)
        return replace(self, wrong=self.wrong + 1, losses=self.losses + is_only)


#: Counts by rule and slot.
Measured = Mapping[str, Mapping[Slot, Counts]]


@dataclass
class _Sources:
    """The rules behind one value: those that found its words, and those that read its role."""

    finders: set[str] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)


def measure(gold: Sequence[GoldRelease], explanations: Mapping[str, Explanation]) -> Measured:
    """Counts of all rules that were the source of a value; `explanations` by release id."""
    counts: dict[str, dict[Slot, Counts]] = {}
    for release in gold:
        if release.id not in explanations:
            continue
        explanation = explanations[release.id]
        for slot, sources_of in _SOURCES.items():
            sources = sources_of(explanation)
            for value, is_right in _judged(slot, release, explanation):
                _count(counts, slot, sources[value], is_right=is_right)
    return counts


def _judged(
    slot: Slot, release: GoldRelease, explanation: Explanation
) -> Iterator[tuple[Filler, bool]]:
    """(value, whether it is right), less the values of background awards."""
    found = {release.id: found_release(explanation.extraction)}
    (outcome,) = evaluate([release], found).outcomes[slot]
    yield from ((value, True) for _, value in outcome.right)
    yield from ((value, False) for value in outcome.extra)


def _count(
    counts: dict[str, dict[Slot, Counts]], slot: Slot, sources: _Sources, *, is_right: bool
) -> None:
    for group in (sources.finders, sources.readers):
        for rule in group:
            of_rule = counts.setdefault(rule, {})
            so_far = of_rule.get(slot, Counts())
            of_rule[slot] = so_far.plus(is_right=is_right, is_only=len(group) == 1)


def _of_awards(explanation: Explanation) -> dict[Filler, _Sources]:
    sources: dict[Filler, _Sources] = {}
    for award in explanation.extraction.awards:
        of_award = sources.setdefault(((award.name,),), _Sources())
        of_award.finders |= _rules(award)
    return sources


def _of_recipients(explanation: Explanation) -> dict[Filler, _Sources]:
    sources: dict[Filler, _Sources] = {}
    for award, _, party in _honoured(explanation):
        of_party = sources.setdefault(((party.name,),), _Sources())
        of_party.finders |= _rules(party)
        of_party.readers |= _readers(explanation, award, party)
    return sources


def _of_pairs(explanation: Explanation) -> dict[Filler, _Sources]:
    sources: dict[Filler, _Sources] = {}
    for award, honour, party in _honoured(explanation):
        of_pair = sources.setdefault(((award.name,), (party.name,), (honour.status,)), _Sources())
        of_pair.finders |= _rules(party)
        of_pair.readers |= _readers(explanation, award, party)
    return sources


_SOURCES: Mapping[Slot, Callable[[Explanation], dict[Filler, _Sources]]] = {
    "pair": _of_pairs,
    "award": _of_awards,
    "recipient": _of_recipients,
}
MEASURED: tuple[Slot, ...] = tuple(_SOURCES)


def _honoured(explanation: Explanation) -> Iterator[tuple[Award, Honour, Party]]:
    for award in explanation.extraction.awards:
        for honour in award.honours:
            yield from ((award, honour, party) for party in honour.recipients)


def _rules(proved: Award | Party) -> set[str]:
    """The rules that found the words of a name."""
    return {_id(entry.rule) for entry in proved.evidence["name"]}


def _readers(explanation: Explanation, award: Award, party: Party) -> set[str]:
    """The rules that read in some passage that a party receives an award."""
    return {
        _id(reading.rule)
        for passage in explanation.passages
        for reading in passage.readings
        for bound in reading.bound
        if bound.role == "recipient" and not bound.doubted
        if (bound.award, bound.party) == (award.name, party.name)
    }


def _id(rule: str) -> str:
    """The registered id; that of a rule without one is its own."""
    known = registered(rule)
    return known.id if known else rule
