"""Who gives an award that is named after its giver: "Jugendpreis der Volksbank Au"."""

from collections.abc import Collection, Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.groups import is_kind
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.flow import Mention, PartyDraft

_RULE = "giver.of-award"


def givers_named(
    award: Cluster, known: Collection[str], register: PartyRegister
) -> Iterator[PartyDraft]:
    """The bodies in whose genitive an award's name ends, less those that are `known` for a part
    they play; not "Pokal der Stadt", where only the text around it tells which one.
    """
    seen = set(known)
    for mention in award.mentions:
        match = cue("award.giver").search(mention.text)
        if match is None or not _is_body(match["name"]):
            continue
        start = mention.start + match.start("name")
        giver = Mention("ORGANISATION", start, mention.start + match.end(), match["name"], _RULE)
        party = register.draft(giver)
        if not any(party.name in name or name in party.name for name in seen):
            seen.add(party.name)
            yield party


def _is_body(name: str) -> bool:
    """Whether a name in the genitive opens with a noun for a kind of body and tells which one."""
    noun = name.split()[0]
    forms = [noun, *(noun.removesuffix(ending) for ending in ("s", "es"))]
    is_told = " " in name or "-" in name or any(map(cue("support.body").fullmatch, forms))
    return is_told and any(map(is_kind, forms))
