"""Which place of a sentence belongs to which of its parties."""

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Mention, Sentence

#: Awards whose gold and silver are grades, not places.
_GRADED = frozenset({"medal", "order", "seal"})


def places(sentence: Sentence) -> list[Mention]:
    """The ranks of a sentence, less gold and silver where they are the grade of a medal: "die
    Ehrennadel in Gold", "in Silber (15 Jahre)".
    """
    graded = any(award.kind in _GRADED for award in sentence.of("AWARD"))
    grades = [
        sentence.start + match.start() for match in cue("category.grade").finditer(sentence.text)
    ]
    return [
        r
        for r in sentence.of("RANK")
        if r.rule != "rank.medal" or not (graded or r.start in grades)
    ]


def rank_of(party: Mention, sentence: Sentence, clause: int | None = None) -> Mention | None:
    """The rank that the clause (or sentence) states for a party.

    The nearest; of several the one between the same commas, else on the side where ranks stand.
    """
    ranks = [
        r
        for r in places(sentence)
        if (clause is None or r.clause == clause) and not leads_another(r, party, sentence)
    ]
    if len(ranks) > 1:
        return _one_of(ranks, party, sentence)
    return min(
        ranks, key=lambda r: min(abs(r.start - party.end), abs(party.start - r.end)), default=None
    )


def leads_another(rank: Mention, party: Mention, sentence: Sentence) -> bool:
    """Whether a place belongs to the name behind it: "..., Zweiter Jan Holt", "..., Zweiter wurde
    Jan Holt".
    """
    is_parted = _is_parted(rank, party, sentence)
    if rank.rule != "rank.apposed":
        leads = cue("rank.leads").match(sentence.text, rank.end - sentence.start)
        return is_parted and rank.start > party.start and leads is not None
    return rank.start > party.start or is_parted


def _one_of(ranks: list[Mention], party: Mention, sentence: Sentence) -> Mention | None:
    """ "Den zweiten Preis erhielt Anna Moll, den dritten Jan Holt": ranks lead their parties."""
    near = [r for r in ranks if not _is_parted(r, party, sentence)] or ranks
    if len(near) == 1:
        return near[0]
    named = [p for p in parties(sentence) if p.label != "PLACE"]
    if ranks[0].start < min((p.start for p in named), default=0):
        return max((r for r in near if r.end <= party.start), key=_start, default=None)
    behind = min((r for r in near if r.start >= party.end), key=_start, default=None)
    if behind is None or any(party.end <= p.start < behind.start for p in named):
        return None
    return behind


def _start(mention: Mention) -> int:
    return mention.start


def _is_parted(rank: Mention, party: Mention, sentence: Sentence) -> bool:
    """Whether a comma, a semicolon or "und" with another place stands between a rank and a party:
    "Platz zwei belegte Jan Holt und Platz drei sicherte sich Anna Moll".
    """
    first, second = sorted((rank, party), key=_start)
    between = sentence.text[first.end - sentence.start : second.start - sentence.start]
    if "," in between or ";" in between:
        return True
    return any(
        first.end < other.start <= second.start
        and cue("rank.joined").search(sentence.text[: other.start - sentence.start])
        for other in sentence.of("RANK")
    )
