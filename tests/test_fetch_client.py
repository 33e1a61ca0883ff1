"""The web client against a server on loopback: polite, bounded, and kept to public hosts."""

import gzip
import socket
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest
from case_tables import cases
from web_server import Reply, Site, html, redirect, serving

from lorbeer.flow import Release, Unreadable
from lorbeer.load import load, web
from lorbeer.load.web import guard
from lorbeer.load.web.addresses import checked_url
from lorbeer.load.web.client import Client
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.limits import Limits

LIMITS = Limits(largest=100_000, silence=10, total=20, redirects=3, tries=3, longest_wait=60)
HURRIED = replace(LIMITS, total=0.2)
IMPATIENT = replace(LIMITS, silence=0.2, tries=1)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


class Clock:
    """Time that passes only by sleeping; `slept` are the pauses in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


def client(
    clock: Clock | None = None, *, allow_private: bool = True, limits: Limits = LIMITS
) -> Client:
    clock = clock or Clock()
    return Client(allow_private=allow_private, limits=limits, sleep=clock.sleep, clock=clock)


def problem(url: str, asking: Client | None = None) -> str:
    with pytest.raises(FetchError) as raised:
        (asking or client()).get(url)
    told = str(raised.value)
    assert "\n" not in told
    return told


# Politeness


def test_an_honest_user_agent_and_the_page(site: Site) -> None:
    site.pages["/a"] = html("<p>Größe")
    page = client().get(site.url("/a#unten"))
    assert (page.url, page.data, page.markup) == (site.url("/a"), "<p>Größe".encode(), "html")
    assert site.asked == ["/robots.txt", "/a"]
    assert all(heard["User-Agent"].startswith("lorbeer/") for heard in site.heard)


def test_robots_txt_is_obeyed(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: lorbeer\nDisallow: /intern\nAllow: /")
    site.pages["/intern/a"] = site.pages["/a"] = html("Text")
    asking = client()
    assert "robots.txt of 127.0.0.1 forbids this page" in problem(site.url("/intern/a"), asking)
    assert asking.get(site.url("/a")).data == b"Text"
    assert site.asked == ["/robots.txt", "/a"]


def test_robots_txt_is_obeyed_after_a_redirect(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /intern")
    site.pages["/a"] = redirect("/intern/a")
    assert "forbids" in problem(site.url("/a"))
    assert site.visits == ["/a"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_without_a_readable_robots_txt_nothing_is_fetched(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = Reply(status=status)
    asking = client()
    assert f"robots.txt cannot be read ({status}" in problem(site.url("/a"), asking)
    site.forget()
    assert "robots.txt cannot be read" in problem(site.url("/b"), asking)
    assert site.asked == []


def test_the_delay_is_kept(site: Site) -> None:
    clock = Clock()
    asking = client(clock)
    for path in ("/a", "/b"):
        site.pages[path] = html("Text")
        asking.get(site.url(path))
    assert clock.slept == [1.0]


def test_a_crawl_delay_is_kept(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 7")
    site.pages["/a"] = html("Text")
    clock = Clock()
    asking = client(clock)
    asking.get(site.url("/a"))
    clock.now += 2
    asking.get(site.url("/a"))
    assert clock.slept == [5.0]


def test_a_crawl_delay_of_days_is_refused(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 99999")
    assert "asks for 99999 seconds between pages" in problem(site.url("/a"))


# Conditions and retries


@pytest.mark.parametrize(
    "mark", [{"ETag": '"1"'}, {"Last-Modified": "Mon, 06 May 2024 08:00:00 GMT"}]
)
def test_an_unchanged_page_is_not_sent_again(site: Site, mark: dict[str, str]) -> None:
    site.pages["/a"] = Reply(b"Text", headers={"Content-Type": "text/html"} | mark)
    asking = client()
    page = asking.get(site.url("/a"))
    assert asking.get(site.url("/a"), page) is page
    site.pages["/a"] = Reply(b"Neu", headers={"ETag": '"2"'})
    assert asking.get(site.url("/a"), page).data == b"Neu"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_passing_failures_are_tried_again(site: Site, status: int) -> None:
    site.pages["/a"] = [Reply(status=status), Reply(status=status), html("Text")]
    clock = Clock()
    assert client(clock).get(site.url("/a")).data == b"Text"
    assert clock.slept == [1.0, 2.0]


def test_the_last_try_tells_its_status(site: Site) -> None:
    site.pages["/a"] = Reply(status=503)
    assert problem(site.url("/a")) == (
        "the server answered 503 Service Unavailable; check the address"
    )
    assert site.visits == ["/a"] * LIMITS.tries


def test_a_page_that_is_gone_is_not_tried_again(site: Site) -> None:
    assert problem(site.url("/a")) == "the server answered 404 Not Found; check the address"
    assert site.visits == ["/a"]


def test_retry_after_in_seconds_is_honoured(site: Site) -> None:
    site.pages["/a"] = [Reply(status=429, headers={"Retry-After": "17"}), html("Text")]
    clock = Clock()
    client(clock).get(site.url("/a"))
    assert clock.slept == [17.0]


def test_retry_after_as_a_date_is_honoured(site: Site) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    site.pages["/a"] = [Reply(status=503, headers={"Retry-After": then}), html("Text")]
    clock = Clock()
    client(clock).get(site.url("/a"))
    assert 25 < clock.slept[0] <= 30


def test_retry_after_hours_ends_it(site: Site) -> None:
    site.pages["/a"] = Reply(status=503, headers={"Retry-After": "7200"})
    assert problem(site.url("/a")) == "the server asks to wait 7200 seconds; try again later"
    assert site.visits == ["/a"]


@pytest.mark.parametrize("value", ["bald", "-5", ""])
def test_retry_after_that_says_nothing_is_passed_over(site: Site, value: str) -> None:
    site.pages["/a"] = [Reply(status=503, headers={"Retry-After": value}), html("Text")]
    clock = Clock()
    client(clock).get(site.url("/a"))
    assert clock.slept == [1.0]


def test_a_connection_that_fails_is_tried_again(site: Site) -> None:
    site.pages["/a"] = [Reply(lambda handler: handler.connection.close()), html("Text")]
    assert client().get(site.url("/a")).data == b"Text"


def test_a_host_without_a_server_is_one_line() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "no connection to the host" in problem(f"http://127.0.0.1:{port}/a")


# Limits


def test_endless_redirects_end(site: Site) -> None:
    site.pages["/a"], site.pages["/b"] = redirect("/b"), redirect("/a")
    assert problem(site.url("/a")) == "redirected more than 3 times; check the address"
    assert len(site.visits) == 4


def test_a_redirect_is_followed_to_its_end(site: Site) -> None:
    site.pages["/a"], site.pages["/b/c"] = redirect("b/c"), html("Text")
    assert client().get(site.url("/a")).url == site.url("/b/c")


class Drip:
    """A body that goes on in pieces, each before the client would think that nothing comes."""

    def __init__(self, piece: bytes = b"x") -> None:
        self._piece = piece
        self.came_to_its_end = False

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        self.begin(handler)
        for _ in range(100):
            handler.wfile.write(self._piece)
            time.sleep(0.05)
        self.came_to_its_end = True

    def begin(self, handler: BaseHTTPRequestHandler) -> None:
        handler.end_headers()


class DripHeaders(Drip):
    def begin(self, handler: BaseHTTPRequestHandler) -> None:
        handler.flush_headers()


class DripTrailers(Drip):
    def begin(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"4\r\nText\r\n0\r\n")


def fall_silent(handler: BaseHTTPRequestHandler) -> None:
    handler.end_headers()
    time.sleep(1)


def flood(handler: BaseHTTPRequestHandler) -> None:
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 10_000)


def half(handler: BaseHTTPRequestHandler) -> None:
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"x" * 500)


def bomb(layers: int, status: int = 200) -> Reply:
    data = b"\0" * 20_000_000
    for _ in range(layers):
        data = gzip.compress(data)
    return Reply(data, status, {"Content-Encoding": ", ".join(["gzip"] * layers)})


@pytest.mark.parametrize(
    "drip",
    [Drip(), DripHeaders(b"X-More: y\r\n"), DripTrailers(b"X-More: y\r\n")],
    ids=["body", "headers", "trailers"],
)
def test_an_answer_that_drips_for_ever_is_cut(site: Site, drip: Drip) -> None:
    site.pages["/a"] = Reply(drip)
    told = problem(site.url("/a"), client(limits=HURRIED))
    assert told == "not complete within 0.2 seconds; try again later"
    assert not drip.came_to_its_end


def test_an_answer_that_stops_is_given_up(site: Site) -> None:
    site.pages["/a"] = Reply(fall_silent)
    told = problem(site.url("/a"), client(limits=IMPATIENT))
    assert told == "no answer within 0.2 seconds; try again later"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(flood), "larger than 100000 bytes; save the part you need as a file"),
        (Reply(half), "the answer broke off; try again later"),
        (bomb(1), "larger than 100000 bytes; save the part you need as a file"),
        (bomb(2), "larger than 100000 bytes; save the part you need as a file"),
        (
            Reply(b"no gzip", headers={"Content-Encoding": "gzip"}),
            "its compression is broken; save the page as a file",
        ),
        (redirect("file:///etc/passwd"), "only http and https addresses can be fetched, not file:"),
        (redirect("ftp://example.org/"), "only http and https addresses can be fetched, not ftp:"),
        (redirect("http://[::1"), "leads to no valid address (Invalid IPv6 URL)"),
    ],
    ids=["endless", "half", "bomb", "bomb in a bomb", "no gzip", "file", "ftp", "broken address"],
)
def test_hostile_answers_are_refused(site: Site, reply: Reply, told: str) -> None:
    site.pages["/a"] = reply
    assert told in problem(site.url("/a"))


@pytest.mark.parametrize(
    ("status", "told"), [(200, "larger than"), (302, "redirected"), (404, "404 Not Found")]
)
def test_no_bomb_fills_the_memory(site: Site, status: int, told: str) -> None:
    reply = bomb(1, status)
    site.pages["/a"] = Reply(reply.body, status, {**reply.headers, "Location": "/a"})
    tracemalloc.start()
    assert told in problem(site.url("/a"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(
    "address",
    ["http://", "http:///a", "http://[::1", "http://verein.example:99999/", "http://*/", "https:"],
)
def test_addresses_that_are_none_are_refused(address: str) -> None:
    assert "no valid address (" in problem(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTPS://Müller.example/köln a#mehr", "https://xn--mller-kva.example/k%C3%B6ln%20a"),
        ("http://verein.example", "http://verein.example/"),
        (
            "http://verein.example/?q=Größe%20zwei",
            "http://verein.example/?q=Gr%C3%B6%C3%9Fe%20zwei",
        ),
        (" http://verein.example/a\n\tb ", "http://verein.example/ab"),
    ],
)
def test_one_spelling_for_one_address(address: str, expected: str) -> None:
    assert checked_url(address) == expected


@pytest.mark.parametrize("address", ["file:///etc/passwd", "gopher://example.org/", "example.org"])
def test_other_schemes_are_refused(address: str) -> None:
    assert "only http and https addresses can be fetched" in problem(address)


# Private targets


@pytest.mark.parametrize("case", cases("addresses"))
def test_addresses(case: dict[str, object]) -> None:
    assert guard.is_public(str(case["in"])) is case["out"], case["why"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0", "[::1]",
             "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1"],
)  # fmt: skip
def test_private_literals_are_refused(site: Site, host: str) -> None:
    told = problem(f"http://{host}:{site.port}/a", client(allow_private=False))
    assert "is a private or local host" in told
    assert "--allow-private" in told
    assert site.asked == []


class Names:
    """Stands for the look-up of names: each answers its addresses one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **addresses: list[str]) -> None:
        self._addresses = addresses
        self._real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self)
        # Loopback must pass for public here, all but the one that stands for private.
        monkeypatch.setattr(guard, "is_public", lambda address: address != "127.0.0.2")

    def __call__(self, host: str, *rest: object, **options: object) -> object:
        answers = self._addresses.get(host.partition(".")[0], [host])
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        found = [self._real(one, *rest, **options) for one in address.split()]  # type: ignore[call-overload]
        return [answer for answers in found for answer in answers]


