"""Amounts of money in a sentence, those too that leave their currency to the last one."""

from collections.abc import Iterator
from functools import cache

from de_lorbeer.cues import cue
from de_lorbeer.data import table
from lorbeer.flow import Mention, Sentence

RULE = "money.enumerated"


def amounts(sentence: Sentence) -> list[Mention]:
    """The amounts that may be prize money, in order: "300, 200 und 100 Euro" is three; not what
    something costs, is earned each month, or is given by somebody for something else.
    """
    found = [a for stated in sentence.of("MONEY") for a in (*_before(stated, sentence), stated)]
    return [a for a in found if not _is_other(a, sentence)]


def currency_of(amount: Mention) -> str:
    """The word or sign for its currency beside the figures of an amount; empty where its figures
    are words.
    """
    unit = cue("money.figure").sub("", amount.text).strip()
    return unit if unit.lower() in _currencies() else ""


@cache
def _currencies() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in table("lexicon/currencies.tsv"))


def _before(stated: Mention, sentence: Sentence) -> Iterator[Mention]:
    """The bare figures that an enumeration joins to an amount, in order."""
    unit = currency_of(stated)
    lead = sentence.text[: stated.start - sentence.start]
    opened = cue("money.enumeration").search(lead)
    if opened is None or not unit:
        return
    for figure in cue("money.figure").finditer(lead, opened.start()):
        start = sentence.start + figure.start()
        text = figure[0]
        end = start + len(text)
        yield Mention("MONEY", start, end, text, RULE, canonical=f"{text} {unit}")


def _is_other(amount: Mention, sentence: Sentence) -> bool:
    before = sentence.text[: amount.start - sentence.start]
    behind = sentence.text[amount.end - sentence.start :]
    return bool(cue("money.other-before").search(before) or cue("money.other-behind").match(behind))
