"""What the robots.txt of a host allows (RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from lorbeer.load.web.addresses import host_of, origin_of
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.exchange import AGENT, Answer

_LARGEST = 500 * 1024
"""Bytes that count; the standard asks for no more."""
_REFUSING = 429


class Robots:
    """Rules by host, each asked for once; `read` gets a robots.txt, redirects followed."""

    def __init__(self, read: Callable[[str], Answer], longest_wait: float) -> None:
        self._read = read
        self._longest_wait = longest_wait
        self._known: dict[str, Protego | FetchError] = {}

    def check(self, url: str) -> None:
        """Raises `FetchError` if the page may not be fetched, or the rules cannot be had."""
        if not self._rules(url).can_fetch(url, AGENT):
            raise FetchError(
                f"the robots.txt of {host_of(url)} forbids this page; save it as a file by hand"
            )
        if (self.delay(url) or 0) > self._longest_wait:
            raise FetchError(
                f"the robots.txt of {host_of(url)} asks for {self.delay(url):.0f} seconds between "
                "pages; save it as a file by hand"
            )

    def delay(self, url: str) -> float | None:
        """Seconds between two requests that the host asks for, if it does."""
        return self._rules(url).crawl_delay(AGENT)

    def _rules(self, url: str) -> Protego:
        origin = origin_of(url)
        if origin not in self._known:
            self._known[origin] = self._ask(origin)
        rules = self._known[origin]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _ask(self, origin: str) -> Protego | FetchError:
        try:
            answer = self._read(f"{origin}/robots.txt")
        except FetchError as error:
            return error
        if answer.is_full:
            return Protego.parse(answer.data[:_LARGEST].decode("utf-8", errors="replace"))
        if answer.status >= 500 or answer.status == _REFUSING:
            return FetchError(
                f"its robots.txt cannot be read ({answer.status} {answer.reason}), "
                "so no page may be; try again later"
            )
        return Protego.parse("")
