"""Places and categories that belong to all who are named together: a team and its members, too."""

from collections.abc import Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.affiliations import depth
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Analysis, Mention, Sentence


def with_shared_places(found: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """The findings, those of recipients without a place with that of whom they are named with.

    A place in brackets behind a name is that one's alone.
    """
    ranked: dict[int, list[Finding]] = {}
    for finding in found:
        if finding.role == "recipient" and finding.rank is not None:
            ranked.setdefault(finding.sentence, []).append(finding)
    return [_completed(f, ranked.get(f.sentence, []), analysis) for f in found]


def _completed(finding: Finding, ranked: Sequence[Finding], analysis: Analysis) -> Finding:
    if finding.role != "recipient" or finding.rank is not None or not ranked:
        return finding
    sentence = analysis.sentences[finding.sentence]
    fellows = (
        f
        for f in ranked
        if f.rank
        and not depth(f.rank, sentence)
        and _are_together(finding.party, f.party, sentence)
    )
    fellow = next(fellows, None)
    if fellow is None:
        return finding
    return replace(finding, rank=fellow.rank, category=finding.category or fellow.category)


def _are_together(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether two names are coordinated, or one is a team whose members hold the other."""
    everyone = parties(sentence)
    if one in everyone and other in everyone and other in coordinated(one, everyone, sentence):
        return True
    team, member = sorted((one, other), key=lambda m: m.start)
    if member not in everyone:
        return False
    first = coordinated(member, everyone, sentence)[0]
    between = sentence.text[team.end - sentence.start : first.start - sentence.start]
    return team.end < first.start and bool(cue("members.open").fullmatch(between))
