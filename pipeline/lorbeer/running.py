"""How every command runs: through the chain, with one clear line for whatever goes wrong."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from lorbeer import batch
from lorbeer.batch import Summary
from lorbeer.evaluate import EvaluationError, FoundRelease, GoldRelease, documents, found_release
from lorbeer.flow import Extractor
from lorbeer.load import Fields
from lorbeer.outputs import OutputError
from lorbeer.store import MemoryWriter, StoreError, Writer
from lorbeer.terminal import Reporter, counts, say

SOME_FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130

_USUAL = Fields()
stderr = Console(stderr=True)


def run(
    inputs: Iterable[str],
    writer: Writer,
    language_pipeline: str | None,
    *,
    bar: bool,
    extractor: Extractor = "both",
    fields: Fields = _USUAL,
    any_language: bool = False,
    keep_duplicates: bool = False,
) -> Summary:
    """Extract everything into the writer."""
    # Imported late: spaCy takes seconds, and --help must not wait.
    from lorbeer import chain

    reporter = Reporter(stderr, bar=bar)
    with clear_ending(reporter):
        results = chain.extract(
            inputs,
            language_pipeline=language_pipeline,
            extractor=extractor,
            fields=fields,
            any_language=any_language,
            keep_duplicates=keep_duplicates,
        )
        return batch.run(results, writer, progress=reporter.advance)


@contextmanager
def clear_ending(reporter: Reporter) -> Iterator[None]:
    """The reporter at work; a broken pipeline or Ctrl-C ends it with one line."""
    from de_lorbeer import PipelineError

    try:
        with reporter:
            yield
    except PipelineError as problem:
        _give_up(problem)
    except KeyboardInterrupt:
        say(stderr, f"interrupted after {counts(reporter.summary)}")
        raise typer.Exit(INTERRUPTED) from None


def run_documents(
    path: Path,
    gold: Iterable[GoldRelease],
    language_pipeline: str | None,
    extractor: Extractor = "both",
) -> tuple[dict[str, FoundRelease], Summary]:
    """Extract the documents that a gold file names; what was found, by release id."""
    places = documents(path, gold)
    inputs = dict.fromkeys(str(place) for place in places.values())
    with MemoryWriter() as kept:
        summary = run(
            inputs,
            kept,
            language_pipeline,
            bar=True,
            extractor=extractor,
            any_language=True,
            keep_duplicates=True,
        )
    found = {Path(one.release.source): found_release(one) for one in kept.extractions}
    return {name: found[place] for name, place in places.items() if place in found}, summary


def finish(summary: Summary) -> None:
    """Say what was done; exit status 1 if some input failed."""
    say(stderr, counts(summary))
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


@contextmanager
def clear_errors() -> Iterator[None]:
    """One line instead of a traceback where the user can mend the cause."""
    try:
        yield
    except (EvaluationError, OutputError, StoreError) as problem:
        _give_up(problem)


def _give_up(problem: Exception) -> NoReturn:
    say(stderr, f"lorbeer: {problem}")
    raise typer.Exit(UNUSABLE) from problem
