"""Known sites: pages of theirs are read as declared, and any other way when they have changed."""

from pathlib import Path
from typing import Any

import pytest
from site_pages import as_json, expected, pages, release_of, result, site_name

from lorbeer.clean import clean
from lorbeer.clean.html_tree import parse, text_of
from lorbeer.clean.sites import site_of
from lorbeer.clean.sites.declarations import declarations
from lorbeer.flow import Release

each_page = pytest.mark.parametrize("page", pages(), ids=[page.stem for page in pages()])
FRAME = ["Cookie", "Impressum", "Startseite", "Weitere Meldungen", "Teilen", "Twitter", "Foto:"]
TEXT = "<p>" + "Die Jury vergab den Preis an eine Forscherin aus Kiel. " * 8 + "</p>"


def address(page: Path) -> str | None:
    (found,) = parse(release_of(page).content).xpath("//link[@rel='canonical']/@href") or [None]
    return found


def winners(page: Path) -> list[str]:
    """The winners in lists and tables, which the page marks for this test (`data-winner`)."""
    marked = parse(release_of(page).content).xpath("//*[@data-winner]")
    return [" ".join(text_of(element).split()) for element in marked]


def name_of(content: str, url: str | None) -> str | None:
    site = site_of(parse(content), content, url)
    return site.name if site else None


def cleaned(content: str, url: str | None = None, **metadata: Any) -> dict[str, Any]:
    return result(clean(Release("test", "html", content, url, metadata)))


@each_page
def test_page_is_read_as_expected(page: Path) -> None:
    assert result(clean(release_of(page))) == expected(page)


@each_page
def test_expected_result_is_written_as_the_script_writes_it(page: Path) -> None:
    assert as_json(expected(page)) == page.with_suffix(".json").read_text("utf-8")


@each_page
def test_page_is_known_by_its_declaration(page: Path) -> None:
    assert name_of(release_of(page).content, address(page)) == site_name(page)


def test_every_declaration_has_a_page() -> None:
    assert {one.name for one in declarations()} == {site_name(page) for page in pages()}


def test_declarations_with_hosts_come_first() -> None:
    has_hosts = [bool(one.hosts) for one in declarations()]
    assert has_hosts == sorted(has_hosts, reverse=True)
    assert all(one.hosts or one.mark for one in declarations())


@each_page
def test_winners_survive_and_the_frame_does_not(page: Path) -> None:
    string = clean(release_of(page)).string
    assert len(winners(page)) > 1
    assert [winner for winner in winners(page) if winner not in string] == []
    assert [words for words in FRAME if words in string] == []


@each_page
def test_letters_lead_back_to_the_page(page: Path) -> None:
    release = release_of(page)
    text = clean(release)
    strays = [
        text.of(block)
        for block in text.blocks
        for char, at in zip(text.of(block), text.origins[block.start : block.end], strict=True)
        # Numbers of ordered lists are not in the page, and umlauts may be entities.
        if char.isalpha() and release.content[at] not in (char, "&")
    ]
    assert strays == []


