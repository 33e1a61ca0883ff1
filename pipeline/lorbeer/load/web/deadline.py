"""A bound on the time of one answer as a whole, however slowly it comes."""

import socket
from contextlib import suppress
from contextvars import ContextVar
from threading import Lock, Timer
from types import TracebackType
from typing import Self

_current: ContextVar["Deadline | None"] = ContextVar("deadline", default=None)


class Deadline:
    """While open, shuts down the watched sockets once `seconds` are over.

    A timeout of a socket bounds only the wait for the next byte; a server that drips one now and
    then, in a header or a trailer, would hold a reader for ever.
    """

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._lock = Lock()
        self._timer = Timer(seconds, self._expire)
        self._timer.daemon = True

    def watch(self, connection: socket.socket) -> None:
        """Shuts this socket down too when the time is over."""
        with self._lock:
            self._sockets.append(connection)
            if self.passed:
                _shut(connection)

    def _expire(self) -> None:
        with self._lock:
            self.passed = True
            for connection in self._sockets:
                _shut(connection)

    def __enter__(self) -> Self:
        self._token = _current.set(self)
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        _current.reset(self._token)


def watch(connection: object) -> None:
    """Puts a connected socket under the deadline that is open in this thread, if any."""
    deadline = _current.get()
    if deadline and isinstance(connection, socket.socket):
        deadline.watch(connection)


def _shut(connection: socket.socket) -> None:
    # Not the method of a TLS socket, which drops its cipher under the reader's hands.
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
