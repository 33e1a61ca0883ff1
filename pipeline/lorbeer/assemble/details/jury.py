"""What the jury says of the winners, as the reason of their honours."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, Draft, Mention, Sentence

#: A reason stands at most so many characters behind the passage that tells of its honour.
_REACH = 1000
_MARKS = ' "„“”»«›‹*'


def with_reasons(drafts: Sequence[Draft], analysis: Analysis) -> tuple[Draft, ...]:
    """The drafts with what the jury says of each honour, the nearest one told before it."""
    chosen: dict[tuple[int, int], Mention] = {}
    for reason in _reasons(analysis):
        told = [
            (honour.source.start, i, j)
            for i, draft in enumerate(drafts)
            for j, honour in enumerate(draft.honours)
            if honour.source.start <= reason.end and reason.start - honour.source.end <= _REACH
        ]
        if told:
            _, i, j = max(told)
            chosen.setdefault((i, j), reason)
    return tuple(
        replace(
            draft,
            honours=tuple(
                replace(honour, reason=chosen.get((i, j))) for j, honour in enumerate(draft.honours)
            ),
        )
        for i, draft in enumerate(drafts)
    )


def _reasons(analysis: Analysis) -> Iterator[Mention]:
    """Behind "Aus der Begründung der Jury:", and sentences in which the jury praises."""
    announced = False
    for sentence in analysis.sentences:
        opened = cue("reason.announced").search(sentence.text)
        rest = sentence.text[opened.end() :] if opened else ""
        if opened:
            announced = not rest.strip(_MARKS)
            if not announced:
                yield _mention(sentence, rest, "reason.announced")
        elif announced:
            announced = False
            yield _mention(sentence, sentence.text, "reason.announced")
        elif cue("reason.jury").search(sentence.text):
            yield _mention(sentence, sentence.text, "reason.jury")


def _mention(sentence: Sentence, rest: str, rule: str) -> Mention:
    """The end of a sentence, without quotation marks around it."""
    text = rest.strip(_MARKS)
    start = sentence.end - len(rest) + rest.index(text)
    return Mention("REASON", start, start + len(text), text, rule)
