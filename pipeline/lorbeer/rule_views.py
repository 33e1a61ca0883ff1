"""Rules as a table for people, as Markdown, and as plain values for JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from lorbeer.rules import MEASURED, Counts, Measured, Rule

_HEADINGS = ("Rule", "What it does", "Example")
#: How the counts of a slot are to be read.
LEGEND = "right:wrong +gains -losses"


def rules_table(rules: Iterable[Rule]) -> Table:
    """One row a rule: what it does, and an example."""
    table = _table()
    table.add_column(_HEADINGS[1], ratio=1, overflow="fold")
    table.add_column(_HEADINGS[2], ratio=1, overflow="fold", style="dim")
    for rule in rules:
        table.add_row(rule.id, Text(rule.does), Text(_one_line(rule.example)))
    return table


def measured_table(rules: Iterable[Rule], measured: Measured) -> Table:
    """One row for each rule that was a source of something, one column a slot."""
    table = _table()
    for slot in MEASURED:
        table.add_column(slot, justify="right", no_wrap=True)
    for rule in rules:
        if rule.id in measured:
            table.add_row(rule.id, *_counts(rule, measured))
    table.caption = LEGEND
    return table


def _table() -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(_HEADINGS[0], style="magenta", no_wrap=True)
    return table


def rules_markdown(rules: Iterable[Rule], measured: Measured | None) -> str:
    """A Markdown table, one row a rule."""
    headings = [*_HEADINGS, *(f"{slot} {LEGEND}" for slot in MEASURED if measured is not None)]
    lines = [_row(headings), _row(["---"] * len(headings))]
    for rule in rules:
        cells = [] if measured is None else list(_counts(rule, measured))
        lines.append(_row([f"`{rule.id}`", rule.does, _one_line(rule.example), *cells]))
    return "\n".join(lines)


def rules_as_dicts(rules: Iterable[Rule], measured: Measured | None) -> list[dict[str, Any]]:
    """Each rule with all that is known of it; counts by slot under `counts`."""
    return [
        asdict(rule) if measured is None else asdict(rule) | {"counts": _by_slot(rule, measured)}
        for rule in rules
    ]


def _counts(rule: Rule, measured: Measured) -> Iterator[str]:
    of_rule = measured.get(rule.id, {})
    for slot in MEASURED:
        counts = of_rule.get(slot)
        yield _figures(counts) if counts else ""


def _figures(counts: Counts) -> str:
    return f"{counts.right}:{counts.wrong} +{counts.gains} -{counts.losses}"


def _by_slot(rule: Rule, measured: Measured) -> dict[str, dict[str, int]]:
    of_rule = measured.get(rule.id, {})
    return {slot: asdict(of_rule.get(slot, Counts())) for slot in MEASURED}


def _one_line(text: str) -> str:
    return " ⏎ ".join(line for line in text.splitlines() if line)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
