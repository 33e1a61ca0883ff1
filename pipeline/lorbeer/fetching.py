"""The command `lorbeer fetch`: releases from the web into an archive."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_cache_path

from lorbeer.flow import Unreadable
from lorbeer.load.web.archive import ArchiveError, open_archive
from lorbeer.load.web.cache import Cache, CacheError
from lorbeer.load.web.client import DELAY, Client
from lorbeer.load.web.gathering import Gatherer
from lorbeer.load.web.supply import Supply
from lorbeer.load.web.wanted import Wanted
from lorbeer.running import INTERRUPTED, SOME_FAILED, UNUSABLE, stderr
from lorbeer.terminal import Reporter, counted, say

_log = logging.getLogger(__name__)


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise typer.BadParameter(f"{text!r} is no regular expression: {error}") from error


Urls = Annotated[
    list[str],
    typer.Argument(metavar="URL", help="Pages, feeds, sitemaps, newsrooms with their pages."),
]
To = Annotated[
    Path, typer.Option(metavar="FILE", help="A folder, or a file ending in .warc.gz; added to.")
]
Since = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Nothing older: 2024-01-31."),
]
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="The first N releases; those stored before count."),
]
Match = Annotated[
    re.Pattern[str] | None,
    typer.Option(
        metavar="REGEX", parser=_pattern, help="Only links with this in address or headline."
    ),
]
Delay = Annotated[
    float,
    typer.Option(metavar="SECONDS", min=0, help="Between pages of a host that asks for no other."),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="What was fetched before; else your user cache."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ask for everything anew.")]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Also private and local hosts, and your proxy."),
]


def fetch_command(
    urls: Urls,
    to: To,
    since: Since = None,
    limit: Limit = None,
    match: Match = None,
    delay: Delay = DELAY,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch releases from the web and store them. Run it again to get what is new.

    \b
    Examples:
      lorbeer fetch https://example.org/presse --to presse/
      lorbeer fetch https://example.org/sitemap.xml --match preis --to preise/
      lorbeer fetch https://example.org/feed --since 2024-01-31 --to feed.warc.gz
    """
    if cache and no_cache:
        raise typer.BadParameter("--cache and --no-cache exclude each other")
    folder = None if no_cache else cache or user_cache_path("lorbeer", appauthor=False)
    client = Client(allow_private=allow_private, delay=delay)
    wanted = Wanted(since.date() if since else None, match, limit)
    with _clear_errors(), open_archive(to) as archive, Cache(folder) as kept:
        numbers = _gather(Gatherer(Supply(client, kept), archive, wanted), urls)
    say(stderr, _counts(numbers))
    if numbers["failed"]:
        raise typer.Exit(SOME_FAILED)


def _gather(gatherer: Gatherer, urls: list[str]) -> Counter[str]:
    """How many releases came to which state; Ctrl-C ends it with one line."""
    numbers: Counter[str] = Counter()
    try:
        with Reporter(stderr, bar=True) as reporter:
            for result in gatherer.gather(urls):
                if isinstance(result, Unreadable):
                    _log.warning("%s: %s", result.source, result.problem)
                numbers["failed" if isinstance(result, Unreadable) else result.state] += 1
                reporter.show(_counts(numbers))
    except KeyboardInterrupt:
        say(stderr, f"interrupted after {_counts(numbers)}; run it again to go on")
        raise typer.Exit(INTERRUPTED) from None
    return numbers


def _counts(numbers: Counter[str]) -> str:
    """The numbers in words: `3 pages stored, 2 kept from before; 1 address failed`."""
    words = f"{counted(numbers['stored'], 'page')} stored"
    words += f", {numbers['kept']} kept from before" if numbers["kept"] else ""
    words += f", {numbers['older']} too old" if numbers["older"] else ""
    failed = numbers["failed"]
    places = "address" if failed == 1 else "addresses"
    return f"{words}; {failed} {places} failed" if failed else words


@contextmanager
def _clear_errors() -> Iterator[None]:
    """One line instead of a traceback where the user can mend the cause."""
    try:
        yield
    except (ArchiveError, CacheError) as problem:
        say(stderr, f"lorbeer: {problem}")
        raise typer.Exit(UNUSABLE) from problem
