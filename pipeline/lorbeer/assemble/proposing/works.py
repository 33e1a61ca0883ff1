"""Works that are honoured with their makers: "Seine Masterarbeit trägt den Titel „...“"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Analysis

#: A work's title stands at most so many sentences after its maker.
_REACH = 2


def from_works(analysis: Analysis, found: Sequence[Finding]) -> Iterator[Finding]:
    """The titled work of each recipient, from the sentence itself or the ones that follow."""
    makers = [f for f in found if f.role == "recipient" and f.party.label == "PERSON"]
    for maker in makers:
        block = analysis.sentences[maker.sentence].block
        for index in range(maker.sentence, min(maker.sentence + _REACH, len(analysis.sentences))):
            sentence = analysis.sentences[index]
            if sentence.block != block:
                break
            for work in sentence.of("QUOTED"):
                before = sentence.text[: work.start - sentence.start]
                if cue("work.titled").search(before) and not _is_known(work.text, found):
                    yield replace(maker, party=work, sentence=index)


def _is_known(text: str, found: Sequence[Finding]) -> bool:
    return any(finding.party.text == text for finding in found)
