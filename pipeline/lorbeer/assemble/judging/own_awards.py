"""Which awards a release reports itself: the probable ones, less what is part of another."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from lorbeer.assemble.judging.attachment import is_part, is_special
from lorbeer.assemble.judging.conferred import conferred
from lorbeer.assemble.judging.headed import heads_winner
from lorbeer.assemble.judging.wholes import is_unnamed, whole_above
from lorbeer.assemble.reading.awards import Judged
from lorbeer.assemble.reading.calling import invites, is_call
from lorbeer.assemble.thresholds import Thresholds, thresholds
from lorbeer.assemble.weighing import PartyCandidate
from lorbeer.flow import Analysis, Mention

#: Fewer titles "of the year" are no categories of an award beside them.
_SIBLINGS = 2
_JUBILEE, _COLUMN = "award.jubilee", "award.column"


def own_awards(
    awards: Sequence[Judged],
    winners: Sequence[PartyCandidate],
    honoured: Mapping[str, float],
    analysis: Analysis,
) -> list[Judged]:
    """The awards that are probable enough; where a rule ties a winner to one, less is asked.

    Where there are winners, but no such award, the most probable one that is not merely denied;
    where entries are invited, one that the invitation or the title names. Where none is left, those
    count of which a verb tells that they are given.

    A special prize ("Publikumspreis") is a category of the award beside which it stands, and so are
    "Preis für Musik" and titles of the year where another award leads; a mere noun ("Wettbewerb")
    points to it.
    """
    won, told = _won_by(winners), _told_with(winners)
    awards = [award for award in awards if not _is_winner(award, winners)]
    least = thresholds(analysis)
    own = [
        award
        for award in awards
        if award.probability >= _least_of_award(award, won, least)
        or (winners and award.cluster.best.rule == _JUBILEE)
        or any(mention.text in told for mention in award.cluster.mentions)
        or heads_winner(award, winners, analysis)
    ]
    if not own and winners:
        certain = [w for w in winners if honoured[w.name] >= least.sure_recipient]
        own = _told(awards, _won_by(certain), analysis)
    elif not own and invites(analysis):
        own = _called(awards, analysis)
    own = own or list(conferred(awards, analysis))
    named = [award for award in own if not is_unnamed(award.cluster.best)] or own
    is_single = sum(map(_is_of_the_year, awards)) < _SIBLINGS
    if named and all(_is_category(award, is_single=is_single) for award in named):
        whole = whole_above(named, awards, winners, analysis)
        named = [whole] if whole else named
    return _less_parts(named, analysis, is_single=is_single)


def _less_parts(named: Sequence[Judged], analysis: Analysis, *, is_single: bool) -> list[Judged]:
    """The awards less those that may be prizes within the one that leads."""
    if not any(_leads(a, analysis) and not is_part(a.cluster.best) for a in named):
        return list(named)
    is_titled = any(_is_title(a, analysis) and not is_part(a.cluster.best) for a in named)
    parts = [
        a for a in named if is_part(a.cluster.best) and (is_titled or not _is_title(a, analysis))
    ]
    return [a for a in named if a not in parts or (is_single and _is_of_the_year(a))]


def _is_category(award: Judged, *, is_single: bool) -> bool:
    """Whether a name is only that of a special prize, or one of several titles of the year."""
    return is_special(award.cluster.best) or (_is_of_the_year(award) and not is_single)


def _is_winner(award: Judged, winners: Sequence[PartyCandidate]) -> bool:
    """Whether no rule takes a name for an award, and one says that its bearer wins another."""
    names = {mention.text for mention in award.cluster.mentions}
    return not award.cluster.best.rule.startswith("award.") and any(
        winner.name in names and finding.award is not None and finding.award.text not in names
        for winner in winners
        for finding in winner.honours
    )


def _won_by(winners: Iterable[PartyCandidate]) -> set[str]:
    """The names of awards that rules tie to winners."""
    return {f.award.text for w in winners for f in w.honours if f.award is not None}


def _told_with(winners: Sequence[PartyCandidate]) -> set[str]:
    """The titles told with who bears them, so that they need not be probable themselves:
    "Schützenkönig ist Jan Holt"; what stands in a column of awards beside who gets it.
    """
    return {
        f.award.text
        for winner in winners
        for f in winner.honours
        if f.award is not None and (f.award.rule == _COLUMN or _names_its_bearer(f.award, f.source))
    }


def _names_its_bearer(award: Mention, source: Mention) -> bool:
    """Whether the noun that tells of the winner is that of the title itself."""
    return source.rule == "noun.champion" and award.start <= source.start < award.end


def _told(awards: Sequence[Judged], won: set[str], analysis: Analysis) -> list[Judged]:
    """Of improbable awards the likeliest one; where all are less likely, those that are certainly
    won.
    """
    affirmed = [a for a in awards if _is_affirmed(a, analysis)]
    told = [a for a in affirmed if a.probability >= thresholds(analysis).sole_award]
    tied = [a for a in affirmed if any(m.text in won for m in a.cluster.mentions)]
    return told[:1] or tied


def _called(awards: Sequence[Judged], analysis: Analysis) -> list[Judged]:
    """The likeliest award that the title, or a sentence that invites entries, names."""
    sentences = analysis.sentences
    named = (
        a
        for a in awards
        if a.cluster.best.rule.startswith("award.")
        and a.probability >= thresholds(analysis).sole_award
        and (_is_title(a, analysis) or any(is_call(sentences[i]) for i in a.cluster.sentences))
    )
    return list(islice(named, 1))


def _is_of_the_year(award: Judged) -> bool:
    return award.cluster.best.rule == "award.of-the-year"


def _leads(award: Judged, analysis: Analysis) -> bool:
    """Whether an award is named in the title or first sentence, or in a line above a list."""
    named_in = {index: analysis.sentences[index] for index in award.cluster.sentences}
    return (
        _is_title(award, analysis)
        or 0 in named_in
        or any(sentence.text.rstrip().endswith(":") for sentence in named_in.values())
    )


def _is_title(award: Judged, analysis: Analysis) -> bool:
    return any(analysis.sentences[index].block.kind == "title" for index in award.cluster.sentences)


def _is_affirmed(award: Judged, analysis: Analysis) -> bool:
    sentences = (analysis.sentences[index] for index in award.cluster.sentences)
    return any("negated" not in dict(sentence.assertions) for sentence in sentences)


def _least_of_award(award: Judged, won: set[str], least: Thresholds) -> float:
    """How probable an award must be; `won` are the names that rules tie to a winner."""
    is_won = any(mention.text in won for mention in award.cluster.mentions)
    return least.won_award if is_won else least.award
