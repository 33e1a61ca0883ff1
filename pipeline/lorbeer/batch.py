"""Many releases, one after the other, into one writer."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lorbeer.flow import Unreadable
from lorbeer.records import Extraction
from lorbeer.store import Writer

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Summary:
    """What a batch has come to: counts, and the inputs that failed."""

    releases: int = 0
    awards: int = 0
    honours: int = 0
    failures: tuple[Unreadable, ...] = ()

    def plus(self, result: Extraction | Unreadable) -> "Summary":
        """The summary with one more result."""
        if isinstance(result, Unreadable):
            return Summary(self.releases, self.awards, self.honours, (*self.failures, result))
        honours = sum(len(award.honours) for award in result.awards)
        return Summary(
            self.releases + 1,
            self.awards + len(result.awards),
            self.honours + honours,
            self.failures,
        )


def run(
    results: Iterable[Extraction | Unreadable],
    writer: Writer,
    *,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Write every extraction; an input that failed is logged, and the batch goes on.

    `progress` is called with the summary so far after each result. The writer stays open.
    """
    summary = Summary()
    for result in results:
        if isinstance(result, Unreadable):
            _log.warning("%s: %s", result.source, result.problem)
        else:
            writer.write(result)
        summary = summary.plus(result)
        if progress:
            progress(summary)
    return summary
