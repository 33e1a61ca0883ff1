"""The command `lorbeer fetch` against a server on loopback: what is stored, what is asked for."""

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from typer.testing import CliRunner, Result
from warcio.archiveiterator import ArchiveIterator
from web_server import Reply, Site, html, redirect, serving

from lorbeer.cli import app
from lorbeer.flow import Release
from lorbeer.load import load
from lorbeer.load.web import client
from lorbeer.load.web.archive import WarcArchive, open_archive
from lorbeer.load.web.page import Page, now

Run = Callable[..., Result]


@pytest.fixture
def site() -> Iterator[Site]:
    """A newsroom of two pages, a feed and a sitemap index, all of the same five releases."""
    with serving() as running:
        fill(running)
        yield running


def fill(site: Site) -> None:
    for number in range(1, 6):
        day = f"2024-05-0{number}"
        site.pages[f"/presse/preis-nummer-{number}"] = html(
            f'<meta property="article:published_time" content="{day}"><h1>Preis {number}</h1>'
            f"<p>{'Die Jury lobte alle sehr. ' * 20}</p>",
            ETag=f'"{number}"',
        )
    site.pages["/presse/"] = listing((5, 4, 3), '<a href="?seite=2">weiter</a>')
    site.pages["/presse/?seite=2"] = listing((2, 1), '<a href="?seite=1">zurück</a>')
    site.pages["/feed"] = feed(site, (5, 4, 3, 2, 1))
    site.pages["/sitemap.xml"] = Reply(
        f"<sitemapindex><sitemap><loc>{site.url('/eins.xml')}</loc></sitemap>"
        f"<sitemap><loc>{site.url('/zwei.xml')}</loc><lastmod>2024-05-02</lastmod></sitemap>"
        "</sitemapindex>".encode()
    )
    site.pages["/eins.xml"], site.pages["/zwei.xml"] = sitemap(site, 5, 4, 3), sitemap(site, 2, 1)


def listing(numbers: tuple[int, ...], paging: str) -> Reply:
    rows = "".join(
        f'<li><a href="/presse/preis-nummer-{number}">Preis der Nummer {number} verliehen</a> '
        f"0{number}.05.2024</li>"
        for number in numbers
    )
    return html(f'<ul>{rows}</ul><div class="pagination">{paging}</div>', ETag=f'"{numbers}"')


def feed(site: Site, numbers: tuple[int, ...]) -> Reply:
    items = "".join(
        f"<item><title>Preis {number}</title><link>{site.url(path(number))}</link>"
        f"<pubDate>0{number} May 2024 08:00:00 GMT</pubDate></item>"
        for number in numbers
    )
    return Reply(f"<rss><channel>{items}</channel></rss>".encode())


def sitemap(site: Site, *numbers: int) -> Reply:
    urls = "".join(f"<url><loc>{site.url(path(number))}</loc></url>" for number in numbers)
    return Reply(f"<urlset>{urls}</urlset>".encode())


def path(number: int) -> str:
    return f"/presse/preis-nummer-{number}"


def releases(visits: list[str]) -> list[int]:
    """The numbers of the releases among the paths asked for."""
    return [int(visit[-1]) for visit in visits if "preis-nummer" in visit]


