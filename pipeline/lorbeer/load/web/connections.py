"""Connections that keep to the deadline and, unless allowed otherwise, to public hosts."""

import socket

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from lorbeer.load.web.deadline import watch
from lorbeer.load.web.guard import public_addresses

_MOST_ADDRESSES = 4
"""Addresses of a host to try; each may take its time."""


class _Watched(HTTPConnection):
    """Puts its socket under the deadline of each request, be it new or kept alive."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3 itself
        watch(self.sock)
        return super().getresponse()


class _Public(_Watched):
    """Connects to the very address that was checked, so that no second look-up can differ."""

    def _new_conn(self) -> socket.socket:
        name = self._dns_host
        *others, last = public_addresses(name.strip("[]"), self.port)[:_MOST_ADDRESSES]
        try:
            for self._dns_host in others:
                try:
                    return super()._new_conn()
                except (ConnectTimeoutError, NewConnectionError):
                    continue
            self._dns_host = last
            return super()._new_conn()
        finally:
            self._dns_host = name


class _WatchedTLS(_Watched, HTTPSConnection):
    pass


class _PublicTLS(_Public, HTTPSConnection):
    pass


class _WatchedPool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _WatchedTLSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTLS


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _Public


class _PublicTLSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicTLS


class Adapter(HTTPAdapter):
    """Puts these connections into the pool of a session of requests."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self.poolmanager.pool_classes_by_scheme = (
            {"http": _WatchedPool, "https": _WatchedTLSPool}
            if allow_private
            else {"http": _PublicPool, "https": _PublicTLSPool}
        )
