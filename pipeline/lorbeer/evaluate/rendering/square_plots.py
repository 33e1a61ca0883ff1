"""Plots of two shares against each other."""

from collections.abc import Iterator
from math import sqrt

from lorbeer.evaluate.calibration import Calibration
from lorbeer.evaluate.rendering.svg import Point, dot, drawing, line, path, text
from lorbeer.evaluate.rendering.words import percent, rate

_LEFT, _TOP, _SIDE = 46.0, 12.0, 270.0
_SIZE = (336.0, 330.0)
_TICKS = (0, 0.2, 0.4, 0.6, 0.8, 1)
#: Thresholds that are marked on the curve.
_MARKED = (0.3, 0.5, 0.7, 0.9)
_LARGEST_DOT = 11.0


def reliability_plot(calibration: Calibration, what: str) -> str:
    """Share right against mean confidence, bin by bin; on the diagonal they are equal."""
    title = f"Reliability of the confidence of {what}"
    return drawing(*_SIZE, title, _reliability_parts(calibration))


def curve_plot(calibration: Calibration, what: str) -> str:
    """Precision against recall as the least confidence asked for moves."""
    title = f"Precision against recall of {what} as the confidence threshold moves"
    return drawing(*_SIZE, title, _curve_parts(calibration))


def _reliability_parts(calibration: Calibration) -> Iterator[str]:
    yield from _axes("confidence said", "share right")
    yield line(_place(0, 0), _place(1, 1), "ideal")
    bins = calibration.bins
    yield path([_place(one.confidence, one.right) for one in bins], "curve")
    most = max((one.count for one in bins), default=1)
    for one in bins:
        radius = max(3.0, _LARGEST_DOT * sqrt(one.count / most))
        words = f"{one.count} given {one.low:.1f} to {one.high:.1f}: {percent(one.right)} right"
        yield dot(_place(one.confidence, one.right), radius, "dot", words)


def _curve_parts(calibration: Calibration) -> Iterator[str]:
    yield from _axes("recall", "precision")
    points = [(one.score.recall, one.score.precision) for one in calibration.curve]
    yield path([_place(*point) for point in points], "curve")
    for threshold in _MARKED:
        kept = [one for one in calibration.curve if one.threshold >= threshold]
        if kept:
            score = kept[-1].score
            x, y = _place(score.recall, score.precision)
            words = f"from {threshold}: precision {rate(score.precision)}"
            yield dot((x, y), 4, "dot", f"{words}, recall {rate(score.recall)}")
            yield text((x + 7, y - 6), f"{threshold}", style="tick")


def _axes(across: str, up: str) -> Iterator[str]:
    for tick in _TICKS:
        yield line(_place(tick, 0), _place(tick, 1), "grid")
        yield line(_place(0, tick), _place(1, tick), "grid")
        x, y = _place(tick, 0)
        yield text((x, y + 16), f"{tick:g}", "middle", "tick")
        yield text((_LEFT - 8, _place(0, tick)[1] + 4), f"{tick:g}", "end", "tick")
    yield text((_LEFT + _SIDE / 2, _TOP + _SIDE + 38), across, "middle")
    yield (f'<g transform="rotate(-90)">{text((-(_TOP + _SIDE / 2), 13), up, "middle")}</g>')


def _place(across: float, up: float) -> Point:
    return _LEFT + _SIDE * across, _TOP + _SIDE * (1 - up)
