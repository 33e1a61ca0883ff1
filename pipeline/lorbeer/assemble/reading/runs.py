"""Lines that are numbered on, each with a name in front: "1. Anna Moll", "2. Jan Holt"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.statuses import governing_status, lines_above
from lorbeer.flow import Analysis, Sentence

#: Fewer lines are no list; longer lines tell of something; a line above with more words is a text.
_LEAST, _ENTRY_WORDS, _HEADING_WORDS = 2, 20, 8
#: A person's name opens a line, but for a title in front.
_REACH = 12
#: Bare numbers are places where so many follow one another.
_LEAST_COLUMN = 3
#: Two teams may share a place, and a list may leave out one in between.
_STEP = 2
_MEDALS = {"🥇": 1, "🥈": 2, "🥉": 3}


@dataclass(frozen=True)
class Run:
    """Indices of the sentences that open its lines, and of the short line right above, if any.

    `is_scored`: whether results stand behind the names. `is_class`: whether the line above tells
    to which class they belong, as it does where numbers start anew below several such lines.
    """

    entries: tuple[int, ...]
    heading: int | None
    is_scored: bool
    is_class: bool = False


def result_runs(analysis: Analysis) -> list[Run]:
    """The numbered lists that tell places: those of classes, with results, or announced."""
    found = [run for run in _runs(analysis) if _holds_names(run, analysis)]
    headed = [run for run in found if run.heading is not None and _opens_with_first(run, analysis)]
    is_classed = len(headed) > 1 and any(len(run.entries) >= _LEAST for run in headed)
    runs = [replace(run, is_class=is_classed and run in headed) for run in found]
    return [run for run in runs if run.is_class or _tells_places(run, analysis)]


def _tells_places(run: Run, analysis: Analysis) -> bool:
    return len(run.entries) >= _LEAST and (run.is_scored or is_told(run.entries[0], analysis))


def nominee_lists(analysis: Analysis) -> list[Run]:
    """The lists without numbers that nominees are told by: items one below the other, or
    paragraphs that a maker and a title open.
    """
    groups: list[list[int]] = []
    for index, sentence in enumerate(analysis.sentences):
        if not _may_tell_nominee(sentence) or number_of_line(sentence) is not None:
            continue
        if groups and _is_next(groups[-1][-1], index, analysis):
            groups[-1].append(index)
        else:
            groups.append([index])
    found = [run for group in groups for run in _run(group, analysis)]
    nominated = [r for r in found if len(r.entries) >= _LEAST and _is_of_nominees(r, analysis)]
    headed = [run for run in nominated if run.heading is not None]
    return [replace(run, is_class=len(headed) > 1 and run in headed) for run in nominated]


def _may_tell_nominee(sentence: Sentence) -> bool:
    """Whether a sentence opens an item, or a paragraph with who made what: "Anna Moll: „Hugo“."."""
    if sentence.start != sentence.block.start or not _is_line(sentence):
        return False
    if sentence.block.kind == "item":
        return True
    people = [p for p in sentence.of("PERSON") if p.start - sentence.start <= _REACH]
    is_telling = sentence.block.kind == "paragraph" and not sentence.triggers
    return is_telling and bool(people) and bool(cue("list.titled").match(sentence.text))


def _is_of_nominees(run: Run, analysis: Analysis) -> bool:
    """Whether the nearest announcement above, or the title, speaks of nominees, and no line itself
    says what its names are: "Nominiert: Jan Holt".
    """
    is_list = _holds_names(run, analysis) and is_told(run.entries[0], analysis)
    is_list = is_list and not any(_announces(_line(index, analysis)) for index in run.entries)
    return is_list and governing_status(analysis, run.entries[0]) == "nominee"


def _announces(line: str) -> bool:
    return any(cue(f"list.announces-{kind}").search(line) for kind in ("winners", "nominees"))


def is_unranked(run: Run, analysis: Analysis) -> bool:
    """Whether numbers only count: holders of scholarships, lists in alphabetical order."""
    above = (*analysis.sentences[:1], *lines_above(analysis, run.entries[0]))
    return any(cue("list.unranked").search(sentence.text) for sentence in above)


def number_of_line(sentence: Sentence) -> int | None:
    """The number that opens a line, unless it is that of a day, an office, a class or a team."""
    match = cue("list.rank").match(sentence.text)
    if match is None or any(day.start == sentence.start for day in sentence.of("DATE")):
        return None
    if cue("list.numbered-noun").match(sentence.text, match.end()):
        return None
    if match["emoji"]:
        return _MEDALS[match["emoji"]]
    digits = match["number"] or match["after"] or match["bare"]
    return int(digits) if digits else None


def _runs(analysis: Analysis) -> Iterator[Run]:
    opening = [
        i for i, s in enumerate(analysis.sentences) if s.start == s.block.start and _is_line(s)
    ]
    yield from _grouped(opening, number_of_line, analysis)
    for run in _grouped(opening, _number_in_column, analysis):
        is_first = _number_in_column(analysis.sentences[run.entries[0]]) == 1
        if is_first and len(run.entries) >= _LEAST_COLUMN:
            yield replace(run, is_scored=True)


def _number_in_column(sentence: Sentence) -> int | None:
    """The bare number that opens a line which ends in a result: "1 Anna Moll 4.870"."""
    match = cue("list.column-rank").match(sentence.text)
    return int(match["number"]) if match else None


def _grouped(
    opening: Sequence[int], number: Callable[[Sentence], int | None], analysis: Analysis
) -> Iterator[Run]:
    """The runs of lines that a way of numbering makes."""
    numbers = {i: n for i in opening if (n := number(analysis.sentences[i])) is not None}
    group: list[int] = []
    for index in numbers:
        if group and not _goes_on(group[-1], index, numbers, analysis):
            yield from _run(group, analysis)
            group = []
        group.append(index)
    yield from _run(group, analysis)


def _is_line(sentence: Sentence) -> bool:
    words = len(sentence.text.split())
    is_list = sentence.block.kind in {"item", "paragraph", "heading"}
    if any(rank.rule == "rank.enumerated" for rank in sentence.of("RANK")):
        return False
    return is_list and sentence.block.section != "contact" and words <= _ENTRY_WORDS


def _goes_on(last: int, index: int, numbers: dict[int, int], analysis: Analysis) -> bool:
    """Whether a line follows the last one directly and counts on."""
    return _is_next(last, index, analysis) and 0 <= numbers[index] - numbers[last] <= _STEP


def _is_next(last: int, index: int, analysis: Analysis) -> bool:
    """Whether no other block stands between two lines."""
    between = {s.block.start for s in analysis.sentences[last + 1 : index]}
    return between <= {analysis.sentences[last].block.start}


def _run(group: Sequence[int], analysis: Analysis) -> Iterator[Run]:
    if not group:
        return
    above = group[0] - 1
    heading = above if above >= 0 and may_head_list(analysis.sentences[above]) else None
    scored = [i for i in group if cue("list.score").search(_line(i, analysis))]
    yield Run(tuple(group), heading, is_scored=2 * len(scored) > len(group))


def _line(index: int, analysis: Analysis) -> str:
    return analysis.text.of(analysis.sentences[index].block)


def may_head_list(sentence: Sentence) -> bool:
    """Whether a line may tell of what the list below it is."""
    line = sentence.text.strip()
    fills = sentence.start == sentence.block.start and sentence.end >= sentence.block.end
    is_short = fills and len(line.split()) <= _HEADING_WORDS and not line.endswith((".", "!", "?"))
    is_entry = number_of_line(sentence) is not None
    return is_short and not sentence.triggers and not is_entry and sentence.block.kind != "title"


def _opens_with_first(run: Run, analysis: Analysis) -> bool:
    return number_of_line(analysis.sentences[run.entries[0]]) == 1


def _holds_names(run: Run, analysis: Analysis) -> bool:
    """Whether hardly any line opens with a sentence, a question, or what to do: "Foto machen"."""
    lines = [analysis.sentences[index].text for index in run.entries]
    return 4 * sum(bool(cue("list.no-name").search(line)) for line in lines) <= len(lines)


def is_told(first: int, analysis: Analysis) -> bool:
    """Whether a sentence above announces winners, and the lines right above nothing else."""
    above = lines_above(analysis, first)
    has_heading = bool(above) and may_head_list(above[-1])
    nearest = above[-2:] if has_heading else above[-1:]
    lines = [s.text for s in nearest if not s.text.rstrip().endswith((".", "!"))]
    if any(cue("list.not-winners").search(line) for line in lines):
        return False
    announcing = [sentence.text for sentence in (*analysis.sentences[:1], *above)]
    kinds = (cue("list.announces-winners"), cue("list.announces-nominees"))
    return any(kind.search(text) for kind in kinds for text in announcing)
