"""Addresses of pages."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from requests import PreparedRequest

from lorbeer.load.web.errors import FetchError

_SCHEMES = frozenset({"http", "https"})


def checked_url(url: str) -> str:
    """The address as it is sent, in ASCII and without fragment: one spelling for one page.

    Raises `FetchError` unless it is http or https.
    """
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in _SCHEMES:
            raise FetchError(f"only http and https addresses can be fetched, not {parts.scheme}:")
        request = PreparedRequest()
        request.prepare_url(urlunsplit(parts._replace(fragment="")), None)
    except ValueError as error:
        raise FetchError(f"no valid address ({error}); check the spelling") from error
    return request.url or url


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
