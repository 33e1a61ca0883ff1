"""What became of each finding: the award to which it belongs, or why it is in no record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lorbeer.assemble.drafting import is_proxy
from lorbeer.assemble.judging.attachment import attach
from lorbeer.assemble.judging.judgement import Judgement
from lorbeer.assemble.proposing.propose import said
from lorbeer.assemble.proposing.publisher import publisher
from lorbeer.assemble.reading.doubts import doubts
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import Overview
from lorbeer.flow import Draft, Mention
from lorbeer.reasons import Bound

_Key = tuple[Mention, Mention, str]


class Fates:
    """The fate of every finding of one release, those included that no draft heard of."""

    def __init__(self, overview: Overview, judgement: Judgement, drafts: Sequence[Draft]) -> None:
        self.overview = overview
        self._judgement = judgement
        self._least = thresholds(overview.analysis)
        self._drafts = drafts
        self._positions = self._attached()

    def _attached(self) -> dict[_Key, int]:
        """The position of the award to which each finding belongs: of one that is reported, where
        any is.
        """
        own = self._judgement.awards
        reported = [at for at in range(len(own)) if self._drafts[at].stage] or [*range(len(own))]
        clusters = [own[at].cluster for at in reported]
        found = attach(self._judgement.findings, clusters, self.overview.analysis) if own else {}
        return {_key(f): reported[at] for at, findings in found.items() for f in findings}

    def findings(self) -> Iterator[tuple[Finding, Bound]]:
        """Every finding with what became of it: of rules, of weighing, and doubted ones."""
        found = dict.fromkeys((*self.overview.found, *self._judgement.findings))
        yield from ((finding, self._bound(finding)) for finding in found)
        analysis = self.overview.analysis
        speaker = publisher(analysis)
        for index, sentence in enumerate(analysis.sentences):
            doubt = ", ".join(doubts(sentence))
            for finding in said(analysis, index, speaker) if doubt else ():
                if finding.role == "recipient":
                    plain = self._bound(finding)
                    yield finding, replace(plain, award="", doubted=True, objection=doubt)

    def _bound(self, finding: Finding) -> Bound:
        position = self._positions.get(_key(finding))
        name = self.overview.register.name(finding.party)
        draft = None if position is None else self._drafts[position]
        objection = self._unattached(finding, name) if draft is None else _in(draft, finding, name)
        award = draft.name if draft else ""
        return Bound(finding.role, finding.party, name, award, objection=objection)

    def _unattached(self, finding: Finding, name: str) -> str:
        """Why a finding belongs to no award of the release."""
        if finding in self._judgement.findings:
            return "no award is reported"
        if finding.role != "recipient":
            return f"below {self._least.found_role}"
        if name in self._judgement.overlapping:
            return "overlaps a likelier name"
        probability = self._judgement.honoured.get(name)
        if probability is None:
            return "names no party"
        if probability < self._least.found_recipient:
            return f"probability {probability:.2f}, below {self._least.found_recipient}"
        return "is the award itself"


def _in(draft: Draft, finding: Finding, name: str) -> str:
    """Why a draft lacks what was found for it; empty if it does not."""
    if draft.stage is None:
        return f"{draft.name} is rejected"
    if finding.role != "recipient":
        return ""
    honours = [h for h in draft.honours if any(p.name == name for p in h.recipients)]
    if any(honour.source == finding.source for honour in honours):
        return ""
    if is_proxy(finding) and not honours:
        return "only takes the award in hand"
    return "named as recipient before"


def _key(finding: Finding) -> _Key:
    return finding.source, finding.party, finding.role