@each_page
def test_page_whose_body_was_renamed_is_read_the_general_way(page: Path) -> None:
    content = release_of(page).content.replace(" id=", " data-id=").replace(" class=", " data-c=")
    content = content.replace(" itemprop=", " data-i=")
    assert name_of(content, address(page)) is None
    string = clean(Release("test", "html", content)).string
    assert [winner for winner in winners(page) if winner not in string] == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(f"<article class='story'>{TEXT}</article>", "presseportal", id="sound"),
        pytest.param(TEXT, None, id="no body"),
        pytest.param(f"<article class='story'><p>Preis</p></article>{TEXT}", None, id="too short"),
        pytest.param(f"<article class='story'>{TEXT}</article>{TEXT * 30}", None, id="small part"),
        pytest.param(
            f"<article class='story'><script>{TEXT}</script></article>", None, id="only a script"
        ),
        pytest.param(
            f"<article class='story'><article class='story'><p>{'Preis ' * 25}</p></article>"
            "</article>",
            None,
            id="too short, counted once",
        ),
    ],
)
def test_body_must_hold_a_sensible_share(body: str, name: str | None) -> None:
    assert name_of(f"<body>{body}", "https://www.presseportal.de/pm/1/2") == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://presseportal.de/pm/1/2", "presseportal"),
        ("http://WWW.Presseportal.de:80/pm/1/2", "presseportal"),
        ("https://mypresseportal.de/pm/1/2", None),
        ("https://example.org/presseportal.de", None),
        ("https://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_host_of_the_address_tells_the_site(url: str | None, name: str | None) -> None:
    assert name_of(f"<article class='story'>{TEXT}</article>", url) == name


def test_host_goes_before_the_publishing_system() -> None:
    content = f"<body class='single'><div class='entry-content' id='pm'>{TEXT}</div>"
    assert name_of(content, None) == "wordpress"
    assert name_of(content, "https://www.openpr.de/news/1.html") == "openpr"
    assert name_of(content, "https://www.presseportal.de/pm/1/2") == "wordpress", (
        "no body of its own"
    )


STORY = (
    "<meta property='og:site_name' content='presseportal.de'>"
    "<article class='story'><p class='customer'>Stadt Kiel</p>"
    "<p class='date'>14.05.2024 – 10:30</p><h1>Preis</h1>"
    f"<p>Kiel, 3. Mai 2024 – Es war knapp.</p>{TEXT}</article>"
)
URL = "https://www.presseportal.de/pm/1/2"


@pytest.mark.parametrize(
    ("head", "metadata", "field", "value"),
    [
        ("", {}, "publisher", "Stadt Kiel"),
        ("", {"publisher": "Land"}, "publisher", "Land"),
        ("", {}, "title", "Preis"),
        ("", {"title": "Ein anderer"}, "title", "Ein anderer"),
        ("", {}, "published", "2024-05-14"),
        ("", {}, "published_by", "page"),
        ("<meta name='date' content='2024-05-13'>", {}, "published", "2024-05-13"),
        ("<meta name='date' content='2024-05-13'>", {}, "published_by", "metadata"),
    ],
)
def test_what_the_page_shows_ranks_after_what_is_stated(
    head: str, metadata: dict[str, Any], field: str, value: str
) -> None:
    assert cleaned(head + STORY, URL, **metadata)[field] == value


@pytest.mark.parametrize(
    ("entry", "stays"),
    [
        ("<ul><li>Ada Beispiel, Kiel</li></ul>", True),
        ("<ul><li>Preis für <a href='/'>Ada Beispiel</a>, Hochschule Kiel</li></ul>", True),
        ("<ul><li><a href='/'>Ada Beispiel und ein Preis</a></li></ul>", False),
        ("<table><tr><td>1.</td><td>Ada Beispiel</td></tr></table>", True),
        ("<aside><ul><li>Ada Beispiel, Kiel</li></ul></aside>", False),
        ("<div class='related'><ul><li>Ada Beispiel, Kiel</li></ul></div>", False),
    ],
)
def test_entries_within_rough_bounds_stay_unless_they_are_links(entry: str, stays: bool) -> None:
    links = "<ul>" + "<li><a href='/'>Archiv der Meldungen</a></li>" * 6 + "</ul>"
    body = f"<h1>Preis</h1><div class='entry-content'>{TEXT}{links}{entry}</div>"
    string = clean(Release("test", "html", f"<body class='single'>{body}")).string
    assert ("Ada Beispiel" in string, "Archiv" in string) == (stays, False)


def test_rough_bounds_outweigh_a_guess_that_is_all_beside_them() -> None:
    comment = (
        "<p>" + "Das ist ein langer Kommentar, und er sagt nur wenig zum Preis. " * 40 + "</p>"
    )
    entry = "<h3>Ada Beispiel aus Kiel</h3>" * 16
    body = f"<h1>Preis</h1><div class='entry-content'>{entry}</div><article>{comment}</article>"
    string = clean(Release("test", "html", f"<body class='single'>{body}")).string
    assert ("Ada Beispiel" in string, "Kommentar" in string) == (True, False)
