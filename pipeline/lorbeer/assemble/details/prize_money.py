"""The money that a sentence ties to the award itself: "Der Preis ist mit 5.000 Euro dotiert"."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.amounts import amounts
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, HonourDraft, Mention, Sentence

#: Characters before and behind an amount in which it is called the sum for all.
_BEFORE, _BEHIND = 60, 15


def endowment(award: Cluster, analysis: Analysis, *, is_only: bool) -> Mention | None:
    """The amount with which the text says that an award is endowed: where it is named, in the
    sentence behind, or, of the only award, anywhere.
    """
    return next(_endowments(award, analysis, is_only=is_only), None)


def _endowments(award: Cluster, analysis: Analysis, *, is_only: bool) -> Iterator[Mention]:
    own = set(award.sentences)
    for index in sorted(own | {i + 1 for i in own if i + 1 < len(analysis.sentences)}):
        sentence = analysis.sentences[index]
        refers = index in own or cue("money.of-it").match(sentence.text)
        if refers and _is_only_amount(sentence):
            yield amounts(sentence)[0]
    for sentence in analysis.sentences if is_only else ():
        is_about = sentence.of("AWARD", "AWARD_NOUN") or is_for_each(sentence)
        if is_about and _is_only_amount(sentence):
            yield amounts(sentence)[0]


def _is_only_amount(sentence: Sentence) -> bool:
    tells = cue("money.endowed").search(sentence.text) or is_for_each(sentence)
    return bool(tells) and len(amounts(sentence)) == 1


def is_for_each(sentence: Sentence) -> bool:
    """Whether each winner gets what a sentence states: "Jede Sparte ist mit 500 Euro dotiert"."""
    return bool(cue("money.each").search(sentence.text)) and not any(
        p.label == "PERSON" for p in parties(sentence)
    )


def is_total(amount: Mention, analysis: Analysis) -> bool:
    """Whether the words around an amount call it the sum for all, where it is the only one."""
    sentence = _sentence_of(amount, analysis)
    start, end = amount.start - sentence.start, amount.end - sentence.start
    around = sentence.text[max(0, start - _BEFORE) : end + _BEHIND]
    return len(amounts(sentence)) == 1 and bool(cue("money.total").search(around))


def with_endowment(
    honours: tuple[HonourDraft, ...], amount: Mention | None, analysis: Analysis
) -> tuple[tuple[HonourDraft, ...], Mention | None]:
    """(honours, endowment): the sum goes to the only winner, to those whom one sentence honours
    together where nobody else is paid, or to each, where the text says so; else it is the award's.

    An honour never keeps an amount that the text calls the sum for all.
    """
    kept = tuple(_without_total(honour, analysis) for honour in honours)
    if amount is None:
        return kept, None
    winners = [honour for honour in kept if honour.status == "winner"]
    told = {_sentence_of(honour.source, analysis).start for honour in winners}
    is_each = is_for_each(_sentence_of(amount, analysis))
    is_open = len(winners) == 1 or not any(honour.prize_money for honour in winners)
    if winners and not is_total(amount, analysis) and (is_each or (is_open and len(told) == 1)):
        return tuple(_paid(honour, amount) for honour in kept), None
    return kept, amount


def _paid(honour: HonourDraft, amount: Mention) -> HonourDraft:
    is_paid = honour.prize_money is not None or honour.status != "winner"
    return honour if is_paid else replace(honour, prize_money=amount)


def _sentence_of(mention: Mention, analysis: Analysis) -> Sentence:
    return next(s for s in analysis.sentences if s.start <= mention.start < s.end)


def _without_total(honour: HonourDraft, analysis: Analysis) -> HonourDraft:
    amount = honour.prize_money
    if amount is not None and is_total(amount, analysis):
        return replace(honour, prize_money=None)
    return honour
