"""Pages from the web."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import requests

from lorbeer.flow import Markup

TIMEOUT = 30.0
"""Seconds to wait for a connection, and for each further piece of the answer."""
LARGEST = 20 * 1024 * 1024
"""Bytes a page may have."""
_PIECE = 64 * 1024
_MARKUPS: dict[str, Markup] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
}


class FetchError(Exception):
    """A page that could not be had; the message says what to do."""


@dataclass(frozen=True)
class Page:
    """What a server sent; `charset` and `markup` are its own claims."""

    data: bytes
    charset: str | None
    markup: Markup | None


def fetch(url: str) -> Page:
    """The page at an http(s) address, at most `LARGEST` bytes; raises `FetchError`."""
    try:
        with requests.get(
            url, headers={"User-Agent": _user_agent()}, timeout=TIMEOUT, stream=True
        ) as response:
            response.raise_for_status()
            return _page(response)
    except requests.HTTPError as error:
        raise FetchError(
            f"the server answered {error.response.status_code} {error.response.reason}; "
            "check the address"
        ) from error
    except requests.Timeout as error:
        raise FetchError(f"no answer within {TIMEOUT:.0f} seconds; try again later") from error
    except requests.RequestException as error:
        raise FetchError(
            f"cannot be fetched ({type(error).__name__}); check the address and the network"
        ) from error


def _page(response: requests.Response) -> Page:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Page(_body(response), _charset(response), _MARKUPS.get(kind))


def _body(response: requests.Response) -> bytes:
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > LARGEST:
            raise FetchError(f"larger than {LARGEST >> 20} MiB; save the part you need as a file")
    return bytes(body)


def _charset(response: requests.Response) -> str | None:
    """The charset the server names; requests would guess Latin-1 where it names none."""
    named = "charset=" in response.headers.get("Content-Type", "").lower()
    return response.encoding if named else None


def _user_agent() -> str:
    try:
        return f"lorbeer/{version('lorbeer')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "lorbeer/0"
