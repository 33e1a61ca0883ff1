"""Many releases, one after the other, into one writer."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from lorbeer.flow import Skipped, Unreadable
from lorbeer.records import Extraction
from lorbeer.store import Writer

Result = Extraction | Unreadable | Skipped

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Summary:
    """What a batch has come to, in counts; `failed` are inputs that could not be read."""

    releases: int = 0
    awards: int = 0
    honours: int = 0
    skipped: int = 0
    failed: int = 0

    def plus(self, result: Result) -> "Summary":
        """The summary with one more result."""
        if isinstance(result, Unreadable):
            return replace(self, failed=self.failed + 1)
        if isinstance(result, Skipped):
            return replace(self, skipped=self.skipped + 1)
        return replace(
            self,
            releases=self.releases + 1,
            awards=self.awards + len(result.awards),
            honours=self.honours + sum(len(award.honours) for award in result.awards),
        )


def run(
    results: Iterable[Result],
    writer: Writer,
    *,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Write every extraction; an input that failed or was skipped is logged, and the batch goes on.

    `progress` is called with the summary so far after each result. The writer stays open.
    """
    summary = Summary()
    for result in results:
        if isinstance(result, Unreadable):
            _log.warning("%s: %s", result.source, result.problem)
        elif isinstance(result, Skipped):
            _log.warning("%s: %s, skipped; %s", result.source, result.reason, result.advice)
            writer.skip(result)
        else:
            writer.write(result)
        summary = summary.plus(result)
        if progress:
            progress(summary)
    return summary
