"""How values and figures are written."""

from collections.abc import Iterator

from lorbeer.evaluate.difference import Change
from lorbeer.evaluate.errors import Extra
from lorbeer.evaluate.fillers import Filler
from lorbeer.evaluate.report import Report
from lorbeer.evaluate.resampling import Interval

#: Below this, a p-value is only said to be smaller.
_SMALLEST_P = 0.001


def as_line(filler: Filler) -> str:
    """A value under its best spellings."""
    return " | ".join(spellings[0] if spellings else "–" for spellings in filler)


def rate(figure: float) -> str:
    """`0.613`."""
    return f"{figure:.3f}"


def percent(share: float) -> str:
    """`61 %`."""
    return f"{100 * share:.0f} %"


def signed(figure: float) -> str:
    """`+0.012`, `-0.004`, `0.000`."""
    written = f"{figure:+.3f}"
    return "0.000" if written in ("+0.000", "-0.000") else written


def span(interval: Interval) -> str:
    """`0.542 to 0.679`."""
    return f"{rate(interval.low)} to {rate(interval.high)}"


def signed_span(interval: Interval) -> str:
    """`-0.010 to +0.022`."""
    return f"{signed(interval.low)} to {signed(interval.high)}"


def chance(p: float) -> str:
    """`0.045`, `<0.001`."""
    return f"<{_SMALLEST_P}" if p < _SMALLEST_P else rate(p)


def vouched(extra: Extra) -> str:
    """The rule that found an extra value and its confidence: `name.person, 0.62`; may be empty."""
    confidence = None if extra.confidence is None else f"{extra.confidence:.2f}"
    return ", ".join(part for part in (extra.rule, confidence) if part)


def changed(change: Change) -> Iterator[tuple[str, Filler]]:
    """Every changed value after what happened to it."""
    for label, values in (
        ("gained", change.gained),
        ("lost", change.lost),
        ("dropped", change.dropped),
        ("added", change.added),
    ):
        yield from ((label, value) for value in values)


def headline(report: Report) -> str:
    """The figures to quote, in one line."""
    return (
        f"pair F1 {rate(report.headline.f1)} (95 % interval {span(report.headline_interval)}), "
        f"mission mean F1 {rate(report.mission_mean)}"
    )


def extent(report: Report) -> str:
    """What was measured, in one line."""
    return (
        f"{report.releases} releases; {report.negatives} without an award, "
        f"{report.clean_negatives} of them left clean"
    )
