"""The money that a sentence ties to the award itself: "Der Preis ist mit 5.000 Euro dotiert"."""

from collections.abc import Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, HonourDraft, Mention


def endowment(analysis: Analysis) -> Mention | None:
    """The amount with which the text says that the award is endowed, if it states just one."""
    for sentence in analysis.sentences:
        amounts = sentence.of("MONEY")
        about_award = bool(sentence.of("AWARD", "AWARD_NOUN"))
        if len(amounts) == 1 and about_award and cue("money.endowed").search(sentence.text):
            return amounts[0]
    return None


def is_total(amount: Mention, analysis: Analysis) -> bool:
    """Whether the sentence calls the amount the sum for all."""
    sentence = next(s for s in analysis.sentences if s.start <= amount.start < s.end)
    return bool(cue("money.total").search(sentence.text))


def with_endowment(
    honours: tuple[HonourDraft, ...], amount: Mention | None, analysis: Analysis
) -> tuple[tuple[HonourDraft, ...], Mention | None]:
    """(honours, endowment): the sum goes to the only winner, else it is the award's.

    An honour never keeps an amount that the text calls the sum for all.
    """
    kept = tuple(_without_total(honour, analysis) for honour in honours)
    if amount is None:
        return kept, None
    if len(_winners(kept)) == 1 and not is_total(amount, analysis):
        paid = kept[0].prize_money or amount
        return (replace(kept[0], prize_money=paid), *kept[1:]), None
    return kept, amount


def _without_total(honour: HonourDraft, analysis: Analysis) -> HonourDraft:
    amount = honour.prize_money
    if amount is not None and is_total(amount, analysis):
        return replace(honour, prize_money=None)
    return honour


def _winners(honours: Sequence[HonourDraft]) -> list[HonourDraft]:
    return [honour for honour in honours if honour.status != "nominee"]
