"""Plots with one row a slot or field."""

from collections.abc import Iterator, Mapping

from lorbeer.evaluate.difference import SlotDifference
from lorbeer.evaluate.fields import Field, Verdict
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.rendering.svg import bar, dot, drawing, line, text
from lorbeer.evaluate.rendering.words import chance, rate, signed, signed_span, span
from lorbeer.evaluate.report import Report

_ROW = 24.0
_LEFT, _RIGHT, _WIDTH = 118.0, 560.0, 660.0
_TOP = 24.0
_TICKS = (0, 0.25, 0.5, 0.75, 1)


def f1_plot(report: Report) -> str:
    """F1 of each slot: lenient with its interval, strict as a ring."""
    title = "F1 of each slot with its 95 % interval"
    return drawing(_WIDTH, _bottom(len(SLOTS)) + 4, title, _f1_parts(report))


def difference_plot(difference: Mapping[Slot, SlotDifference]) -> str:
    """By how much F1 rose or fell in each slot, with its interval."""
    title = "Change of F1 in each slot with its 95 % interval"
    parts = _difference_parts(difference)
    return drawing(_WIDTH, _bottom(len(difference)) + 4, title, parts)


def verdict_plot(verdicts: Mapping[Field, Verdict]) -> str:
    """What share of each field's values was right, wrong, missing, spurious."""
    title = "Share of right, wrong, missing and spurious values in each field"
    parts = (
        part
        for row, (field, verdict) in enumerate(verdicts.items())
        for part in _verdict_row(_middle(row), field, verdict)
    )
    return drawing(_WIDTH, _bottom(len(verdicts)) + 4, title, parts)


def _f1_parts(report: Report) -> Iterator[str]:
    for tick in _TICKS:
        yield from _tick(_across(tick), f"{tick:g}", len(SLOTS))
    for row, slot in enumerate(SLOTS):
        y, score, interval = _middle(row), report.scores[slot], report.intervals[slot]
        strict = report.strict_scores[slot].f1
        yield text((_LEFT - 10, y + 4), slot, "end")
        yield line((_across(interval.low), y), (_across(interval.high), y), "whisker")
        yield dot((_across(strict), y), 4, "ring", f"{slot}, strict: {rate(strict)}")
        yield dot((_across(score.f1), y), 5, "dot", f"{slot}: {rate(score.f1)} ({span(interval)})")
        yield text((_RIGHT + 16, y + 4), rate(score.f1), style="figure")


def _difference_parts(difference: Mapping[Slot, SlotDifference]) -> Iterator[str]:
    intervals = [one.significance.interval for one in difference.values()]
    reach = max(0.01, *(max(abs(one.low), abs(one.high)) for one in intervals))
    for tick in (-reach, 0, reach):
        yield from _tick(_across(0.5 + tick / reach / 2), signed(tick), len(difference))
    for row, (slot, one) in enumerate(difference.items()):
        y, interval = _middle(row), one.significance.interval
        low, middle, high = (
            _across(0.5 + figure / reach / 2) for figure in (interval.low, one.f1, interval.high)
        )
        words = f"{slot}: {signed(one.f1)} ({signed_span(interval)})"
        yield text((_LEFT - 10, y + 4), slot, "end")
        yield line((low, y), (high, y), "whisker")
        yield dot((middle, y), 5, "dot", words)
        yield text((_RIGHT + 16, y + 4), f"p {chance(one.significance.p)}", style="figure")


def _verdict_row(y: float, field: Field, verdict: Verdict) -> Iterator[str]:
    yield text((_LEFT - 10, y + 4), field, "end")
    counts = {
        "right": verdict.right,
        "wrong": verdict.wrong,
        "missing": verdict.missing,
        "spurious": verdict.spurious,
    }
    whole, x = sum(counts.values()), _LEFT
    for label, count in counts.items():
        if count:
            width = (_RIGHT - _LEFT) * count / whole
            yield bar((x, y - 8), width, 16, label, f"{field}: {count} {label}")
            x += width
    yield text((_RIGHT + 16, y + 4), f"of {whole}", style="figure")


def _tick(x: float, label: str, rows: int) -> Iterator[str]:
    yield line((x, _TOP - 6), (x, _bottom(rows)), "grid")
    yield text((x, _TOP - 11), label, "middle", "tick")


def _across(share: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share


def _middle(row: int) -> float:
    return _TOP + _ROW * (row + 0.5)


def _bottom(rows: int) -> float:
    return _TOP + _ROW * rows
