"""The client: pages from the web, politely and within limits."""

import time
from collections.abc import Callable

from lorbeer.load.web.addresses import checked_url, host_of, joined_url
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.exchange import Answer, Exchange
from lorbeer.load.web.limits import Limits
from lorbeer.load.web.page import Page, now
from lorbeer.load.web.politeness import Waits
from lorbeer.load.web.retry import retrying
from lorbeer.load.web.robots import Robots

DELAY = 1.0
"""Seconds between two requests to a host that asks for no other delay."""
_UNCHANGED = 304


class Client:
    """Gets pages: robots.txt obeyed, hosts not hurried, passing failures retried, all bounded.

    Private and local hosts are refused unless `allow_private`; `delay` is in seconds. `sleep` and
    `clock` stand for those of the module `time`.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        delay: float = DELAY,
        limits: Limits | None = None,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._delay = delay
        self._sleep = sleep
        self._exchange = Exchange(self._limits, allow_private=allow_private)
        self._waits = Waits(sleep, clock)
        self._robots = Robots(
            lambda url: self._follow(url, self._request), self._limits.longest_wait
        )

    def get(self, url: str, known: Page | None = None) -> Page:
        """The page at an http(s) address; raises `FetchError`.

        `known` is what stood there before: it comes back itself if the server says that it is
        still so.
        """
        answer = self._follow(url, lambda hop: self._politely(hop, known))
        if answer.status == _UNCHANGED and known:
            return known
        if not answer.is_full:
            raise FetchError(
                f"the server answered {answer.status} {answer.reason}; check the address"
            )
        return Page(answer.url, answer.data, answer.headers, now())

    def _follow(self, url: str, ask: Callable[[str], Answer]) -> Answer:
        """The first answer that is no redirect; each target is checked like the first address."""
        url = checked_url(url)
        for _ in range(self._limits.redirects + 1):
            answer = ask(url)
            if answer.location is None:
                return answer
            url = joined_url(answer.url, answer.location)
        raise FetchError(f"redirected more than {self._limits.redirects} times; check the address")

    def _politely(self, url: str, known: Page | None) -> Answer:
        self._robots.check(url)
        asked = self._robots.delay(url)
        self._waits.wait(host_of(url), self._delay if asked is None else asked)
        try:
            return self._request(url, known)
        finally:
            self._waits.note(host_of(url))

    def _request(self, url: str, known: Page | None = None) -> Answer:
        headers = _conditions(known) if known and known.url == url else {}
        return retrying(lambda: self._exchange.request(url, headers), self._limits, self._sleep)


def _conditions(known: Page) -> dict[str, str]:
    """Headers that ask for a page only if it is another than the known one."""
    pairs = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
    return {name: known.headers[key] for name, key in pairs.items() if key in known.headers}
