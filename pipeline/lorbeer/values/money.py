"""Amounts of money: "2,5 Mio. Euro" is 2,500,000 EUR."""

import re
from decimal import Decimal
from functools import cache

from de_lorbeer.data import table
from lorbeer.records import Money
from lorbeer.values.numbers import number

_FIGURE = re.compile(r"\d[\d.,'’ ]*\d|\d")
_THOUSANDS = re.compile(r"(?<=\d)[.'’ ](?=\d{3}(?!\d))")
_SCALES = (
    ("milliard", 10**9),
    ("mrd", 10**9),
    ("million", 10**6),
    ("mio", 10**6),
    ("tausend", 10**3),
    ("tsd", 10**3),
    ("hundert", 10**2),
)


@cache
def _currencies() -> dict[str, str]:
    return {row["word"].lower(): row["code"] for row in table("lexicon/currencies.tsv")}


def money(text: str) -> Money | None:
    """The amount that an expression states, in its currency; None if it states none."""
    lower = text.lower()
    code = next(
        (
            code
            for word, code in sorted(_currencies().items(), key=lambda c: -len(c[0]))
            if word in lower
        ),
        None,
    )
    amount = _amount(lower)
    if code is None or not amount:
        return None
    return Money(amount=amount, currency=code)


def _amount(lower: str) -> Decimal | None:
    figure = _FIGURE.search(lower)
    scale = next((factor for word, factor in _SCALES if word in lower), 1)
    if figure:
        plain = _THOUSANDS.sub("", figure[0].strip()).replace(",", ".")
        try:
            return Decimal(plain) * scale
        except ArithmeticError:
            return None
    return _in_words(lower, scale) if scale > 1 else None


def _in_words(lower: str, scale: int) -> Decimal:
    """ "eine Million" counts its scale, "fünftausend" already holds it."""
    value = number(lower) or 1
    return Decimal(value if value >= scale else value * scale)
