"""Waits between requests to one host."""

from collections.abc import Callable


class Waits:
    """Keeps requests to one host apart; times in seconds of `clock`."""

    def __init__(self, sleep: Callable[[float], object], clock: Callable[[], float]) -> None:
        self._sleep = sleep
        self._clock = clock
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Sleeps until `delay` seconds have gone by since the last request to `host`."""
        if host in self._last:
            remaining = self._last[host] + delay - self._clock()
            if remaining > 0:
                self._sleep(remaining)

    def note(self, host: str) -> None:
        """A request to `host` has just ended."""
        self._last[host] = self._clock()
