"""What was missed and what was extra, with the text that it concerns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lorbeer.evaluate.compare import Outcome
from lorbeer.evaluate.dates import where_a_day_stands
from lorbeer.evaluate.excerpts import Excerpt, around, where_it_stands
from lorbeer.evaluate.fillers import Filler, Slot
from lorbeer.evaluate.found import Found, FoundRelease
from lorbeer.evaluate.statements import Statement, statements

#: Which part of a value is sought in the text.
_SOUGHT: Mapping[Slot, int] = {"pair": 1, "category": 1}


@dataclass(frozen=True)
class Missed:
    """A value of gold that was not found, and the sentence in which its spelling stands."""

    value: Filler
    excerpt: Excerpt | None


@dataclass(frozen=True)
class Extra:
    """A found value that gold lacks: its evidence in its sentence, the rule, the confidence."""

    value: Filler
    excerpt: Excerpt | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True)
class Errors:
    """What went wrong in one slot of one release."""

    release: str
    missed: tuple[Missed, ...]
    extra: tuple[Extra, ...]


def errors(slot: Slot, outcomes: Iterable[Outcome], found: Found) -> Iterator[Errors]:
    """The releases in which something of a slot was missed or extra, one after the other.

    Without the text of a release, there are no excerpts.
    """
    for outcome in outcomes:
        if outcome.missed or outcome.extra:
            yield _errors(slot, outcome, found.get(outcome.release))


def _errors(slot: Slot, outcome: Outcome, release: FoundRelease | None) -> Errors:
    text = release.text if release else None
    stated = statements(slot, release.awards if release else ())
    return Errors(
        outcome.release,
        missed=tuple(Missed(value, _sought(slot, value, text)) for value in outcome.missed),
        extra=tuple(_extra(stated[value], text) for value in outcome.extra),
    )


def _sought(slot: Slot, value: Filler, text: str | None) -> Excerpt | None:
    if text is None:
        return None
    spellings = value[_SOUGHT.get(slot, 0)]
    if slot == "date":
        return where_a_day_stands(text, spellings[0])
    return where_it_stands(text, spellings)


def _extra(statement: Statement, text: str | None) -> Extra:
    proof = statement.proofs[0] if statement.proofs else None
    stands = proof and text is not None and text[proof.start : proof.end] == proof.text
    return Extra(
        statement.filler,
        around(text, proof.start, proof.end) if stands and proof and text else None,
        proof.rule if proof else None,
        statement.confidence,
    )
