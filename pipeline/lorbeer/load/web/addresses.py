"""Addresses of pages."""

from urllib.parse import urldefrag, urljoin, urlsplit

from lorbeer.load.web.errors import FetchError

_SCHEMES = frozenset({"http", "https"})


def checked_url(url: str) -> str:
    """The address without its fragment; raises `FetchError` unless it is http or https."""
    try:
        parts = urlsplit(url)
        port_and_host = (parts.port, parts.hostname)
    except ValueError as error:
        raise FetchError(f"no valid address ({error}); check the spelling") from error
    if parts.scheme.lower() not in _SCHEMES:
        raise FetchError(f"only http and https addresses can be fetched, not {parts.scheme}:")
    if not port_and_host[1]:
        raise FetchError("no valid address (no host); check the spelling")
    return urldefrag(url).url


def joined_url(base: str, reference: str) -> str:
    """The address that a reference on a page means; raises `FetchError` as `checked_url`."""
    try:
        target = urljoin(base, reference.strip())
    except ValueError as error:
        raise FetchError(f"leads to no valid address ({error}); check the address") from error
    return checked_url(target)


def absolute_url(base: str, reference: str) -> str | None:
    """The http(s) address that a reference on a page means; None if it means something else."""
    try:
        return joined_url(base, reference)
    except FetchError:
        return None


def host_of(url: str) -> str:
    """The host of an address, in lower case."""
    return urlsplit(url).hostname or ""


def site_of(url: str) -> str:
    """The host of an address without `www.`."""
    return host_of(url).removeprefix("www.")


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, as a prefix of its pages."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
