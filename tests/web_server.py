"""A web server on loopback whose pages are what a test says they are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True)
class Reply:
    """What the server answers; a script in the place of the body writes the rest itself."""

    body: bytes | Callable[[BaseHTTPRequestHandler], None] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def html(body: str, status: int = 200, **headers: str) -> Reply:
    """A page in HTML; underscores in names of headers stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(body.encode(), status, {"Content-Type": "text/html; charset=utf-8"} | named)


def redirect(target: str) -> Reply:
    return Reply(b"", 302, {"Location": target})


@dataclass
class Site:
    """Pages by path. Several replies to one path come one after the other, the last for ever."""

    base: str
    port: int
    pages: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heard: list[Message] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.base + path

    @property
    def visits(self) -> list[str]:
        """The paths that were asked for, robots.txt aside."""
        return [path for path in self.asked if path != "/robots.txt"]

    def forget(self) -> None:
        self.asked.clear()
        self.heard.clear()

    def reply(self, path: str, headers: Message) -> Reply:
        self.asked.append(path)
        self.heard.append(headers)
        found = self.pages.get(path, Reply(status=404))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        return Reply(status=304) if _is_known(found, headers) else found


def _is_known(reply: Reply, headers: Message) -> bool:
    pairs = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
    return any(
        reply.headers.get(name) and headers.get(condition) == reply.headers[name]
        for name, condition in pairs
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many tests want."""


@contextmanager
def serving(address: str = "127.0.0.1") -> Iterator[Site]:
    """A site that is up while the context is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.reply(self.path, self.headers)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if callable(reply.body):
                reply.body(self)
                return
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    server = _Server((address, 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}", server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
