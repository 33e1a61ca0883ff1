"""E-mail: subject, day and sender, the better of its texts, and its attachments."""

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from loading import only, outcomes, problem, write

from lorbeer.clean import clean


def mail(text: str | None = "Ada erhält den Preis.", html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: PM: Preis für Ada"
    message["From"] = "Stadt Köln – Presse <presse@example.org>"
    message["Date"] = "Sun, 12 May 2024 23:30:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    return message


def attach(message: EmailMessage, name: str, data: bytes) -> None:
    message.add_attachment(data, "application", "octet-stream", filename=name)


@pytest.mark.parametrize("name", ["a.eml", "a", "a.txt"])
def test_what_a_mail_says_about_itself(tmp_path: Path, name: str) -> None:
    found = only(write(tmp_path / name, mail().as_bytes()))
    assert (found.markup, found.content) == ("text", "Ada erhält den Preis.\n")
    text = clean(found)
    assert text.title == "PM: Preis für Ada"
    assert text.publisher == "Stadt Köln – Presse"
    assert text.published == date(2024, 5, 12)


@pytest.mark.parametrize(
    ("text", "html", "markup", "content"),
    [
        ("Text", "<p>HTML</p>", "html", "<p>HTML</p>\n"),
        (None, "<p>HTML</p>", "html", "<p>HTML</p>\n"),
        ("Text", "", "text", "Text\n"),
    ],
)
def test_html_comes_before_text(
    tmp_path: Path, text: str | None, html: str, markup: str, content: str
) -> None:
    found = only(write(tmp_path / "a.eml", mail(text, html).as_bytes()))
    assert (found.markup, found.content) == (markup, content)


@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "cp1252"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_encodings(tmp_path: Path, charset: str, encoding: str) -> None:
    message = mail(None)
    message.set_content("Größe", charset=charset, cte=encoding)
    assert only(write(tmp_path / "a.eml", message.as_bytes())).content == "Größe\n"


def test_a_wrong_charset_does_no_harm(tmp_path: Path) -> None:
    data = mail().as_bytes().replace(b'charset="utf-8"', b'charset="x-unknown"')
    assert only(write(tmp_path / "a.eml", data)).content == "Ada erhält den Preis.\n"


def test_attachments_are_releases_of_their_own(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("b.txt", "Gepackt")
    message = mail("Anbei unsere Meldung.")
    attach(message, "Meldung Köln.txt", "Größe".encode())
    attach(message, "logo.png", b"\x89PNG")
    attach(message, "alle.zip", archive.getvalue())
    attach(message, "leer.txt", b"")
    message.add_attachment(mail("Weitergeleitet"))
    assert outcomes(write(tmp_path / "a.eml", message.as_bytes())) == [
        ("", "Anbei unsere Meldung.\n"),
        ("/Meldung Köln.txt", "Größe"),
        ("/alle.zip/b.txt", "Gepackt"),
        ("/leer.txt", "! the file is empty; give a file with text"),
        ("/5.eml", "Weitergeleitet\n"),
    ]


def test_a_mail_without_text(tmp_path: Path) -> None:
    message = mail(" ")
    attach(message, "a.txt", b"Text")
    assert outcomes(write(tmp_path / "a.eml", message.as_bytes())) == [("/a.txt", "Text")]
    assert "no text and no readable attachment" in problem(
        write(tmp_path / "b.eml", mail("").as_bytes())
    )


def test_mails_are_found_in_folders_and_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.eml", mail("Eins").as_bytes())
    write(tmp_path / "c.eml", mail("Zwei").as_bytes())
    assert outcomes(tmp_path) == [("/a.zip/b.eml", "Eins\n"), ("/c.eml", "Zwei\n")]


def test_mails_in_mails_end(tmp_path: Path) -> None:
    message = mail("0")
    for number in range(1, 8):
        outer = mail(str(number))
        outer.add_attachment(message)
        message = outer
    found = outcomes(write(tmp_path / "a.eml", message.as_bytes()))
    assert [outcome for _, outcome in found] == [
        *("7\n", "6\n", "5\n", "4\n", "3\n"),
        "! a mail in too many others; save it as a file",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Subject: Preis\n", "no text and no readable attachment"),
        (
            b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
            "no text and no readable attachment",
        ),
        (b"\0\1", "binary"),
        (b"", "empty"),
    ],
)
def test_broken_mails(tmp_path: Path, data: bytes, expected: str) -> None:
    assert expected in problem(write(tmp_path / "a.eml", data))


@pytest.mark.parametrize(
    "header", ["From: =?x-y?q?=ff?= <", "Date: gestern", "Subject: =?utf-8?b?x"]
)
def test_odd_headers_do_no_harm(tmp_path: Path, header: str) -> None:
    data = f"{header}\nMIME-Version: 1.0\n\nText"
    assert only(write(tmp_path / "a.eml", data)).content == "Text"


@pytest.mark.parametrize(
    "content",
    [
        "Von: Stadt Köln\nDatum: heute\n\nEin Preis.",
        "From: the city\n\nEin Preis.",
        "Pressekontakt: Ada\nSubject: Preis\n\nText",
    ],
)
def test_text_is_no_mail(tmp_path: Path, content: str) -> None:
    assert only(write(tmp_path / "a.txt", content)).content == content
