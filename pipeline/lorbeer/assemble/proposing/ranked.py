"""Ranks beside names: "Leon Ebster (H18, 1. Platz)", "Platz drei: Anna Moll"."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.clause_parts import stands_beside
from lorbeer.assemble.reading.classes import category_of
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import attached, coordinated, parties
from lorbeer.assemble.reading.ranks import places
from lorbeer.flow import Mention, Sentence

#: A place that begins a sentence has an article and an adjective before it at most.
_OPENING = 16


def from_ranks(sentence: Sentence, index: int) -> Iterator[Finding]:
    """The recipients that stand right before or after a rank, or after a medal's grade."""
    named = [p for p in parties(sentence) if p.label != "PLACE" or _is_placed(p, sentence)]
    candidates = [p for p in named if not stands_beside(p, sentence)]
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
                category=rank if grade else category_of(mention, sentence),
            )


def _is_placed(place: Mention, sentence: Sentence) -> bool:
    """Whether a place stands where only a winner can: "Dritter wurde Talheim"."""
    return bool(cue("place.as-placed").search(sentence.text[: place.start - sentence.start]))


def _holder(sentence: Sentence, rank: Mention, candidates: list[Mention]) -> Mention | None:
    """The name before a rank, else behind it.

    An ordinal alone opens the clause of its name, and so does every rank where one leads.
    """
    before = _before(sentence, rank, candidates)
    after = _after(sentence, rank, candidates)
    leads = bool(candidates) and sentence.of("RANK")[0].end <= candidates[0].start
    if leads and rank != sentence.of("RANK")[0]:
        return after
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
    if not following:
        return None
    between = sentence.text[rank.end - sentence.start : following[0].start - sentence.start]
    is_next = cue("rank.before-name").fullmatch(between)
    return following[0] if is_next or _tops(rank, following[0], between, sentence) else None


def _tops(rank: Mention, name: Mention, between: str, sentence: Sentence) -> bool:
    """Whether a sentence opens with a place and tells behind a colon who took it: "Platz 7 beim
    Tannwald-Ranking: Die Ulmer Firma Zofeni freut sich".
    """
    opens = rank.start - sentence.start < _OPENING and name.label != "PERSON"
    return opens and bool(cue("rank.before-colon").fullmatch(between))
