"""One request, one answer, within limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from lorbeer.load.web.connections import Adapter
from lorbeer.load.web.deadline import Deadline
from lorbeer.load.web.errors import FetchError, PassingError
from lorbeer.load.web.limits import Limits

AGENT = "lorbeer"
"""The name by which robots.txt may address us."""
_PIECE = 64 * 1024
_FULL = frozenset({200, 203})


@dataclass(frozen=True)
class Answer:
    """What a server answered; `data` is empty unless it carries the page, `headers` as in `Page`.

    `location` is where a redirect leads; None for any other answer.
    """

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    location: str | None = None
    data: bytes = b""

    @property
    def is_full(self) -> bool:
        """Whether it carries the page."""
        return self.status in _FULL


class _Hop(requests.Session):
    """Leaves redirects to the client; requests would read their bodies whole, bombs included."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None, whatever the answer."""


class Exchange:
    """Sends requests; follows no redirect and tries nothing twice."""

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self._limits = limits
        self._session = _Hop()
        self._session.headers["User-Agent"] = user_agent()
        # A proxy looks names up itself, past our check; so the environment's count only here.
        self._session.trust_env = allow_private
        adapter = Adapter(allow_private=allow_private)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def request(self, url: str, headers: Mapping[str, str]) -> Answer:
        """The answer to a GET of `url`, whatever its status; raises `FetchError` without one."""
        with Deadline(self._limits.total) as deadline:
            try:
                answer = self._send(url, headers)
            except (requests.RequestException, HTTPError, OSError) as error:
                if deadline.passed:
                    raise self._took_too_long() from error
                raise self._problem(error) from error
            if deadline.passed:
                raise self._took_too_long()
        return answer

    def _send(self, url: str, headers: Mapping[str, str]) -> Answer:
        with self._session.get(
            url,
            headers=dict(headers),
            timeout=self._limits.silence,
            stream=True,
            allow_redirects=False,
        ) as response:
            answer = Answer(
                url,
                response.status_code,
                response.reason,
                {name.lower(): value for name, value in response.headers.items()},
                requests.Session.get_redirect_target(self._session, response),
            )
            return replace(answer, data=self._body(response)) if answer.is_full else answer

    def _body(self, response: requests.Response) -> bytes:
        """The body, unpacked piece by piece: a bomb ends at the limit, not in memory."""
        body = bytearray()
        for piece in response.iter_content(_PIECE):
            body += piece
            if len(body) > self._limits.largest:
                raise FetchError(
                    f"larger than {_size(self._limits.largest)}; save the part you need as a file"
                )
        return bytes(body)

    def _took_too_long(self) -> FetchError:
        return FetchError(f"not complete within {self._limits.total:g} seconds; try again later")

    def _problem(self, error: Exception) -> FetchError:
        match error:
            case requests.exceptions.SSLError():
                return FetchError("its certificate cannot be verified; check the address")
            case requests.Timeout() | requests.ConnectionError(args=(ReadTimeoutError(), *_)):
                return PassingError(
                    f"no answer within {self._limits.silence:g} seconds; try again later"
                )
            case requests.exceptions.ChunkedEncodingError():
                return PassingError("the answer broke off; try again later")
            case requests.exceptions.ContentDecodingError():
                return FetchError("its compression is broken; save the page as a file")
            case requests.ConnectionError():
                return PassingError("no connection to the host; check the address and the network")
            case _:
                return FetchError(f"cannot be fetched ({type(error).__name__}); check the address")


def user_agent() -> str:
    """How requests introduce themselves."""
    try:
        return f"{AGENT}/{version('lorbeer')} (reads press releases, keeps to robots.txt)"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return f"{AGENT}/0 (reads press releases, keeps to robots.txt)"


def _size(number: int) -> str:
    return f"{number >> 20} MiB" if number >= 1 << 20 else f"{number} bytes"
