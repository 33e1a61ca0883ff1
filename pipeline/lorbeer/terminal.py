"""What the command line says beside its results, on standard error."""

import logging
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from lorbeer.batch import Summary


def say(console: Console, line: str) -> None:
    """Print one line as it is: neither wrapped nor read as markup."""
    console.print(Text(line), soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """`1 release`, `2 releases`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def counts(summary: Summary) -> str:
    """The summary in words: `3 releases, 2 awards, 5 honours; 1 input failed, 2 skipped`."""
    numbers = (
        (summary.releases, "release"),
        (summary.awards, "award"),
        (summary.honours, "honour"),
    )
    done = ", ".join(counted(number, noun) for number, noun in numbers)
    left = [f"{counted(summary.failed, 'input')} failed"] if summary.failed else []
    left += [f"{summary.skipped} skipped"] if summary.skipped else []
    return "; ".join([done, ", ".join(left)]) if left else done


class Reporter:
    """Shows, while open, lorbeer's warnings as lines and how far the work has come.

    The bar appears only if `bar` is set and standard error is a terminal.
    """

    def __init__(self, console: Console, *, bar: bool) -> None:
        self.summary = Summary()
        self._warnings = _LineHandler(console)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not (bar and console.is_terminal),
        )
        self._task = self._progress.add_task("starting …", total=None)

    def advance(self, summary: Summary) -> None:
        """Show the summary so far."""
        self.summary = summary
        self.show(counts(summary))

    def show(self, line: str) -> None:
        """Show how far it has come, in words."""
        self._progress.update(self._task, description=line)

    def __enter__(self) -> Self:
        logging.getLogger("lorbeer").addHandler(self._warnings)
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()
        logging.getLogger("lorbeer").removeHandler(self._warnings)


class _LineHandler(logging.Handler):
    """One line per warning, above the bar if there is one."""

    def __init__(self, console: Console) -> None:
        super().__init__(logging.WARNING)
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        say(self._console, self.format(record))
