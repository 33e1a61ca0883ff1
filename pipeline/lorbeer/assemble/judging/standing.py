"""Whether those named for an award won it: who is nominated in one sentence and wins in another."""

from collections.abc import Sequence

from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.party_register import PartyRegister

_WEIGHED = "recipient.weighed"


def settled(found: Sequence[Finding], register: PartyRegister) -> list[Finding]:
    """Findings less nominations of those who win, as another sentence says, and less victories of
    those whom the same sentence nominates: "ist eine von dreien, aus denen die Jury sie kürt".
    """
    nominated = {(register.name(f.party), f.sentence) for f in found if _nominates(f)}
    won = {
        (register.name(f.party), f.sentence)
        for f in found
        if f.role == "recipient" and not _nominates(f) and f.source.rule != _WEIGHED
    }
    winners = {name for name, _ in won - nominated}
    return [
        f
        for f in found
        if f.role != "recipient"
        or (_nominates(f) and register.name(f.party) not in winners)
        or (not _nominates(f) and (register.name(f.party), f.sentence) not in nominated)
    ]


def _nominates(finding: Finding) -> bool:
    return finding.role == "recipient" and finding.status == "nominee"
