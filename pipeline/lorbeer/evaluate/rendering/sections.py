"""The figures as tables of strings, for every format that is read by people."""

from collections.abc import Iterator
from dataclasses import dataclass

from lorbeer.evaluate.calibration import Calibration
from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.rendering.words import chance, percent, rate, signed, signed_span, span
from lorbeer.evaluate.report import Report
from lorbeer.evaluate.score import Score

Row = tuple[str, ...]
_CALIBRATED: dict[Slot, str] = {"pair": "honours", "award": "awards"}


@dataclass(frozen=True)
class Section:
    """One table: the first column names the row, the others are figures."""

    key: str
    title: str
    note: str
    columns: Row
    rows: tuple[Row, ...]


def sections(evaluation: Evaluation, *, detailed: bool) -> Iterator[Section]:
    """All tables in reading order; `detailed` ones are too wide for a terminal."""
    report = evaluation.report
    yield _slots(report, detailed)
    if evaluation.other:
        yield _difference(evaluation)
    yield _records(report)
    yield _fields(report)
    yield _dates(report)
    for slot, calibration in report.calibration.items():
        if calibration.judged:
            yield _confidence(slot, calibration)


def _slots(report: Report, detailed: bool) -> Section:
    more = ("Missed", "Extra", "Strict precision", "Strict recall") if detailed else ()
    return Section(
        "slots",
        "Slots",
        "Values matched one to one within a release. Lenient: one spelling may hold the other; "
        "strict: they are equal but for case, hyphens, articles, titles and endings. "
        "Intervals: 95 %, releases drawn anew 1000 times.",
        ("Slot", "Gold", "Precision", "Recall", "F1", "95 % interval", *more, "Strict F1"),
        tuple(_slot(report, slot, detailed) for slot in SLOTS),
    )


def _slot(report: Report, slot: Slot, detailed: bool) -> Row:
    score, strict = report.scores[slot], report.strict_scores[slot]
    missed, extra = str(score.gold - score.hits), str(score.found - score.hits)
    more = (missed, extra, rate(strict.precision), rate(strict.recall)) if detailed else ()
    interval = span(report.intervals[slot])
    return (slot, str(score.gold), *_figures(score), interval, *more, rate(strict.f1))


def _figures(score: Score) -> tuple[str, str, str]:
    return rate(score.precision), rate(score.recall), rate(score.f1)


def _difference(evaluation: Evaluation) -> Section:
    return Section(
        "difference",
        f"{evaluation.name} against {evaluation.other_name}",
        "F1 of both runs; gained and lost are values of gold right in only one of them. "
        "Interval and two-sided p of the difference: paired bootstrap, releases drawn anew "
        "10,000 times.",
        ("Slot", "This", "Other", "Change", "95 % interval", "p", "Gained", "Lost"),
        tuple(
            (
                slot,
                rate(one.now.f1),
                rate(one.before.f1),
                signed(one.f1),
                signed_span(one.significance.interval),
                chance(one.significance.p),
                str(one.gained),
                str(one.lost),
            )
            for slot, one in evaluation.difference.items()
        ),
    )


def _records(report: Report) -> Section:
    aligned = report.alignment
    figures = (aligned.matched, aligned.missing, aligned.spurious, aligned.perfect)
    return Section(
        "records",
        "Awards as whole records",
        "Each award of gold is aligned with at most one found award, so that as many fields as "
        "possible agree; name or a recipient must. Perfect: no field wrong, missing or spurious.",
        ("Records", "Aligned", "Missing", "Spurious", "Perfect"),
        (("awards", *(str(figure) for figure in figures)),),
    )


def _fields(report: Report) -> Section:
    return Section(
        "fields",
        "Fields of the records",
        "Wrong: found where gold has another value; missing: gold has one and nothing was found; "
        "spurious: found where gold has none. A record that is missing has all its values missing.",
        ("Field", "Right", "Wrong", "Missing", "Spurious", "F1"),
        tuple(
            (
                field,
                str(one.right),
                str(one.wrong),
                str(one.missing),
                str(one.spurious),
                rate(one.f1),
            )
            for field, one in report.alignment.verdicts.items()
        ),
    )


def _dates(report: Report) -> Section:
    dates = report.dates
    named = (
        ("extent", dates.extent),
        ("value", dates.value),
        ("value, strictly", dates.strict_value),
    )
    return Section(
        "dates",
        "Dates",
        "Extent: the passage picked states gold's day or month, in whatever year. Value: the day "
        "it was read as is gold's, or its month. Of the passages picked rightly, "
        f"{percent(dates.value_accuracy)} were read rightly.",
        ("Date", "Gold", "Precision", "Recall", "F1"),
        tuple((name, str(score.gold), *_figures(score)) for name, score in named),
    )


def _confidence(slot: Slot, calibration: Calibration) -> Section:
    what = _CALIBRATED[slot]
    return Section(
        f"confidence-{slot}",
        f"Confidence of {what}",
        "Of those given 0.9, nine in ten should be right. Expected calibration error (how far "
        "what was said is from what was right, on average): "
        f"{rate(calibration.expected_error)}.",
        ("Confidence", "Number", "Said", "Right"),
        tuple(
            (
                f"{one.low:.1f} to {one.high:.1f}",
                str(one.count),
                rate(one.confidence),
                rate(one.right),
            )
            for one in calibration.bins
        ),
    )
