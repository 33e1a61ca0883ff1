"""What the candidates of one release have in common, looked up once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster, clusters
from lorbeer.assemble.reading.calling import invites
from lorbeer.assemble.reading.findings import CONFERRING, RESULT, Finding
from lorbeer.assemble.reading.other_lists import other_lines
from lorbeer.assemble.reading.party_register import PartyRegister
from lorbeer.assemble.reading.sections import sections
from lorbeer.assemble.weighing.candidates import PartyCandidate, party_candidates
from lorbeer.flow import Analysis, Mention


@dataclass(frozen=True, eq=False)
class Overview:
    """A release with what rules found in it."""

    analysis: Analysis
    found: Sequence[Finding]
    register: PartyRegister

    @cached_property
    def awards(self) -> list[Cluster]:
        """The awards that rules found, most salient first."""
        return clusters(self.analysis)

    @cached_property
    def award_names(self) -> frozenset[str]:
        """How the text names these awards."""
        return frozenset(mention.text for award in self.awards for mention in award.mentions)

    @cached_property
    def parties(self) -> list[PartyCandidate]:
        """Everyone whom the release names."""
        return party_candidates(self.analysis, self.found, self.register)

    @cached_property
    def honoured(self) -> list[PartyCandidate]:
        """Those who are honoured, as rules found."""
        return [party for party in self.parties if party.honours]

    @cached_property
    def honoured_mentions(self) -> frozenset[Mention]:
        """All mentions of those."""
        return frozenset(mention for party in self.honoured for _, mention in party.mentions)

    @cached_property
    def recipients(self) -> frozenset[str]:
        """How the text names recipients, as rules found."""
        return frozenset(f.party.text for f in self.found if f.role == "recipient")

    @cached_property
    def recipient_sources(self) -> frozenset[Mention]:
        """What tells of recipients, as rules found."""
        return frozenset(f.source for f in self.found if f.role == "recipient")

    @cached_property
    def conferrers(self) -> dict[int, int]:
        """Where the name of each who confers or presents ends -> where it begins."""
        return {f.party.end: f.party.start for f in self.found if f.role in CONFERRING}

    @cached_property
    def honouring(self) -> frozenset[int]:
        """Indices of the sentences that honour someone, as rules found."""
        return frozenset(f.sentence for f in self.found if f.role == "recipient")

    @cached_property
    def read_lines(self) -> frozenset[int]:
        """Indices of the lines of results that are read field by field."""
        return frozenset(f.sentence for f in self.found if f.source.label == RESULT)

    @cached_property
    def lines_of_people(self) -> frozenset[int]:
        """Indices of those of them that honour nobody but persons."""
        read = [f for f in self.found if f.source.label == RESULT]
        others = {f.sentence for f in read if f.party.label != "PERSON"}
        return frozenset(f.sentence for f in read if f.sentence not in others)

    @cached_property
    def former_lines(self) -> frozenset[int]:
        """Indices of the lines below a heading for the winners of earlier years."""
        is_former = cue("heading.former").search
        former = (s for s in sections(self.analysis) if is_former(s.heading.text))
        return frozenset(index for section in former for index in section.indices)

    @cached_property
    def other_lines(self) -> frozenset[int]:
        """Indices of the lines that name people who are not honoured: a jury, a board, guests."""
        return other_lines(self.analysis)

    @cached_property
    def invites(self) -> bool:
        """Whether the release asks for entries."""
        return invites(self.analysis)

    @cached_property
    def title(self) -> str:
        """The first sentence."""
        return self.analysis.sentences[0].text if self.analysis.sentences else ""
