"""Bring the findings of sentences and lists together, one draft an award."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble import circumstances
from lorbeer.assemble.attachment import attach
from lorbeer.assemble.awards import Cluster, clusters
from lorbeer.assemble.findings import Finding
from lorbeer.assemble.lists import from_lists, is_prose
from lorbeer.assemble.nominal import from_nouns
from lorbeer.assemble.party_register import PartyRegister
from lorbeer.assemble.prize_money import endowment, with_endowment
from lorbeer.assemble.promotion import award_from_title, promote_awards
from lorbeer.assemble.publisher import from_we, publisher
from lorbeer.assemble.ranked import from_ranks
from lorbeer.assemble.regions import regions
from lorbeer.assemble.staging import invites, objections, stage
from lorbeer.assemble.tables import from_tables
from lorbeer.assemble.verbal import from_verbs
from lorbeer.assemble.works import from_works
from lorbeer.flow import Analysis, Draft, HonourDraft, PartyDraft, Sentence

_HANDED_OVER = ("present.", "receive.entgegennehmen", "receive.in-empfang")
_WEAK_ASSERTIONS = frozenset({"past", "negated", "hypothetical"})


def assemble(analysis: Analysis) -> tuple[Draft, ...]:
    """The drafts of all awards that the text names, most salient first.

    Those of which it reports nothing of its own carry the objections to them.
    """
    analysis = promote_awards(analysis)
    found = list(_findings(analysis))
    if not clusters(analysis) and any(f.role == "recipient" for f in found):
        analysis = award_from_title(analysis, found)
    found += list(from_works(analysis, found))
    groups = clusters(analysis)
    if not groups:
        return ()
    attached = attach(found, groups, analysis)
    register = PartyRegister(analysis)
    return tuple(
        _draft(cluster, attached.get(position, []), analysis, register, is_main=position == 0)
        for position, cluster in enumerate(groups)
    )


def _findings(analysis: Analysis) -> Iterable[Finding]:
    speaker = publisher(analysis)
    for index, sentence in enumerate(analysis.sentences):
        listed = sentence.block.kind in {"item", "row"} and not is_prose(sentence)
        if sentence.block.section == "contact" or listed:
            continue
        weak = _is_weak(sentence)
        verbal = list(from_verbs(sentence, index))
        if speaker is not None and not any(f.role == "recipient" for f in verbal):
            verbal += from_we(sentence, index, speaker)
        for finding in (
            *verbal,
            *from_nouns(sentence, index),
            *from_ranks(sentence, index),
        ):
            if finding.role == "recipient" and weak and sentence.block.kind != "title":
                continue
            yield finding
    if not invites(analysis):
        yield from from_lists(analysis)
        yield from from_tables(analysis)


def _is_weak(sentence: Sentence) -> bool:
    """Whether a sentence reports no honour of this release: denied, supposed, or of the past."""
    assertions = {assertion for assertion, _ in sentence.assertions}
    return bool(assertions & _WEAK_ASSERTIONS) or bool(
        cue("background.enumeration").search(sentence.text)
    )


def _draft(
    cluster: Cluster,
    found: Sequence[Finding],
    analysis: Analysis,
    register: PartyRegister,
    *,
    is_main: bool,
) -> Draft:
    honours = _honours(_without_proxies(found), register)
    honours, total = with_endowment(honours, endowment(analysis), analysis)
    reached = stage(cluster, analysis, honours, is_main=is_main)
    best = cluster.best
    if reached is None:
        reasons = objections(cluster, analysis)
        return Draft(
            best.canonical, best.kind, None, tuple(cluster.mentions), best, objections=reasons
        )
    indices = [f.sentence for f in found if f.role == "recipient"] + cluster.sentences
    town = circumstances.place(analysis, indices)
    return Draft(
        name=best.canonical,
        kind=best.kind or "prize",
        stage=reached,
        names=tuple(cluster.mentions),
        source=found[0].source if found else best,
        year=circumstances.year(cluster, analysis),
        edition=circumstances.beside(cluster, analysis, "EDITION", 30),
        theme=circumstances.theme(analysis),
        date=circumstances.conferral_date(analysis, indices),
        deadline=circumstances.deadline(analysis) if reached == "call" else None,
        event=circumstances.event(analysis, indices),
        place=town,
        endowment=total,
        conferred_by=_parties(found, "giver", register),
        presented_by=_parties(found, "presenter", register),
        partners=_parties(found, "partner", register),
        regions=regions(analysis, indices, [p for h in honours for p in h.recipients], town),
        honours=honours,
    )


def _without_proxies(found: Sequence[Finding]) -> list[Finding]:
    """The recipients, less those who only took the award in hand where others are its winners."""
    recipients = [f for f in found if f.role == "recipient"]
    winners = [f for f in recipients if not f.source.rule.startswith(_HANDED_OVER)]
    return winners or recipients


def _honours(found: Sequence[Finding], register: PartyRegister) -> tuple[HonourDraft, ...]:
    """One honour per recipient group, category and rank; a party once per category and rank."""
    honours: dict[tuple[str, str, str], HonourDraft] = {}
    for finding in found:
        party = register.draft(finding.party)
        key = (
            party.name,
            finding.category.text if finding.category else "",
            finding.rank.text if finding.rank else "",
        )
        if any(name == party.name and (not key[2] or rank == key[2]) for name, _, rank in honours):
            continue
        honours[key] = HonourDraft(
            (party,), finding.status, finding.source, finding.category, finding.rank, finding.money
        )
    return tuple(honours.values())


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
    return tuple(drafts.values())
