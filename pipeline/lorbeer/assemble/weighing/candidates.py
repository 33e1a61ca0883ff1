"""Parties that may be honoured: everyone whom the release names, with all their mentions."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import can_name_party, parties
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.weighing.tagged import tagged_mentions
from lorbeer.flow import Analysis, Mention


@dataclass(frozen=True)
class PartyCandidate:
    """A party with its mentions (each with the index of its sentence) and what rules found."""

    name: str
    mentions: tuple[tuple[int, Mention], ...]
    findings: tuple[Finding, ...]

    @property
    def honours(self) -> tuple[Finding, ...]:
        """What rules found of the party being honoured."""
        return tuple(finding for finding in self.findings if finding.role == "recipient")


def party_candidates(
    analysis: Analysis, found: Iterable[Finding], register: PartyRegister
) -> list[PartyCandidate]:
    """Every party that the release names, in order of its first mention."""
    mentions: dict[str, list[tuple[int, Mention]]] = {}
    findings: dict[str, list[Finding]] = {}
    starts = [sentence.start for sentence in analysis.sentences]
    for index, sentence in enumerate(analysis.sentences):
        for mention in parties(sentence):
            mentions.setdefault(register.name(mention), []).append((index, mention))
    seen = {(mention.start, mention.end) for some in mentions.values() for _, mention in some}
    for role in ("recipient", "giver", "presenter", "partner"):
        for index, mention in tagged_mentions(role, analysis):
            if (mention.start, mention.end) not in seen and can_name_party(mention.text):
                seen.add((mention.start, mention.end))
                mentions.setdefault(register.name(mention), []).append((index, mention))
    for finding in found:
        name = register.name(finding.party)
        place = _sentence_of(finding.party, analysis, starts)
        mentions.setdefault(name, []).extend([] if place is None else [(place, finding.party)])
        findings.setdefault(name, []).append(finding)
    return [
        PartyCandidate(name, tuple(dict.fromkeys(found_at)), tuple(findings.get(name, ())))
        for name, found_at in mentions.items()
    ]


def _sentence_of(mention: Mention, analysis: Analysis, starts: Sequence[int]) -> int | None:
    """Index of the sentence in which a mention begins; a finding may stand in another one.

    None for a publisher whom only the page around the sentences names.
    """
    index = bisect_right(starts, mention.start) - 1
    return index if index >= 0 and mention.start < analysis.sentences[index].end else None
