"""Which hosts may be asked: only those that the whole world can reach."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from lorbeer.load.web.errors import FetchError, PassingError

_NAT64 = IPv6Network("64:ff9b::/96")
_SITE_LOCAL = IPv6Network("fec0::/10")


def is_public(address: str) -> bool:
    """False for private, loopback, link-local, multicast and reserved addresses, however wrapped.

    `address` is a literal; an IPv6 address that embeds an IPv4 one (mapped, 6to4, Teredo, NAT64)
    is judged by both.
    """
    parsed = ip_address(address.partition("%")[0])
    inner = _embedded(parsed) if isinstance(parsed, IPv6Address) else None
    if inner is not None:
        return _is_open(inner)
    return _is_open(parsed)


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host, asked for once; raises `FetchError` if one is not public."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise PassingError(f"the host {host} is not known; check the address") from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        if not is_public(address):
            raise FetchError(
                f"{host} is a private or local host ({address}); "
                "if you mean it, use lorbeer fetch --allow-private"
            )
    return addresses


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    # Python counts most multicast and some reserved ranges as global.
    special = address.is_multicast or address.is_reserved
    return address.is_global and not special and address not in _SITE_LOCAL
