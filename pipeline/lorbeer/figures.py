"""An evaluation as tables for people to read."""

from collections.abc import Iterable

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from lorbeer.evaluate import SLOTS, Filler, Outcome, Report


def report_view(report: Report) -> Group:
    """The figures of every slot, then the headline."""
    return Group(_slots(report), _closing(report))


def errors_view(outcomes: Iterable[Outcome]) -> Text:
    """What was missed and what was extra, release by release."""
    lines = Text()
    for outcome in outcomes:
        lines.append(f"{outcome.release}\n", style="bold")
        for label, style, values in (
            ("missed", "yellow", outcome.missed),
            ("extra", "red", outcome.extra),
        ):
            for value in values:
                lines.append(f"  {label:7}", style=style).append(f"{_as_line(value)}\n")
    return lines


def errors_as_dict(outcomes: Iterable[Outcome]) -> dict[str, dict[str, list[Filler]]]:
    """What was missed and what was extra, by release."""
    return {
        outcome.release: {"missed": list(outcome.missed), "extra": list(outcome.extra)}
        for outcome in outcomes
    }


def _as_line(filler: Filler) -> str:
    """A value under its best spellings."""
    return " | ".join(spellings[0] if spellings else "–" for spellings in filler)


def _slots(report: Report) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Slot")
    for heading in ("Gold", "Precision", "Recall", "F1", "Strict F1"):
        table.add_column(heading, justify="right")
    for slot in SLOTS:
        score, strict = report.scores[slot], report.strict_scores[slot]
        figures = (score.precision, score.recall, score.f1, strict.f1)
        table.add_row(slot, str(score.gold), *(f"{figure:.3f}" for figure in figures))
    return table


def _closing(report: Report) -> Text:
    interval = report.headline_interval
    return Text.assemble(
        f"{report.releases} releases; {report.negatives} without an award, ",
        f"{report.clean_negatives} of them left clean\n",
        ("pair F1 ", "bold"),
        (f"{report.headline.f1:.3f}", "bold green"),
        f" (95 % interval {interval.low:.3f} to {interval.high:.3f}), ",
        f"mission mean F1 {report.mission_mean:.3f}",
    )
