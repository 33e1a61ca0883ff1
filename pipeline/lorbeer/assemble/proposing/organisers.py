"""Who endows, organises or advertises an award: "Ausrichter war der TV Au"."""

from collections.abc import Iterator, Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.support import bodies, group_of, source_of
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis, Sentence

#: What stands before those who organise, and the words behind them that some of these ask for.
_WORDINGS: tuple[tuple[str, str | None], ...] = (
    ("organiser.is", None),
    ("organiser.has", None),
    ("organiser.by", None),
    ("organiser.from", "organiser.from-behind"),
    ("organiser.thanks", "organiser.thanks-behind"),
)
SAID = "giver.said"


def with_organisers(found: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """The findings with the givers that the words around their names tell."""
    known = {(f.party.start, f.role) for f in found}
    new = (f for f in _organisers(analysis) if (f.party.start, f.role) not in known)
    return [*found, *new]


def _organisers(analysis: Analysis) -> Iterator[Finding]:
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.section != "contact":
            yield from _told(index, sentence)


def _told(index: int, sentence: Sentence) -> Iterator[Finding]:
    """A finding for each name that stands in one of the wordings, once."""
    everyone = bodies(sentence)
    seen: set[int] = set()
    for first in everyone:
        before = sentence.text[: first.start - sentence.start]
        group = group_of(first, everyone, sentence)
        behind = sentence.text[group[-1].end - sentence.start :]
        for lead, rest in _WORDINGS:
            match = cue(lead).search(before)
            if match is None or (rest is not None and not cue(rest).match(behind)):
                continue
            source = source_of(sentence, match, SAID)
            yield from (Finding("giver", p, index, source) for p in group if p.start not in seen)
            seen.update(p.start for p in group)