@pytest.fixture
def fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with a cache of its own and without rest between requests."""
    monkeypatch.setenv("NO_PROXY", "*")

    def invoke(*words: Any, private: bool = True) -> Result:
        options = ["--cache", tmp_path / "cache"] if "--no-cache" not in words else []
        options += ["--delay", 0, "--to", tmp_path / "news.warc.gz"][: 2 if "--to" in words else 4]
        options += ["--allow-private"] if private else []
        command = ["fetch", *map(str, [*words, *options])]
        return CliRunner().invoke(app, command, env={"COLUMNS": "80", "NO_COLOR": "1"})

    return invoke


def stored(archive: Path) -> dict[str, bytes]:
    """Bodies of the responses in a WARC file, by address."""
    with archive.open("rb") as file:
        return {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
            for record in ArchiveIterator(file, check_digests="raise")
            if record.rec_type == "response"
        }


@pytest.mark.parametrize("entry", ["/presse/", "/feed", "/sitemap.xml"])
def test_a_newsroom_is_fetched_once(site: Site, fetch: Run, tmp_path: Path, entry: str) -> None:
    result = fetch(site.url(entry))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "5 pages stored\n"
    assert releases(site.visits) == [5, 4, 3, 2, 1]
    pages = stored(tmp_path / "news.warc.gz")
    assert set(pages) == {site.url(path(number)) for number in range(1, 6)}
    assert b"<h1>Preis 3</h1>" in pages[site.url(path(3))]

    site.forget()
    again = fetch(site.url(entry))
    assert (again.exit_code, releases(site.visits)) == (0, [])
    assert "0 pages stored" in again.stderr
    assert len(stored(tmp_path / "news.warc.gz")) == 5


def test_a_second_run_asks_only_for_what_is_new(site: Site, fetch: Run, tmp_path: Path) -> None:
    fetch(site.url("/presse/"))
    site.forget()
    fetch(site.url("/presse/"))
    assert site.visits == ["/presse/"]
    assert site.heard[-1]["If-None-Match"] == '"(5, 4, 3)"'

    site.pages[path(6)] = html("<h1>Preis 6</h1>" + "<p>Alle freuen sich.</p>" * 20)
    site.pages["/presse/"] = listing((6, 5, 4, 3), '<a href="?seite=2">weiter</a>')
    site.forget()
    assert fetch(site.url("/presse/")).stderr == "1 page stored, 5 kept from before\n"
    assert releases(site.visits) == [6]
    assert len(stored(tmp_path / "news.warc.gz")) == 6


def test_another_archive_is_filled_from_the_cache(site: Site, fetch: Run, tmp_path: Path) -> None:
    fetch(site.url("/presse/"))
    site.forget()
    result = fetch(site.url("/presse/"), "--to", tmp_path / "zwei.warc")
    assert result.stderr == "5 pages stored\n"
    assert releases(site.visits) == []
    assert stored(tmp_path / "zwei.warc") == stored(tmp_path / "news.warc.gz")


def test_without_cache_everything_is_asked_for(site: Site, fetch: Run, tmp_path: Path) -> None:
    for name in ("eins.warc", "zwei.warc"):
        site.forget()
        fetch(site.url("/presse/"), "--no-cache", "--to", tmp_path / name)
        assert releases(site.visits) == [5, 4, 3, 2, 1]
    assert not (tmp_path / "cache").exists()


def test_what_changed_is_fetched_again(
    site: Site, fetch: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(site.url("/feed"))
    monkeypatch.setattr(client, "now", lambda: now() + timedelta(days=1))
    site.pages[path(5)] = html("<p>Berichtigt</p>", ETag='"neu"')
    changed = site.pages["/feed"]
    assert isinstance(changed, Reply) and isinstance(changed.body, bytes)
    site.pages["/feed"] = Reply(changed.body.replace(b"05 May 2024", b"05 May 2099"))
    site.forget()
    fetch(site.url("/feed"))
    assert releases(site.visits) == [5]
    assert stored(tmp_path / "news.warc.gz")[site.url(path(5))] == b"<p>Berichtigt</p>"


def test_what_only_claims_to_have_changed_is_not_stored_twice(
    site: Site, fetch: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages[path(1)] = html("<p>Ohne Kennung</p>")
    url = f"<url><loc>{site.url(path(1))}</loc><lastmod>2099-01-01</lastmod></url>"
    site.pages["/eins.xml"] = Reply(f"<urlset>{url}</urlset>".encode())
    fetch(site.url("/eins.xml"))
    monkeypatch.setattr(client, "now", lambda: now() + timedelta(days=1))
    size = (tmp_path / "news.warc.gz").stat().st_size
    assert "0 pages stored, 1 kept" in fetch(site.url("/eins.xml")).stderr
    assert releases(site.visits) == [1, 1]
    assert (tmp_path / "news.warc.gz").stat().st_size == size


def test_since_leaves_out_what_is_older(site: Site, fetch: Run) -> None:
    result = fetch(site.url("/presse/"), "--since", "2024-05-04")
    assert releases(site.visits) == [5, 4]
    assert result.stderr == "2 pages stored, 3 too old\n"


def test_since_ends_at_the_first_page_of_older_ones(site: Site, fetch: Run) -> None:
    fetch(site.url("/presse/"), "--since", "2024-05-06")
    assert site.visits == ["/presse/"]


def test_since_asks_the_page_where_no_date_stands_by(site: Site, fetch: Run) -> None:
    result = fetch(site.url("/sitemap.xml"), "--since", "2024-05-04")
    assert site.visits == ["/sitemap.xml", "/eins.xml", *map(path, (5, 4, 3))]
    assert result.stderr == "2 pages stored, 1 too old\n"
    site.forget()
    fetch(site.url("/sitemap.xml"), "--since", "2024-05-04")
    assert releases(site.visits) == []


def test_limit_counts_what_is_kept(site: Site, fetch: Run) -> None:
    assert fetch(site.url("/presse/"), "--limit", 2).stderr == "2 pages stored\n"
    assert releases(site.visits) == [5, 4]
    site.forget()
    assert "2 kept from before" in fetch(site.url("/presse/"), "--limit", 2).stderr
    assert releases(site.visits) == []
    assert fetch(site.url("/presse/")).stderr == "3 pages stored, 2 kept from before\n"


@pytest.mark.parametrize(
    ("pattern", "expected"), [("NUMMER-[24]$", [4, 2]), ("nummer 3 verliehen", [3])]
)
def test_match_looks_at_address_and_headline(
    site: Site, fetch: Run, pattern: str, expected: list[int]
) -> None:
    fetch(site.url("/presse/"), "--match", pattern)
    assert releases(site.visits) == expected


def test_match_makes_a_listing_of_any_page(site: Site, fetch: Run, tmp_path: Path) -> None:
    text = "<p>Viel Text steht hier, der nicht zu den Meldungen gehört.</p>" * 50
    site.pages["/start"] = html(f'{text}<a href="{path(1)}">Preis der Nummer 1 verliehen</a>')
    fetch(site.url("/start"), "--match", "preis-nummer")
    assert set(stored(tmp_path / "news.warc.gz")) == {site.url(path(1))}


def test_a_page_is_stored_and_asked_for_anew(site: Site, fetch: Run, tmp_path: Path) -> None:
    assert fetch(site.url(path(1)), site.url(path(2))).stderr == "2 pages stored\n"
    site.forget()
    assert fetch(site.url(path(1))).stderr == "0 pages stored, 1 kept from before\n"
    assert site.heard[-1]["If-None-Match"] == '"1"'
    assert len(stored(tmp_path / "news.warc.gz")) == 2


@pytest.mark.parametrize("name", ["news.warc.gz", "presse"])
def test_a_redirected_page_is_known_by_both_addresses(
    site: Site, fetch: Run, tmp_path: Path, name: str
) -> None:
    site.pages["/kurz"] = redirect(path(1))
    fetch(site.url("/kurz"), "--to", tmp_path / name)
    assert "1 kept" in fetch(site.url("/kurz"), "--to", tmp_path / name).stderr
    site.forget()
    fetch(site.url("/presse/"), "--to", tmp_path / name)
    assert releases(site.visits) == [5, 4, 3, 2]


def test_failures_are_lines_and_exit_status_1(site: Site, fetch: Run, tmp_path: Path) -> None:
    site.pages[path(4)] = Reply(status=410)
    result = fetch("ftp://verein.example/", site.url("/presse/"), site.url("/weg"))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "ftp://verein.example/: only http and https addresses can be fetched, not ftp:",
        f"{site.url(path(4))}: the server answered 410 Gone; check the address",
        f"{site.url('/weg')}: the server answered 404 Not Found; check the address",
        "4 pages stored; 3 addresses failed",
    ]
    site.forget()
    site.pages[path(4)] = html("<p>Wieder da</p>")
    assert fetch(site.url("/presse/")).exit_code == 0
    assert releases(site.visits) == [4]


def test_a_listing_page_that_fails_does_not_end_it(site: Site, fetch: Run) -> None:
    site.pages["/presse/?seite=2"] = Reply(status=404)
    result = fetch(site.url("/presse/"))
    assert result.exit_code == 1
    assert result.stderr.endswith("3 pages stored; 1 address failed\n")


def test_an_endless_listing_ends(site: Site, fetch: Run) -> None:
    site.pages["/presse/?seite=2"] = listing((5, 4), '<a href="?seite=3">weiter</a>')
    site.pages["/presse/?seite=3"] = listing((3,), '<a href="?seite=4">weiter</a>')
    fetch(site.url("/presse/"))
    assert "/presse/?seite=3" not in site.visits


def test_an_interrupted_run_is_resumed(
    site: Site, fetch: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = WarcArchive.add

    def interrupted(archive: WarcArchive, asked: str, page: Any) -> None:
        if asked.endswith("3"):
            raise KeyboardInterrupt
        write(archive, asked, page)

    with monkeypatch.context() as patch:
        patch.setattr(WarcArchive, "add", interrupted)
        result = fetch(site.url("/presse/"))
    assert result.exit_code == 130
    assert result.stderr == "interrupted after 2 pages stored; run it again to go on\n"
    assert len(stored(tmp_path / "news.warc.gz")) == 2
    site.forget()
    assert fetch(site.url("/presse/")).stderr == "3 pages stored, 2 kept from before\n"
    assert releases(site.visits) == [2, 1], "3 was fetched, though not stored"


@pytest.mark.parametrize("name", ["news.warc.gz", "news.warc"])
@pytest.mark.parametrize("lost", [1, 3, 8, 30, 900])
def test_half_a_record_at_the_end_is_cut_off(
    site: Site, fetch: Run, tmp_path: Path, name: str, lost: int
) -> None:
    archive = tmp_path / name
    fetch(site.url("/presse/"), "--to", archive)
    whole = archive.read_bytes()
    last = whole.rindex(b"\x1f\x8b" if name.endswith(".gz") else b"WARC/1.0")
    archive.write_bytes(whole[: max(len(whole) - lost, last + 5)])
    result = fetch(site.url("/presse/"), "--to", archive)
    assert result.stderr == "1 page stored, 4 kept from before\n"
    assert len(stored(archive)) == 5
    assert archive.read_bytes()[:last] == whole[:last]


@pytest.mark.parametrize("name", ["news.warc.gz", "news.warc"])
def test_nothing_is_cut_from_an_archive_that_is_broken_inside(
    site: Site, fetch: Run, tmp_path: Path, name: str
) -> None:
    archive = tmp_path / name
    fetch(site.url("/presse/"), "--to", archive)
    whole = archive.read_bytes()
    broken = whole[: len(whole) // 2] + whole[len(whole) // 2 + 60 :]
    archive.write_bytes(broken)
    result = fetch(site.url("/presse/"), "--to", archive)
    assert archive.read_bytes().startswith(broken)
    assert result.exit_code == 0 or "a record in the middle is broken" in result.stderr


def test_a_folder_can_be_extracted_offline(site: Site, fetch: Run, tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    fetch(site.url("/presse/"), "--to", folder)
    found = list(load([str(folder)]))
    assert len(found) == 5
    assert all(isinstance(one, Release) and one.markup == "html" for one in found)
    site.forget()
    assert "0 pages stored" in fetch(site.url("/presse/"), "--to", folder).stderr
    assert releases(site.visits) == []


def test_a_page_that_was_deleted_is_stored_again(site: Site, fetch: Run, tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    fetch(site.url("/presse/"), "--to", folder)
    next(folder.rglob("*nummer-1-*.html")).unlink()
    result = fetch(site.url("/presse/"), "--to", folder)
    assert result.stderr == "1 page stored, 4 kept from before\n"


def test_a_broken_line_of_the_folders_index_is_dropped(
    site: Site, fetch: Run, tmp_path: Path
) -> None:
    index = tmp_path / "presse" / ".fetched.jsonl"
    fetch(site.url("/presse/"), "--to", index.parent)
    index.write_bytes(index.read_bytes()[:-10])
    assert "1 page stored" in fetch(site.url("/presse/"), "--to", index.parent).stderr
    rows = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
    assert sorted(row["url"][-1] for row in rows) == ["1", "2", "3", "4", "5"]
    assert all((index.parent / row["file"]).exists() for row in rows)


def test_unpacked_bodies_are_stored_without_the_headers_of_packing(
    tmp_path: Path, site: Site, fetch: Run
) -> None:
    body = "<p>Größe</p>".encode()
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}
    site.pages["/a"] = Reply(gzip.compress(body), headers=headers)
    fetch(site.url("/a"))
    assert stored(tmp_path / "news.warc.gz") == {site.url("/a"): body}


def test_odd_headers_and_addresses_are_stored(site: Site, fetch: Run, tmp_path: Path) -> None:
    odd = {"X-Ort": "Köln", "ETag": '"ä"', "Content-Type": "text/html"}
    site.pages["/k%C3%B6ln%20a"] = Reply(b"Text", headers=odd)
    assert fetch(site.url("/köln a\n")).stderr == "1 page stored\n"
    assert list(stored(tmp_path / "news.warc.gz").values()) == [b"Text"]
    assert "1 kept" in fetch(site.url("/köln a")).stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "gestern"], "gestern"),
        (["--match", "("], "no regular expression"),
        (["--limit", "0"], "--limit"),
        (["--to", "news.html"], "name a folder, or a file that ends in .warc.gz"),
        (["--to", "/proc/nicht/da.warc.gz"], "cannot be written"),
        (["--to", "/proc/nicht/da"], "cannot be written"),
        (["--cache", "/proc/nicht"], "use --no-cache"),
        (["--cache", "a", "--no-cache"], "exclude each other"),
    ],
)
def test_wrong_usage_is_exit_status_2(
    fetch: Run, tmp_path: Path, words: list[str], told: str
) -> None:
    options = [] if "--to" in words else ["--to", str(tmp_path / "a.warc.gz")]
    command = ["fetch", "http://127.0.0.1:9/", *options, *words]
    result = CliRunner().invoke(app, command, env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_another_file_is_not_overwritten(site: Site, fetch: Run, tmp_path: Path) -> None:
    precious = tmp_path / "news.warc.gz"
    precious.write_text("precious")
    result = fetch(site.url("/presse/"))
    assert (result.exit_code, precious.read_text()) == (2, "precious")
    assert "is no WARC file" in result.stderr


def test_a_broken_cache_is_one_line(site: Site, fetch: Run, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "pages-1.sqlite").write_text("no database " * 100)
    result = fetch(site.url("/presse/"))
    assert result.exit_code == 2
    assert "cannot be used (file is not a database)" in result.stderr


def test_private_hosts_are_refused_by_default(site: Site, fetch: Run) -> None:
    result = fetch(site.url("/presse/"), private=False)
    assert result.exit_code == 1
    assert "is a private or local host" in result.stderr
    assert site.asked == []


def test_names_in_a_folder_stay_inside(site: Site, tmp_path: Path, fetch: Run) -> None:
    paths = [
        "/a/..%2F..%2Fetc/passwd",
        "/..%2F..%2Fx.html",
        "/",
        "/ä ö/?id=1",
        "/" + "x" * 300,
    ]
    for one in paths:
        site.pages[one.replace("ä ö", "%C3%A4%20%C3%B6")] = html("Text")
    fetch(*map(site.url, paths), "--to", tmp_path / "presse")
    files = list(tmp_path.rglob("*.html"))
    assert len(files) == len(paths)
    assert {file.parent for file in files} == {tmp_path / "presse" / "127.0.0.1"}


def test_half_a_record_is_taken_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page("http://verein.example/", b"Text", {}, now())
    with open_archive(tmp_path / "news.warc.gz") as archive:
        archive.add(page.url, page)
        size = archive.path.stat().st_size
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(archive, "_file", _Interrupted(archive._file))
            archive.add("http://verein.example/2", page)
    assert archive.path.stat().st_size == size


class _Interrupted:
    """A file that Ctrl-C hits when half of something is written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell, self.seek, self.truncate = file.tell, file.seek, file.truncate

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        raise KeyboardInterrupt


def test_an_archive_can_be_opened_twice_over(tmp_path: Path) -> None:
    for _ in range(2):
        with open_archive(tmp_path / "a" / "leer.warc.gz") as archive:
            assert archive.fetched("http://verein.example/") is None
