"""An evaluation as plain values for JSON."""

import json
from dataclasses import asdict
from typing import Any, TextIO

from lorbeer.evaluate.calibration import Calibration
from lorbeer.evaluate.dates import DateScores
from lorbeer.evaluate.difference import SlotDifference
from lorbeer.evaluate.errors import Errors
from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.fillers import SLOTS, Slot
from lorbeer.evaluate.report import Report
from lorbeer.evaluate.score import Score


def write_json(evaluation: Evaluation, stream: TextIO) -> None:
    """One JSON object."""
    json.dump(as_dict(evaluation), stream, indent=2, ensure_ascii=False)
    stream.write("\n")


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """All figures, with the errors and the comparison that were asked for."""
    figures = _figures(evaluation.report)
    if evaluation.other:
        figures["difference"] = {
            slot: _difference(one) for slot, one in evaluation.difference.items()
        }
    if evaluation.slot:
        listed = evaluation.report.errors(evaluation.slot)
        figures["errors"] = {errors.release: _errors(errors) for errors in listed}
    return figures


def _figures(report: Report) -> dict[str, Any]:
    interval = report.headline_interval
    return {
        "releases": report.releases,
        "missing": list(report.missing),
        "negatives": {"total": report.negatives, "clean": report.clean_negatives},
        "headline": {"f1": report.headline.f1, "low": interval.low, "high": interval.high},
        "mission_mean": report.mission_mean,
        "slots": {slot: _slot(report, slot) for slot in SLOTS},
        "records": _records(report),
        "fields": {
            field: asdict(verdict) | {"f1": verdict.f1}
            for field, verdict in report.alignment.verdicts.items()
        },
        "dates": _dates(report.dates),
        "calibration": {slot: _calibration(one) for slot, one in report.calibration.items()},
    }


def _slot(report: Report, slot: Slot) -> dict[str, float]:
    strict, interval = report.strict_scores[slot], report.intervals[slot]
    return _score(report.scores[slot]) | {
        "low": interval.low,
        "high": interval.high,
        "strict_precision": strict.precision,
        "strict_recall": strict.recall,
        "strict_f1": strict.f1,
    }


def _score(score: Score) -> dict[str, float]:
    return {
        "gold": score.gold,
        "found": score.found,
        "right": score.hits,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _records(report: Report) -> dict[str, int]:
    aligned = report.alignment
    return {
        "aligned": aligned.matched,
        "missing": aligned.missing,
        "spurious": aligned.spurious,
        "perfect": aligned.perfect,
    }


def _dates(dates: DateScores) -> dict[str, Any]:
    return {
        "extent": _score(dates.extent),
        "value": _score(dates.value),
        "strict_value": _score(dates.strict_value),
        "value_accuracy": dates.value_accuracy,
    }


def _calibration(calibration: Calibration) -> dict[str, Any]:
    return {
        "expected_error": calibration.expected_error,
        "bins": [asdict(one) for one in calibration.bins],
        "curve": [
            {
                "threshold": point.threshold,
                "precision": point.score.precision,
                "recall": point.score.recall,
            }
            for point in calibration.curve
        ],
    }


def _difference(one: SlotDifference) -> dict[str, Any]:
    return {
        "f1": one.now.f1,
        "other_f1": one.before.f1,
        "difference": one.f1,
        **asdict(one.significance.interval),
        "p": one.significance.p,
        "gained": one.gained,
        "lost": one.lost,
        "changes": [asdict(change) for change in one.changes],
    }


def _errors(errors: Errors) -> dict[str, Any]:
    return {
        "missed": [asdict(missed) for missed in errors.missed],
        "extra": [asdict(extra) for extra in errors.extra],
    }
