"""Another try where a failure may pass."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lorbeer.load.web.errors import FetchError, PassingError
from lorbeer.load.web.exchange import Answer
from lorbeer.load.web.limits import Limits

_PASSING = frozenset({429, 500, 502, 503, 504})
_FIRST_PAUSE = 1.0
"""Seconds before the second try; each further pause is twice as long."""


def retrying(
    attempt: Callable[[], Answer], limits: Limits, sleep: Callable[[float], object]
) -> Answer:
    """The answer of the first try that succeeds, else of the last one, or its `FetchError`.

    Between tries it waits as long as the server's Retry-After says; `FetchError` if that is longer
    than `limits.longest_wait`.
    """
    for number in range(limits.tries - 1):
        pause = _FIRST_PAUSE * 2**number
        try:
            answer = attempt()
        except PassingError:
            sleep(pause)
            continue
        if answer.status not in _PASSING:
            return answer
        sleep(_bounded(max(pause, _asked_for(answer)), limits))
    return attempt()


def _asked_for(answer: Answer) -> float:
    """Seconds that Retry-After asks for, as a number or a date; 0 where it does not."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - datetime.now(UTC)).total_seconds()


def _bounded(seconds: float, limits: Limits) -> float:
    if seconds > limits.longest_wait:
        raise FetchError(f"the server asks to wait {seconds:.0f} seconds; try again later")
    return seconds
