"""Bring the findings of sentences and lists together, one draft an award."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from lorbeer.assemble.details import circumstances
from lorbeer.assemble.details.conferral import Conferral
from lorbeer.assemble.details.jury import with_reasons
from lorbeer.assemble.details.namesakes import givers_named
from lorbeer.assemble.details.payments import Payments
from lorbeer.assemble.details.prize_money import endowment, with_endowment
from lorbeer.assemble.details.regions import Regions
from lorbeer.assemble.details.staging import objections, stage
from lorbeer.assemble.details.surroundings import Surroundings
from lorbeer.assemble.judging.attachment import attach
from lorbeer.assemble.judging.judgement import Judgement
from lorbeer.assemble.judging.standing import settled
from lorbeer.assemble.reading.awards import Judged, is_ruled
from lorbeer.assemble.reading.categories import may_be_category
from lorbeer.assemble.reading.deadlines import deadline
from lorbeer.assemble.reading.findings import RESULT, Finding
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.reading.placings import placing
from lorbeer.assemble.weighing import Overview, continued_name
from lorbeer.flow import Analysis, Draft, HonourDraft, Mention, PartyDraft
from lorbeer.values.numbers import rank as number_of

#: Rules that find recipients without saying in which place.
_LISTED = frozenset({"recipient.weighed", "list.entry", "table.row"})
_HANDED_OVER = (
    "present.",
    "receive.entgegennehmen",
    "receive.in-empfang",
    "receive.mitnehmen",
    "receive.abholen",
)


def drafts(overview: Overview, judgement: Judgement) -> tuple[Draft, ...]:
    """The drafts of all awards that a judgement names, those of its own awards in its order.

    What is found beside an award of which the text tells nothing belongs to those it reports, and
    so does what is found beside a name with which nobody is honoured.
    """
    setting = Setting(overview, judgement)
    own = _attached(judgement.awards, setting)
    reported = [
        award
        for award, draft in zip(judgement.awards, own, strict=True)
        if draft.stage and not (setting.analysis.by_rules and _is_idle(draft, own))
    ]
    if 0 < len(reported) < len(own):
        anew = iter(_attached(reported, setting))
        own = [
            next(anew) if award in reported else _rejected(award, overview.analysis)
            for award in judgement.awards
        ]
    return (
        *with_reasons(own, overview.analysis),
        *(_rejected(award, overview.analysis) for award in judgement.mentioned),
    )


def _is_idle(draft: Draft, own: Sequence[Draft]) -> bool:
    """Whether nobody is honoured with what no rule takes for an award, while somebody is with
    another: a name beside the award.
    """
    is_honouring = any(other.honours for other in own)
    return not draft.honours and is_honouring and not is_ruled(draft.names[0])


def _attached(awards: Sequence[Judged], setting: "Setting") -> list[Draft]:
    """A draft of each award, with the findings that belong to it."""
    clusters = [award.cluster for award in awards]
    found = attach(setting.judgement.findings, clusters, setting.analysis) if awards else {}
    return [
        _draft(award, found.get(position, []), setting, is_main=position == 0)
        for position, award in enumerate(awards)
    ]


class Setting:
    """What the drafts of one release share."""

    def __init__(self, overview: Overview, judgement: Judgement) -> None:
        self.analysis = overview.analysis
        self.register = overview.register
        self.judgement = judgement
        self.conferral = Conferral(overview, judgement)
        self.regions = Regions(overview)
        self.surroundings = Surroundings(overview.analysis)
        self.payments = Payments(overview.analysis)


def _draft(award: Judged, found: Sequence[Finding], setting: Setting, *, is_main: bool) -> Draft:
    analysis, cluster = setting.analysis, award.cluster
    names = {m.text for own in setting.judgement.awards for m in own.cluster.mentions}
    names |= {finding.party.text for finding in found if finding.role == "recipient"}
    honours = _honours(settled(_without_proxies(found), setting.register), names, setting)
    honours = setting.payments.paid(honours)
    is_only = len(setting.judgement.awards) == 1
    sum_told = endowment(cluster, analysis, is_only=is_only)
    honours, total = with_endowment(honours, sum_told, analysis)
    reached = stage(award, analysis, honours)
    if reached is None:
        return _rejected(award, analysis)
    indices = [f.sentence for f in found if f.role == "recipient"] + cluster.sentences
    winners = [party for honour in honours for party in honour.recipients]
    best = continued_name(cluster.best, cluster.mentions, analysis)
    givers = _parties(found, "giver", setting.register)
    parts = {party.name for party in (*givers, *winners)}
    town = setting.surroundings.place_of(cluster, indices)
    return Draft(
        name=best.canonical,
        kind=best.kind or "prize",
        stage=reached,
        names=(best, *(mention for mention in cluster.mentions if mention != cluster.best)),
        source=found[0].source if found else best,
        confidence=award.probability,
        year=circumstances.year(cluster, analysis),
        edition=circumstances.beside(cluster, analysis, "EDITION", 30),
        theme=circumstances.theme(analysis),
        date=setting.conferral.date(indices),
        deadline=deadline(analysis) if reached == "call" else None,
        event=setting.surroundings.event_of(indices),
        place=town,
        endowment=total,
        conferred_by=(*givers, *givers_named(cluster, parts, setting.register, analysis)),
        presented_by=_parties(found, "presenter", setting.register),
        partners=_parties(found, "partner", setting.register),
        regions=setting.regions.of(indices, winners, is_main=is_main, ceremony=town),
        honours=honours,
    )


def _rejected(award: Judged, analysis: Analysis) -> Draft:
    best = award.cluster.best
    return Draft(
        name=best.canonical,
        kind=best.kind or "prize",
        stage=None,
        names=tuple(award.cluster.mentions),
        source=best,
        confidence=award.probability,
        objections=objections(award.cluster, analysis),
    )


def _without_proxies(found: Sequence[Finding]) -> list[Finding]:
    """The recipients, less those who only took the award in hand where others are its winners, of
    a place those of that place.
    """
    recipients = [f for f in found if f.role == "recipient"]
    winners = [f for f in recipients if not is_proxy(f)]
    places = {_number(f) for f in winners}
    alone = [f for f in recipients if is_proxy(f) and f.rank and _number(f) not in places]
    return [f for f in recipients if f in winners or f in alone] if winners else recipients


def _number(finding: Finding) -> int | None:
    rank = finding.rank
    return number_of(rank.canonical or rank.text) if rank else None


def is_proxy(finding: Finding) -> bool:
    """Whether a recipient is only said to take the award in hand."""
    return finding.source.rule.startswith(_HANDED_OVER)


def _honours(
    found: Sequence[Finding], names: Collection[str], setting: Setting
) -> tuple[HonourDraft, ...]:
    """One honour per recipient group, category and rank; a party once per category and rank, and
    where one mention tells the place and another does not, once.

    `names` are those of awards and winners, none of which is a category.
    """
    honours: dict[tuple[str, str, str], HonourDraft] = {}
    for finding in found:
        party = setting.register.draft(finding.party)
        around = setting.surroundings.category(finding.party, finding.sentence)
        category = _if_kind(finding.category, names) or _if_kind(around, names)
        rank = finding.rank or _placing(finding, setting)
        key = (
            party.name,
            category.text if category else "",
            str(number_of(rank.canonical or rank.text) or rank.text) if rank else "",
        )
        if any(name == party.name and (not key[2] or rank == key[2]) for name, _, rank in honours):
            continue
        bare = (party.name, key[1], "")
        if bare in honours and honours[bare].status == finding.status:
            money = honours[bare].prize_money or finding.money
            honours[bare] = replace(
                honours[bare], rank=rank, source=finding.source, prize_money=money
            )
            honours = {key if known == bare else known: h for known, h in honours.items()}
            continue
        honours[key] = HonourDraft(
            (party,),
            finding.status,
            finding.source,
            setting.judgement.honoured[party.name],
            category,
            rank,
            finding.money,
        )
    return tuple(honours.values())


def _if_kind(category: Mention | None, names: Collection[str]) -> Mention | None:
    """A category, unless it is an award or a winner, or none at all."""
    is_one = category is not None and category.text not in names and may_be_category(category)
    return category if is_one else None


def _placing(finding: Finding, setting: Setting) -> Mention | None:
    """The place that layout tells of who was weighed or stands in a list, unless its lines are
    read field by field.
    """
    is_listed = finding.source.rule in _LISTED and finding.source.label != RESULT
    if not is_listed or finding.status != "winner":
        return None
    return placing(finding.party, finding.sentence, setting.analysis)


def _parties(
    found: Sequence[Finding], role: str, register: PartyRegister
) -> tuple[PartyDraft, ...]:
    drafts: dict[str, PartyDraft] = {}
    for finding in found:
        if finding.role == role:
            party = register.draft(finding.party)
            known = drafts.get(party.name)
            mentions = (*known.mentions, *party.mentions) if known else party.mentions
            drafts[party.name] = replace(party, mentions=mentions)
    return tuple(party for name, party in drafts.items() if not _is_short(name, drafts))


def _is_short(name: str, names: Collection[str]) -> bool:
    """Whether a word stands for the party whose name it opens: "Landkreis", "Landkreis Stade"."""
    return any(other.startswith(f"{name} ") for other in names) and " " not in name
