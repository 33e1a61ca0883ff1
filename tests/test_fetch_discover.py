"""Discovery: which pages lead to releases, and to which."""

import gzip
from datetime import UTC, date, datetime

import pytest

from lorbeer.load.web.discover import Directory, Link, discover, published
from lorbeer.load.web.errors import FetchError
from lorbeer.load.web.page import Page

LARGEST = 100_000
BASE = "https://www.verein.example/presse/"

RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0"><channel><title>Presse</title><link>https://www.verein.example</link>
<item><title>Preis für Größe</title><link>https://www.verein.example/presse/preis</link>
  <pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate></item>
<item><title>Ohne Datum</title><link>/presse/ohne-datum#mehr</link></item>
<item><title>Ohne Link</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Presse</title>
<link rel="next" href="?seite=2"/>
<entry><title>Preis</title><link rel="alternate" href="preis"/>
  <published>2024-05-06T10:00:00Z</published><updated>2024-05-07T10:00:00Z</updated></entry>
</feed>"""

SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://www.verein.example/presse/preis </loc><lastmod>2024-05-06</lastmod></url>
<url><loc>https://www.verein.example/presse/medaille</loc>
  <n:news><n:publication_date>2024-05-07T08:00:00+02:00</n:publication_date>
  <n:title>Medaille verliehen</n:title></n:news></url>
<url><lastmod>2024-05-06</lastmod></url>
</urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://www.verein.example/sitemap-1.xml.gz</loc></sitemap>
<sitemap><loc>https://www.verein.example/sitemap-2.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
</sitemapindex>"""


def found(body: str | bytes, kind: str = "", url: str = BASE) -> Directory | None:
    data = body.encode() if isinstance(body, str) else body
    page = Page(url, data, {"content-type": kind}, datetime(2024, 5, 8, tzinfo=UTC))
    return discover(page, LARGEST)


def links(body: str | bytes, kind: str = "") -> list[Link]:
    directory = found(body, kind)
    assert directory is not None
    return list(directory.links)


def paths(body: str) -> list[str]:
    return [link.url.removeprefix("https://www.verein.example") for link in links(body)]


def test_rss() -> None:
    first, second = links(RSS.encode("latin-1"), "text/html")
    moment = datetime(2024, 5, 6, 8, tzinfo=UTC)
    assert first == Link("https://www.verein.example/presse/preis", "Preis für Größe", moment)
    assert second == Link("https://www.verein.example/presse/ohne-datum", "Ohne Datum")


def test_atom_with_a_next_page() -> None:
    directory = found(ATOM)
    assert directory is not None
    assert directory.links == [
        Link(BASE + "preis", "Preis", datetime(2024, 5, 7, 10, tzinfo=UTC)),
    ]
    assert directory.further == [Link(BASE + "?seite=2")]


def test_sitemap() -> None:
    first, second = links(SITEMAP)
    assert first.dated == datetime(2024, 5, 6, tzinfo=UTC)
    assert (second.title, second.dated) == (
        "Medaille verliehen",
        datetime(2024, 5, 7, 6, tzinfo=UTC),
    )


def test_sitemap_index() -> None:
    directory = found(gzip.compress(INDEX.encode()))
    assert directory is not None
    assert not directory.links
    assert [link.url[-16:] for link in directory.further] == [
        "sitemap-1.xml.gz",
        "le/sitemap-2.xml",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (gzip.compress(b"<urlset>" + b" " * LARGEST), "unpacks to more than"),
        (gzip.compress(b"<urlset>" * 500)[:20] + b"\xff" * 20, "broken compression"),
        (b"<urlset><url></urlset>", "a broken sitemap"),
        (b'<!DOCTYPE urlset [<!ENTITY a "aaaa">]><urlset>&a;</urlset>', "entities of its own"),
    ],
    ids=["bomb", "broken gzip", "broken XML", "entities"],
)
def test_sitemaps_that_are_none(data: bytes, told: str) -> None:
    with pytest.raises(FetchError, match=told):
        found(data)