@pytest.fixture
def everywhere() -> Iterator[Site]:
    """A site that would also answer at the address that stands for private."""
    with serving("0.0.0.0") as running:
        running.pages["/a"] = html("Text")
        yield running


def test_a_public_name_is_fetched(everywhere: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    Names(monkeypatch, verein=["127.0.0.1"])
    page = client(allow_private=False).get(f"http://verein.example:{everywhere.port}/a")
    assert page.data == b"Text"
    assert everywhere.heard[0]["Host"] == f"verein.example:{everywhere.port}"


def test_a_private_name_is_refused(everywhere: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    Names(monkeypatch, innen=["127.0.0.2"], beide=["127.0.0.1 127.0.0.2"])
    for name in ("innen.example", "beide.example"):
        told = problem(f"http://{name}:{everywhere.port}/a", client(allow_private=False))
        assert told.startswith(f"{name} is a private or local host (127.0.0.2)")
    assert everywhere.asked == []


def test_a_redirect_to_a_private_host_is_refused(
    everywhere: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    Names(monkeypatch, verein=["127.0.0.1"])
    everywhere.pages["/weg"] = redirect(f"http://127.0.0.2:{everywhere.port}/a")
    told = problem(f"http://verein.example:{everywhere.port}/weg", client(allow_private=False))
    assert "is a private or local host" in told
    assert everywhere.visits == ["/weg"]


def test_a_name_that_turns_private_is_refused(
    everywhere: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first answer serves robots.txt, the second would serve the page.
    Names(monkeypatch, wechsel=["127.0.0.1", "127.0.0.2"])
    told = problem(f"http://wechsel.example:{everywhere.port}/a", client(allow_private=False))
    assert "is a private or local host" in told
    assert everywhere.asked == ["/robots.txt"]


def test_a_second_address_serves_where_the_first_does_not(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/a"] = html("Text")
    Names(monkeypatch, verein=["127.0.0.3 127.0.0.1"])
    page = client(allow_private=False).get(f"http://verein.example:{site.port}/a")
    assert page.data == b"Text"


def test_an_unknown_name_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    told = problem("http://gibt-es-nicht.example/a", client(allow_private=False))
    assert told == "the host gibt-es-nicht.example is not known; check the address"


# One page of `lorbeer extract`


def loaded(monkeypatch: pytest.MonkeyPatch, url: str) -> Release | Unreadable:
    monkeypatch.setattr(web, "_client", client)
    (found,) = load([url])
    return found


def test_one_page_is_loaded(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = html("<p>Größe")
    found = loaded(monkeypatch, site.url("/a"))
    assert isinstance(found, Release)
    assert (found.url, found.markup, found.content) == (site.url("/a"), "html", "<p>Größe")


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("text/html; charset=cp1252", "cp1252"),
        ("text/html", "cp1252"),
        ("text/html; charset=latin-1", "utf-8"),
        ("text/html; charset=utf-16", "utf-8"),
        ("text/html; charset=utf-8", "cp1252"),
        ("text/html; charset=unbekannt", "utf-8"),
        ("text/html; charset=", "utf-8"),
    ],
)
def test_wrong_charsets_do_no_harm(
    site: Site, monkeypatch: pytest.MonkeyPatch, header: str, encoding: str
) -> None:
    site.pages["/a"] = Reply("<p>Größe".encode(encoding), headers={"Content-Type": header})
    found = loaded(monkeypatch, site.url("/a"))
    assert isinstance(found, Release)
    assert found.content == "<p>Größe"


def test_what_cannot_be_fetched_is_unreadable(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, site.url("/a"))
    assert found == Unreadable(
        site.url("/a"), "the server answered 404 Not Found; check the address"
    )
