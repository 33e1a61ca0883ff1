"""Who gives an award, by the genitive in or behind its name: "Jugendpreis der Volksbank Au"."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.groups import is_kind
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.flow import Analysis, Mention, PartyDraft

_RULE = "giver.of-award"


def givers_named(
    award: Cluster, known: Collection[str], register: PartyRegister, analysis: Analysis
) -> Iterator[PartyDraft]:
    """The bodies in whose genitive an award's name ends or that stand in it right behind the name,
    less those that are `known` for a part they play; not "Pokal der Stadt", where only the text
    around it tells which one.
    """
    seen = set(known)
    bodies = (*_in_name(award), *_behind_name(award, analysis))
    for party in (*_areas(award, analysis), *map(register.draft, bodies)):
        if not any(party.name in name or name in party.name for name in seen):
            seen.add(party.name)
            yield party


def _in_name(award: Cluster) -> Iterator[Mention]:
    for mention in award.mentions:
        match = cue("award.giver").search(mention.text)
        if match is None or not _is_body(match["name"]):
            continue
        start = mention.start + match.start("name")
        yield Mention("ORGANISATION", start, mention.start + match.end(), match["name"], _RULE)


def _behind_name(award: Cluster, analysis: Analysis) -> Iterator[Mention]:
    """The organisations of "der Wettbewerb Junge Bühne 2023 des Theaterverbands Ems"."""
    for mention, index in award.named():
        for body in analysis.sentences[index].of("ORGANISATION"):
            between = analysis.text.string[mention.end : body.start]
            if mention.end < body.start and cue("award.giver-behind").fullmatch(between):
                yield replace(body, rule=_RULE)


def _areas(award: Cluster, analysis: Analysis) -> Iterator[PartyDraft]:
    """The town, district or land of "Ehrenring der Stadt Ulm", in or behind the name."""
    for mention in award.mentions:
        inside = cue("award.giver").search(mention.text)
        for at in (mention.start + inside.start() if inside else mention.end, mention.end):
            match = cue("award.giver-area").match(analysis.text.string, at)
            if match is None:
                continue
            start, end = match.start("noun"), match.end("name")
            text = analysis.text.string[start:end]
            area = Mention("ORGANISATION", start, end, text, _RULE)
            yield PartyDraft(f"{match['noun']} {match['name']}", "organisation", (area,), None)
            break


def _is_body(name: str) -> bool:
    """Whether a name in the genitive opens with a noun for a kind of body and tells which one."""
    noun = name.split()[0]
    forms = [noun, *(noun.removesuffix(ending) for ending in ("s", "es"))]
    is_told = " " in name or "-" in name or any(map(cue("support.body").fullmatch, forms))
    return is_told and any(map(is_kind, forms))
