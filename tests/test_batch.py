"""Batch: many results into one writer."""

import logging

import pytest
from extractions import call, environment_prize, extraction

from lorbeer import batch
from lorbeer.batch import Summary
from lorbeer.flow import Skipped, Unreadable
from lorbeer.store import MemoryWriter

BROKEN = Unreadable("broken.pdf", "is no text: convert it first")


def test_a_failure_is_logged_and_the_batch_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    good = [extraction(environment_prize(), call()), extraction(id="r2")]
    kept = MemoryWriter()
    with caplog.at_level(logging.WARNING, "lorbeer"):
        summary = batch.run([good[0], BROKEN, good[1]], kept)
    assert kept.extractions == good
    assert summary == Summary(releases=2, awards=2, honours=2, failed=1)
    assert caplog.messages == ["broken.pdf: is no text: convert it first"]


def test_what_was_skipped_is_logged_and_counted(caplog: pytest.LogCaptureFixture) -> None:
    skipped = Skipped("b.html", "not in German", "--any-language extracts it too")
    with caplog.at_level(logging.WARNING, "lorbeer"):
        summary = batch.run([skipped, extraction()], MemoryWriter())
    assert summary == Summary(releases=1, skipped=1)
    assert caplog.messages == ["b.html: not in German, skipped; --any-language extracts it too"]


def test_progress_sees_every_step() -> None:
    steps: list[Summary] = []
    batch.run([BROKEN, extraction(call())], MemoryWriter(), progress=steps.append)
    assert steps == [
        Summary(failed=1),
        Summary(releases=1, awards=1, honours=0, failed=1),
    ]


def test_an_empty_batch_is_no_error() -> None:
    assert batch.run([], MemoryWriter()) == Summary()