def test_a_feed_with_entities_stays_small() -> None:
    lines = ['<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9)]
    title = "<item><title>&a9;</title><link>https://www.verein.example/a</link></item>"
    feed = f"<!DOCTYPE rss [{''.join(lines)}]><rss><channel>{title}</channel></rss>"
    assert sum(len(link.title) for link in links(feed)) < 100


NAVIGATION = """
<header><nav><ul><li><a href="/">Start</a></li><li><a href="/presse/">Presse und Medien</a></li>
<li><a href="/presse/ansprechpartner-fuer-die-presse">Unsere Ansprechpartner für die Presse</a>
</li></ul></nav></header>"""
FOOTER = """
<footer><a href="/impressum">Impressum</a> <a href="/presse/datenschutz">Hinweise zum Datenschutz
auf dieser Seite</a><a href="https://www.anderswo.example/presse/ein-langer-verweis-hierhin">Ein
langer Verweis, der woanders hin führt</a></footer>"""
TEASER = "Die Jury lobte Ausdauer, Witz und Sorgfalt. Der Verein gratuliert allen herzlich."

TYPO3 = "".join(
    f"""<div class="article articletype-0"><div class="header"><h3>
    <a href="/presse/detail/preis-fuer-nummer-{n}" title="Preis für die Nummer {n} im Land">
    Preis für die Nummer {n} im Land</a></h3></div><span class="news-list-date">0{n}.05.2024</span>
    <p>{TEASER}</p><a class="more" href="/presse/detail/preis-fuer-nummer-{n}">mehr</a></div>"""
    for n in (3, 2, 1)
)
WORDPRESS = "".join(
    f"""<article class="post"><header><h2><a href="https://verein.example/2024/05/0{n}/ehrung-{n}/">
    Ehrung Nummer {n} für das Dorf</a></h2><time datetime="2024-05-0{n}T09:00:00+02:00">gestern
    </time></header><p>{TEASER}</p></article>"""
    for n in (3, 2, 1)
)
ROWS = "".join(
    f"""<tr><td>{n}. Mai 2024</td><td><a href="?id=120{n}&amp;typ=pm">Der Bezirk zeichnet
    Gruppe {n} aus</a></td></tr>"""
    for n in (3, 2, 1)
)


def newsroom(body: str, paging: str = "") -> str:
    return f"""<html><head><title>Presse</title></head><body>{NAVIGATION}
    <main><h1>Pressemitteilungen</h1><a href="/presse/kategorie/alle-preise-und-ehrungen-hier">Alle
    Preise und Ehrungen</a><div class="list">{body}</div>{paging}</main>{FOOTER}</body></html>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TYPO3, "https://www.verein.example/presse/detail/preis-fuer-nummer-{n}"),
        (WORDPRESS, "https://verein.example/2024/05/0{n}/ehrung-{n}/"),
        (f"<table>{ROWS}</table>", BASE + "?id=120{n}&typ=pm"),
    ],
    ids=["teasers", "articles", "table"],
)
def test_listings(body: str, expected: str) -> None:
    listed = links(newsroom(body), "text/html")
    assert [link.url for link in listed] == [expected.format(n=n) for n in (3, 2, 1)]
    days = [link.dated.date() for link in listed if link.dated]
    assert days == [date(2024, 5, day) for day in (3, 2, 1)]
    assert all("3" in link.title for link in listed[:1])


def test_a_listing_beside_large_menus() -> None:
    menu = "".join(f"<li><a href='/a/{n}'>Bereich {n}</a></li>" for n in range(300))
    assert len(links(newsroom(TYPO3, f"<ul>{menu}</ul>"), "text/html")) == 3


RELEASE = f"""<article><h1>Preis für die Nummer 3 im Land</h1><p>3. Mai 2024</p>
<p>{TEASER * 5} Mehr im <a href="/presse/bericht-des-vergangenen-jahres-2023">Bericht des
vergangenen Jahres</a>, im <a href="/presse/bericht-des-vorvergangenen-jahres-2022">Bericht des
vorvergangenen Jahres</a> und hier.</p></article>
<section><h2>Auch interessant</h2>{TYPO3}</section>"""


def test_a_release_with_related_links_is_no_listing() -> None:
    page = newsroom(RELEASE, '<a rel="next" href="/presse/noch-ein-preis">Nächster Beitrag</a>')
    assert found(page, "text/html") is None


def test_a_page_nested_beyond_reason_is_given_up() -> None:
    page = "<div><a href='/presse/preis-der-nummer-1'>Preis verliehen im Mai</a>" * 2_000
    assert found(page, "text/html") is None


def test_what_stands_before_the_root_is_passed_over() -> None:
    assert links("<?xml version='1.0'?>" + "<!-- a -->" * 5000 + INDEX) == []
    assert found("<!-- a -->" * 5000 + "kein Element") is None


@pytest.mark.parametrize("kind", ["application/pdf", "text/plain", "application/json"])
def test_other_pages_are_no_directory(kind: str) -> None:
    assert found(newsroom(TYPO3), kind) is None


@pytest.mark.parametrize(
    ("paging", "expected"),
    [
        ('<div class="pagination"><a href="?page=2">2</a><a href="?page=2">weiter</a></div>', True),
        ('<div class="pagination"><a href="?page=2">›</a></div>', True),
        ('<a href="?page=2">Nächste Seite »</a>', True),
        ('<a href="/presse/page/2/">Ältere Beiträge</a>', True),
        ('<a href="/presse/liste?tx_news%5Bseite%5D=2">weiter</a>', True),
        ('<a href="?p=2" aria-label="Nächste Seite"><img src="pfeil.png"></a>', True),
        ('<link rel="next" href="?page=2">', True),
        ('<a href="/presse/noch-ein-preis">weiter</a>', False),
        ('<div class="pagination"><a href="?page=0">‹ zurück</a></div>', False),
        ('<a rel="next" href="https://anderswo.example/?page=2">weiter</a>', False),
        ('<a rel="next" href="#">weiter</a>', False),
        ("", False),
    ],
)
def test_the_next_page(paging: str, expected: bool) -> None:
    directory = found(newsroom(TYPO3, paging), "text/html")
    assert directory is not None
    assert bool(directory.further) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2024-05-03T08:00:00+02:00">', 3),
        ('<script type="application/ld+json">{"datePublished": "2024-05-04"}</script>', 4),
        ('<time datetime="2024-05-05">Sonntag</time>', 5),
        ('<meta name="date" content="bald"><time datetime="2024-05-05">Sonntag</time>', 5),
        ("<p>6. Mai 2024</p>", None),
    ],
)
def test_the_day_of_a_page(head: str, expected: int | None) -> None:
    moment = published(f"<html>{head}</html>")
    assert (moment and moment.day) == expected
