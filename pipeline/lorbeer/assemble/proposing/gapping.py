"""Awards and winners without a verb of their own: "Anna Moll erhielt den ..., Jan Holt den ..."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Mention, Sentence

_VERBS = ("confer.", "receive.", "win.")
_RULE = "gapping.pair"


def with_gapped(found: Sequence[Finding], sentence: Sentence) -> list[Finding]:
    """Findings with each award of a sentence given to who stands right beside it.

    The verb is said once: "Den Kulturpreis erhielt Anna Moll, den Sportpreis Jan Holt". Award and
    winner follow one another as they do beside the verb.
    """
    lead = next((f for f in found if _is_lead(f)), None)
    awards = [award for award in sentence.of("AWARD") if not _is_sum(award, sentence)]
    if lead is None or len(awards) < 2:
        return list(found)
    pairs = list(_pairs(lead.party.start > awards[0].start, awards, sentence))
    own = {party: award for award, group in pairs for party in group}
    free = [award for award in awards if award not in own.values()]
    if not own or not free:
        return list(found)
    kept = [
        replace(f, award=free[0]) if _is_lead(f) and f.award in own.values() else f
        for f in found
        if f.role != "recipient" or f.party not in own
    ]
    source = replace(lead.source, rule=_RULE)
    return kept + [
        replace(lead, party=party, award=award, source=source, rank=None, money=None, category=None)
        for party, award in own.items()
    ]


def _is_lead(finding: Finding) -> bool:
    is_told = finding.source.rule.startswith(_VERBS)
    return finding.role == "recipient" and is_told and finding.award is not None


def _pairs(
    is_award_first: bool, awards: Sequence[Mention], sentence: Sentence
) -> Iterator[tuple[Mention, list[Mention]]]:
    """(award, its winners) that stand side by side behind a comma or "und", and no verb there."""
    named = [party for party in parties(sentence) if party.label != "PLACE"]
    order = "behind" if is_award_first else "before"
    for award in awards:
        party = (_behind if is_award_first else _before)(award, named, sentence)
        if party is None:
            continue
        group = coordinated(party, named, sentence)
        first, last = (award, group[0]) if is_award_first else (group[-1], award)
        opening = award if is_award_first else group[0]
        before = sentence.text[: opening.start - sentence.start]
        between = sentence.text[first.end - sentence.start : last.start - sentence.start]
        if cue(f"gap.opens-{order}").search(before) and cue(f"gap.{order}").fullmatch(between):
            yield award, group


def _before(award: Mention, named: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """The last party in front of an award."""
    return next((party for party in reversed(named) if party.end <= award.start), None)


def _behind(award: Mention, named: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """The first party behind an award; nobody where a verb follows up to the next comma."""
    rest = cue("gap.rest").match(sentence.text, award.end - sentence.start)
    end = sentence.start + rest.end() if rest else sentence.end
    if any(award.end <= trigger.start < end for trigger in sentence.triggers):
        return None
    return next((party for party in named if award.end <= party.start < end), None)


def _is_sum(award: Mention, sentence: Sentence) -> bool:
    """Whether what stands for an award is only part of an amount: "1.000 Euro"."""
    return any(m.start <= award.start and award.end <= m.end for m in sentence.of("MONEY"))
