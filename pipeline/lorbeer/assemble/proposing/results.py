"""Result lists: numbered lines below a class, with scores, or where winners are announced."""

from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.entries import column_rank, leading_rank, part
from lorbeer.assemble.proposing.fields import entrants, opens_with_person
from lorbeer.assemble.reading.categories import category_line
from lorbeer.assemble.reading.findings import RESULT, Finding
from lorbeer.assemble.reading.runs import Run, is_unranked, nominee_lists, result_runs
from lorbeer.assemble.reading.statuses import governing_status
from lorbeer.flow import Analysis, Mention, Sentence


def from_results(analysis: Analysis) -> Iterator[Finding]:
    """Who each line of a result list names, with the place that its number tells.

    Nominees are numbered, too, but have no places.
    """
    for run in (*result_runs(analysis), *nominee_lists(analysis)):
        status = governing_status(analysis, run.entries[0])
        category, award = _category(run, analysis), _award(run, analysis)
        is_counted = is_unranked(run, analysis)
        is_ranked = status != "nominee" and not is_counted
        with_works = not run.is_scored and not is_counted
        of_people = _is_of_people(run, analysis)
        for index in run.entries:
            sentence = analysis.sentences[index]
            line = analysis.text.of(sentence.block)
            rank, offset = _rank(line, sentence)
            for party in entrants(
                sentence, line, offset, of_people=of_people, with_works=with_works
            ):
                yield Finding(
                    "recipient",
                    party,
                    index,
                    part(RESULT, sentence, 0, len(line), "list.entry"),
                    next(iter(sentence.of("AWARD")), award),
                    rank if is_ranked else None,
                    next(iter(sentence.of("MONEY")), None),
                    category,
                    status,
                )


def _rank(line: str, sentence: Sentence) -> tuple[Mention | None, int]:
    rank, offset = leading_rank(line, sentence)
    return (rank, offset) if rank is not None else column_rank(line, sentence)


def _is_of_people(run: Run, analysis: Analysis) -> bool:
    """Whether most lines open with a person."""
    opening = [_opens_with_person(analysis.sentences[index], analysis) for index in run.entries]
    return 2 * sum(opening) > len(opening)


def _opens_with_person(sentence: Sentence, analysis: Analysis) -> bool:
    _, offset = _rank(analysis.text.of(sentence.block), sentence)
    return opens_with_person(sentence, offset)


def _category(run: Run, analysis: Analysis) -> Mention | None:
    heading = None if run.heading is None else analysis.sentences[run.heading]
    if heading is None:
        return None
    return class_above(heading) if run.is_class else category_line(heading)


def class_above(heading: Sentence) -> Mention | None:
    """The class that the line above a list tells: "Klasse A" of "Klasse A (Anfänger):"."""
    named = cue("list.class-line").match(heading.text)
    if named is None or heading.of("AWARD") or cue("list.announces-winners").search(heading.text):
        return None
    start, end = named.span("name")
    return part("CATEGORY", heading, start, end, "list.category")


def _award(run: Run, analysis: Analysis) -> Mention | None:
    """The award of the nearest heading or announcement above that names one; lines that tell a
    class lie between.
    """
    for sentence in reversed(analysis.sentences[: run.entries[0]]):
        if category_line(sentence) is not None:
            continue
        announces = bool(cue("list.announces-winners").search(sentence.text))
        is_heading = sentence.block.kind == "heading"
        is_line = not sentence.text.rstrip().endswith((".", "!", "?"))
        named = sentence.of("AWARD")
        if (is_heading or (is_line and announces)) and (named or not announces):
            return next(iter(named), None)
    return None
