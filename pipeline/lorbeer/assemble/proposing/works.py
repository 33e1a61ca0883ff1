"""Works that are honoured with their makers: "Seine Masterarbeit trägt den Titel „...“"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import parties
from lorbeer.flow import Analysis, Mention

#: A work's title stands at most so many sentences after its maker.
_REACH = 2
#: So many characters may stand between a winner and the title of what won.
_NEAR = 60
_HOMES = frozenset({"ORGANISATION", "PLACE"})
_MAKERS = frozenset({"PERSON", "ORGANISATION"})


def from_works(analysis: Analysis, found: Sequence[Finding]) -> Iterator[Finding]:
    """The titled work of each recipient, from the sentence itself or the ones that follow."""
    winners = [f for f in found if f.role == "recipient" and f.party.label != "QUOTED"]
    for winner in winners:
        work = _won_with(winner, analysis)
        if work is not None and not _is_known(work.text, found):
            yield replace(winner, party=work)
    makers = [winner for winner in winners if winner.party.label == "PERSON"]
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


def _won_with(winner: Finding, analysis: Analysis) -> Mention | None:
    """The title behind a winner, with only their home between: "Milan Rot (Ulm) für „Ende“"."""
    sentence = analysis.sentences[winner.sentence]
    behind = [p for p in parties(sentence) if p.start >= winner.party.end]
    work = next((p for p in behind if p.label not in _HOMES), None)
    if work is None or work.label != "QUOTED":
        return None
    before = sentence.text[winner.party.end - sentence.start : work.start - sentence.start]
    is_maker = winner.party.label in _MAKERS
    is_own = len(before) < _NEAR and not cue("work.anothers").search(before)
    return work if is_own and is_maker and cue("work.won-with").search(before) else None


def _is_known(text: str, found: Sequence[Finding]) -> bool:
    return any(finding.party.text == text for finding in found)
