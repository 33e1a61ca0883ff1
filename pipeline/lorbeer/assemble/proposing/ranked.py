"""Ranks beside names: "Leon Ebster (H18, 1. Platz)", "Platz drei: Anna Moll"."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.findings import Finding
from lorbeer.assemble.reading.groups import attached, coordinated, parties
from lorbeer.assemble.reading.ranks import places
from lorbeer.flow import Mention, Sentence


def from_ranks(sentence: Sentence, index: int) -> Iterator[Finding]:
    """The recipients that stand right before or after a rank, or after a medal's grade."""
    candidates = [p for p in parties(sentence) if p.label != "PLACE"]
    award = next(iter(sentence.of("AWARD")), None)
    ranks = places(sentence)
    for rank in sentence.of("RANK"):
        holder = _holder(sentence, rank, candidates)
        if holder is None:
            continue
        in_brackets = (
            sentence.text[holder.end - sentence.start :].lstrip(' "“”»«›‹').startswith("(")
        )
        holders = [holder] if in_brackets else coordinated(holder, candidates, sentence)
        for mention in dict.fromkeys(m for h in holders for m in attached(h, candidates, sentence)):
            grade = rank not in ranks
            yield Finding(
                "recipient",
                mention,
                index,
                rank,
                award,
                None if grade else rank,
                category=rank if grade else None,
            )


def _holder(sentence: Sentence, rank: Mention, candidates: list[Mention]) -> Mention | None:
    """The name before a rank, else behind it.

    An ordinal alone opens the clause of its name, and so does every rank where one leads.
    """
    before = _before(sentence, rank, candidates)
    after = _after(sentence, rank, candidates)
    leads = bool(candidates) and sentence.of("RANK")[0].end <= candidates[0].start
    return (after or before) if leads or rank.rule == "rank.predicate" else (before or after)


def _before(sentence: Sentence, rank: Mention, candidates: list[Mention]) -> Mention | None:
    is_leading = cue("rank.before-verb").match(sentence.text[rank.end - sentence.start :])
    if is_leading or rank.rule == "rank.apposed":
        return None
    preceding = [c for c in candidates if c.end <= rank.start]
    if preceding and cue("rank.after-name").fullmatch(
        sentence.text[preceding[-1].end - sentence.start : rank.start - sentence.start]
    ):
        return preceding[-1]
    return None


def _after(sentence: Sentence, rank: Mention, candidates: list[Mention]) -> Mention | None:
    following = [c for c in candidates if c.start >= rank.end]
    if following and cue("rank.before-name").fullmatch(
        sentence.text[rank.end - sentence.start : following[0].start - sentence.start]
    ):
        return following[0]
    return None
