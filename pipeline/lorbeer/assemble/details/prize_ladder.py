"""How much each place pays: "Die Plätze eins bis drei bekommen 300, 200 und 100 Euro"."""

from collections.abc import Iterator
from dataclasses import dataclass

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.amounts import RULE, amounts, currency_of
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.values.money import money
from lorbeer.values.numbers import rank as number_of

#: An enumeration of more amounts is no ladder of places.
_MOST = 6


@dataclass(frozen=True)
class Rung:
    """What a place pays, and in which sentence the text says so."""

    index: int
    place: int
    amount: Mention


def rungs(analysis: Analysis) -> list[Rung]:
    """What the text says of places and their money without naming who reached them."""
    return [
        Rung(index, place, amount)
        for index, sentence in enumerate(analysis.sentences)
        for place, amount in _of(sentence)
    ]


def _of(sentence: Sentence) -> Iterator[tuple[int, Mention]]:
    paid = amounts(sentence)
    told = list(_told(sentence))
    if len(told) > 1:
        yield from told
    elif len(paid) == 1 and len(sentence.of("RANK")) == 1 and not parties(sentence):
        place = number_of(sentence.of("RANK")[0].text)
        if place:
            yield place, paid[0]
    elif 1 < len(paid) <= _MOST and cue("ladder.places").search(sentence.text):
        yield from _enumerated(paid)
    else:
        yield from told


def _enumerated(paid: list[Mention]) -> Iterator[tuple[int, Mention]]:
    """Amounts that fall or rise from place to place; others do not tell which is whose."""
    if any(a.rule != RULE for a in paid[:-1]):
        return
    values = [found.amount for a in paid if (found := money(a.canonical or a.text))]
    if len(values) == len(paid) == len(set(values)) and values in (
        sorted(values),
        sorted(values)[::-1],
    ):
        falling = paid if values[0] > values[-1] else paid[::-1]
        yield from enumerate(falling, start=1)


def _told(sentence: Sentence) -> Iterator[tuple[int, Mention]]:
    """Places named right before their amounts: "der zweite Platz ist 1.500 Euro wert"."""
    stated = sentence.of("MONEY")
    unit = currency_of(stated[0]) if stated else ""
    if not unit:
        return
    for match in cue("ladder.rung").finditer(sentence.text):
        place = 1 if match["first"] else number_of(match["place"])
        start, end = (sentence.start + at for at in match.span("amount"))
        amount = Mention("MONEY", start, end, match["amount"], "money.rung",
                         canonical=f"{match['amount']} {unit}")  # fmt: skip
        if place:
            yield place, next((m for m in stated if m.start == start), amount)
