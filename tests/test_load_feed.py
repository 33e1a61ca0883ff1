"""Feeds: each entry is a release with title, day and address."""

from datetime import date
from pathlib import Path

import pytest
from loading import outcomes, problem, write

from lorbeer.clean import clean
from lorbeer.flow import Release
from lorbeer.load import load

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Presse</title>
<item><title>Preis für &lt;b&gt;Ada&lt;/b&gt;</title><link>https://example.org/1</link>
<author>Stadt Köln</author><pubDate>Sun, 12 May 2024 10:00:00 +0200</pubDate>
<description>Kurz.</description>
<content:encoded><![CDATA[<p>Ada erhält den Preis der Stadt.</p>]]></content:encoded></item>
<item><title>Ohne Adresse</title><guid isPermaLink="false">nr-2</guid>
<description>&lt;p&gt;Zweite Meldung&lt;/p&gt;</description></item>
<item><title>Leer</title><link>https://example.org/3</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Presse</title>
<author><name>Land Hessen</name></author>
<entry><title>Preis</title><id>urn:1</id><link href="https://example.org/a"/>
<updated>2024-05-13T10:00:00Z</updated><summary>Kurz</summary>
<content type="html">&lt;p&gt;Der ganze Text.&lt;/p&gt;</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="x"><title>T</title><link>https://example.org/r</link>
<description>Ein Text</description></item></rdf:RDF>"""


def releases(path: Path) -> list[Release]:
    return [one for one in load([str(path)]) if isinstance(one, Release)]


def test_rss(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xml", RSS)
    assert outcomes(path) == [
        ("#https://example.org/1", "<p>Ada erhält den Preis der Stadt.</p>"),
        ("#nr-2", "<p>Zweite Meldung</p>"),
        ("#https://example.org/3", "! no text in this entry; fetch its page instead"),
    ]
    first, second = releases(path)
    text = clean(first)
    assert (text.title, text.url) == ("Preis für Ada", "https://example.org/1")
    assert (text.publisher, text.published) == ("Stadt Köln", date(2024, 5, 12))
    assert second.url is None
    assert clean(second).string == "Ohne Adresse\nZweite Meldung"


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a", "a.html"])
def test_atom(tmp_path: Path, name: str) -> None:
    (found,) = releases(write(tmp_path / name, ATOM))
    assert (found.markup, found.content) == ("html", "<p>Der ganze Text.</p>")
    text = clean(found)
    assert (text.title, text.publisher) == ("Preis", "Land Hessen")
    assert (text.url, text.published) == ("https://example.org/a", date(2024, 5, 13))


def test_rdf_and_other_encodings(tmp_path: Path) -> None:
    assert outcomes(write(tmp_path / "a.rss", RDF)) == [("#https://example.org/r", "Ein Text")]
    data = RSS.replace("utf-8", "iso-8859-1").encode("latin-1")
    assert "erhält" in outcomes(write(tmp_path / "b.xml", data))[0][1]


def test_bytes_of_another_encoding_and_names_of_several_lines(tmp_path: Path) -> None:
    data = RSS.replace("nr-2", "nr\n2").encode().replace("Köln".encode(), b"K\xf6ln")
    found = outcomes(write(tmp_path / "a.xml", data))
    assert [source for source, _ in found] == [
        *("#https://example.org/1", "#nr 2", "#https://example.org/3")
    ]
    assert clean(releases(tmp_path / "a.xml")[0]).publisher == "Stadt Köln"


def test_broken_feeds(tmp_path: Path) -> None:
    (source, text), (_, told) = outcomes(
        write(tmp_path / "a.rss", RSS[: RSS.index("<item><title>O")])
    )
    assert (source, text) == ("#https://example.org/1", "<p>Ada erhält den Preis der Stadt.</p>")
    assert told.startswith("! broken XML")
    assert "without entries" in problem(write(tmp_path / "b.rss", "<rss><channel></channel></rss>"))
    assert "empty" in problem(write(tmp_path / "c.rss", ""))


def test_other_xml_is_told_of_only_where_it_was_named(tmp_path: Path) -> None:
    sitemap = write(tmp_path / "sitemap.xml", "<?xml version='1.0'?><urlset></urlset>")
    assert "neither a feed nor a page" in problem(sitemap)
    write(tmp_path / "feed.xml", RDF)
    assert [source for source, _ in outcomes(tmp_path)] == ["/feed.xml#https://example.org/r"]


def test_a_page_in_xml_is_a_page(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></html>'
    (found,) = releases(write(tmp_path / "a.xml", page))
    assert (found.markup, found.content) == ("html", page)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Mon, 13 May 2024 00:00:00 +0200", date(2024, 5, 13)),
        ("Sun, 12 May 2024 23:30:00 GMT", date(2024, 5, 12)),
        ("13.05.2024", None),
    ],
)
def test_the_day_is_the_one_stated_not_that_in_universal_time(
    tmp_path: Path, stated: str, expected: date | None
) -> None:
    rss = RSS.replace("Sun, 12 May 2024 10:00:00 +0200", stated)
    assert clean(releases(write(tmp_path / "a.xml", rss))[0]).published == expected
