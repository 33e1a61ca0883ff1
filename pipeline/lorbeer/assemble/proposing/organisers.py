"""Who endows, organises or advertises an award: "Ausrichter war der TV Au"."""

from collections.abc import Iterator, Sequence

from lorbeer.assemble.proposing.support import Wordings, told_by
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis

_WORDINGS: Wordings = (
    ("organiser.is", None),
    ("organiser.has", None),
    ("organiser.by", None),
    ("organiser.from", "organiser.from-behind"),
    ("organiser.thanks", "organiser.thanks-behind"),
    ("organiser.attribute", "organiser.attribute-behind"),
)
SAID = "giver.said"


def with_organisers(found: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """The findings with the givers that the words around their names tell."""
    known = {(f.party.start, f.role) for f in found}
    new = (f for f in _organisers(analysis) if (f.party.start, f.role) not in known)
    return [*found, *new]


def _organisers(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each name that organises, in every sentence once."""
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.section == "contact":
            continue
        seen: set[int] = set()
        for party, source in told_by(_WORDINGS, SAID, sentence):
            if party.start not in seen:
                seen.add(party.start)
                yield Finding("giver", party, index, source)
