"""An explanation for people to read: passage by passage, what was read, weighed and dropped."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lorbeer.flow import Mention
from lorbeer.reasons import Bound, Candidate, Explanation, Passage, Reading, Weighed
from lorbeer.records import Rejection
from lorbeer.tables import awards_table, heading
from lorbeer.terminal import counted

#: Less probable candidates that were dropped are only told of with all the rest.
LEAST_TOLD = 0.1
_MARK = {True: ("✓ ", "green"), False: ("✗ ", "red")}


def narrative(
    explanation: Explanation, console: Console, *, everything: bool, number: int | None
) -> Group:
    """The explanation of one release, or of its passage with this number.

    Passages in which nothing spoke, and improbable candidates, are only there with `everything`.
    """
    told, left_out = _told(explanation, everything=everything, number=number)
    parts: list[RenderableType] = [heading(explanation.extraction.release), told]
    if left_out:
        silent = f"{counted(left_out, 'passage')} in which nothing spoke left out (--all)"
        parts.append(Text(silent, style="dim"))
    if number is not None and number > len(explanation.passages):
        parts.append(Text(f"it has {counted(len(explanation.passages), 'passage')} only"))
    if number is None:
        parts += _results(explanation, console.width)
    return Group(*parts, Text())


def _told(explanation: Explanation, *, everything: bool, number: int | None) -> tuple[Table, int]:
    """The passages as a table, and how many were left out."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", style="cyan", no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=1, overflow="fold")
    untold = list(explanation.candidates)
    left_out = 0
    for passage in explanation.passages:
        if number not in (None, passage.number):
            continue
        here = [c for c in untold if passage.number in c.passages]
        worth = [c for c in here if everything or not c.objection or c.probability >= LEAST_TOLD]
        speaks = bool(passage.readings or passage.cues) or any(not c.objection for c in worth)
        if not speaks and not everything and number is None:
            left_out += 1
            continue
        untold = [c for c in untold if c not in here]
        table.add_row(
            str(passage.number), passage.kind, Text(passage.text, style="bold" if speaks else "dim")
        )
        for label, line in _lines(passage, worth):
            table.add_row("", label, line)
    return table, left_out


def _lines(passage: Passage, candidates: Iterable[Candidate]) -> Iterator[tuple[str, Text]]:
    if passage.mentions:
        yield "found", Text(" · ").join(map(_mention, passage.mentions))
    for assertion, rule in passage.cues:
        yield "cue", Text.assemble((assertion, "yellow"), (f" ({rule})", "dim"))
    for reading in passage.readings:
        yield "rule", _reading(reading, passage.text)
    for candidate in candidates:
        yield from _candidate(candidate)


def _mention(mention: Mention) -> Text:
    return Text.assemble((f"{mention.label} ", "blue"), mention.text, (f" ({mention.rule})", "dim"))


def _reading(reading: Reading, text: str) -> Text:
    """One line; a trigger with which the passage's text opens, as list entries do, goes unsaid."""
    seen = "" if text.startswith(reading.trigger.text) else f" “{reading.trigger.text}”"
    line = Text.assemble((reading.rule, "magenta"), f"{seen}: ")
    if not reading.bound:
        return line.append(reading.lacks, style="dim")
    line.append_text(Text(", ").join(map(_bound, reading.bound)))
    beside = ", ".join(f"{role} {mention.text}" for role, mention in reading.beside)
    return line.append(f"; beside it {beside}", style="dim") if beside else line


def _bound(bound: Bound) -> Text:
    name = bound.mention.text
    full = f" = {bound.party}" if bound.party != name else ""
    why = f" of {bound.award}" if not bound.objection else f": {bound.objection}"
    return Text.assemble(
        _MARK[not bound.objection], (f"{bound.role} ", "blue"), f"{name}{full}", (why, "dim")
    )


def _candidate(candidate: Candidate) -> Iterator[tuple[str, Text]]:
    line = Text.assemble(
        _MARK[not candidate.objection],
        candidate.name,
        (f" {candidate.probability:.2f}", "bold"),
        f" {candidate.objection}",
    )
    yield candidate.question, line
    told = [
        f"{what}: {_weighed(observations)}"
        for what, observations in (
            ("for", candidate.speaking_for),
            ("against", candidate.speaking_against),
        )
        if observations
    ]
    yield "", Text(f"  {'; '.join(told)}", style="dim")


def _weighed(observations: Sequence[Weighed]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for name, weight in observations)


def _results(explanation: Explanation, width: int) -> list[Padding]:
    awards, rejected = explanation.extraction.awards, explanation.extraction.rejected
    found = awards_table(awards, width) if awards else Text("no award found", style="italic")
    parts = [found, *map(_rejection, rejected)]
    return [Padding(part, (1, 0, 0, 0)) for part in parts]


def _rejection(rejection: Rejection) -> Text:
    name = str(rejection.draft["name"])
    return Text.assemble(("rejected ", "red"), name, f": {'; '.join(rejection.reasons)}")
