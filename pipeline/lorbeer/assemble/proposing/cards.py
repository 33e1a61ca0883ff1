"""Cards: a heading, what it is about, and below it a line for the result ("Platzierung: 2")."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import can_name_party, parties
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.flow import Analysis, Mention, Sentence

#: A page with fewer lines of results has no cards.
_LEAST = 2
#: Longer lines are no names.
_LONGEST_NAME = 8


def from_cards(analysis: Analysis) -> Iterator[Finding]:
    """The winner that each card is headed by, with the place or prize that its last line states."""
    results = [i for i, sentence in enumerate(analysis.sentences) if is_result(sentence)]
    openings = [
        _opening(analysis, last + 1, index)
        for last, index in zip([-1, *results], results, strict=False)
    ]
    if len(results) < _LEAST or openings.count(None) > 1:
        return
    for index, opening in zip(results, openings, strict=True):
        if opening is not None:
            result = analysis.sentences[index]
            place = _place(result)
            yield Finding(
                "recipient",
                _name(analysis.sentences[opening]),
                opening,
                Mention("ITEM", result.start, result.end, result.text, "card.result"),
                rank=place,
                category=next(iter(_prizes(result)), None) if place is None else None,
                status=status_in(result),
            )


def is_result(sentence: Sentence) -> bool:
    """Whether a line only states a place or a prize, behind a label, and no price."""
    match = cue("card.result").fullmatch(sentence.text.strip())
    if match is None or parties(sentence) or sentence.of("MONEY"):
        return False
    return match["number"] is not None or bool(_prizes(sentence) or sentence.of("RANK"))


def _prizes(result: Sentence) -> list[Mention]:
    """The prizes that a line of a result states behind its label."""
    label = result.start + result.text.index(":")
    return [prize for prize in result.of("AWARD", "AWARD_NOUN") if prize.start > label]


def _opening(analysis: Analysis, start: int, end: int) -> int | None:
    """Index of the heading nearest above a result, else of the first short line of its card."""
    card = range(start, end)
    headings = [i for i in card if analysis.sentences[i].block.kind == "heading"]
    if headings:
        return headings[-1] if can_name_party(_line(analysis.sentences[headings[-1]])) else None
    return next((i for i in card if _is_name(analysis.sentences[i])), None)


def _line(sentence: Sentence) -> str:
    return sentence.text.strip(" .:")


def _is_name(sentence: Sentence) -> bool:
    line = _line(sentence)
    return (
        sentence.block.kind != "title"
        and sentence.start == sentence.block.start
        and sentence.end >= sentence.block.end
        and len(line.split()) <= _LONGEST_NAME
        and ":" not in line
        and not sentence.text.rstrip().endswith((".", "!", "?"))
        and not sentence.triggers
        and can_name_party(line)
    )


def _name(sentence: Sentence) -> Mention:
    line = _line(sentence)
    start = sentence.start + sentence.text.index(line)
    return Mention("NAME", start, start + len(line), line, "card.result")


def _place(result: Sentence) -> Mention | None:
    match = cue("card.result").fullmatch(result.text.strip())
    stated = next(iter(result.of("RANK")), None)
    number = match["number"] if match else None
    if number is None or match is None:
        return stated
    start = result.start + result.text.index(match["value"])
    return Mention("RANK", start, start + len(number), number, "card.result")
