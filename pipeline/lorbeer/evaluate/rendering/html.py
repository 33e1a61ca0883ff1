"""An evaluation as one HTML page that needs nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, StrictUndefined

from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.rendering.row_plots import difference_plot, f1_plot, verdict_plot
from lorbeer.evaluate.rendering.sections import Section, sections
from lorbeer.evaluate.rendering.square_plots import curve_plot, reliability_plot
from lorbeer.evaluate.rendering.words import as_line, changed, extent, percent, rate, span, vouched
from lorbeer.evaluate.report import HEADLINE


@dataclass(frozen=True)
class _Illustrated:
    """A table under its drawings."""

    section: Section
    plots: tuple[str, ...]


def write_html(evaluation: Evaluation, stream: TextIO) -> None:
    """The headline, plots and tables, then the errors and changes of every slot, folded."""
    page = _environment().from_string(_asset("report.html.jinja"))
    report = evaluation.report
    pieces = page.generate(
        evaluation=evaluation,
        report=report,
        score=report.headline,
        interval=span(report.headline_interval),
        extent=extent(report),
        illustrated=list(_illustrated(evaluation)),
        meanings=_meanings(),
        slots=SLOTS,
        opened=evaluation.slot,
        style=_asset("report.css"),
    )
    stream.writelines(pieces)


def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "as_line": as_line,
        "percent": percent,
        "rate": rate,
        "vouched": vouched,
        "changed": changed,
    }
    return environment


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _meanings() -> dict[str, str]:
    rows = (line.split("\t") for line in _asset("slots.tsv").splitlines() if line[:1] != "#")
    return dict(rows)


def _illustrated(evaluation: Evaluation) -> Iterator[_Illustrated]:
    for section in sections(evaluation, detailed=True):
        yield _Illustrated(section, tuple(_plots(evaluation, section.key)))


def _plots(evaluation: Evaluation, key: str) -> Iterator[str]:
    report = evaluation.report
    if key == "slots":
        yield f1_plot(report)
    elif key == "difference":
        yield difference_plot(evaluation.difference)
    elif key == "fields":
        yield verdict_plot(report.alignment.verdicts)
    elif key.startswith("confidence-"):
        slot: Slot = HEADLINE if key.endswith(HEADLINE) else "award"
        what = "honours" if slot == HEADLINE else "awards"
        yield reliability_plot(report.calibration[slot], what)
        yield curve_plot(report.calibration[slot], what)
