"""Which kind of file some bytes are: by content first, by the suffix of the name second."""

import csv
import re
import zipfile
from functools import cache

from lorbeer.load.columns import usual_names
from lorbeer.load.data import entries
from lorbeer.load.decoding import as_text, text_encoding
from lorbeer.load.item import ReadError, Stream
from lorbeer.load.kinds import kind_of_name
from lorbeer.load.streams import HEAD

_JSON_ARRAY = re.compile(r"\s*\[\s*[{\]]")
_JSON_OBJECT = re.compile(r"\s*\{\s*[\"}]")
_SECOND_ROW = re.compile(r"\s*\{[^\n]*\n\s*\{")
_FEED = re.compile(
    r"\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*+)*+"
    r"<(?:\w+:)?(?:rss|feed|rdf)\b",
    re.DOTALL | re.IGNORECASE,
)
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADER_NAME = re.compile(r"^([A-Za-z][\w-]*):", re.MULTILINE)
_BY_PROGRAMS = frozenset({"message-id", "mime-version", "received", "return-path"})
_PROLOGUE = 1000
_MARKUP_SUFFIXES = (".html", ".htm", ".md", ".markdown")
_COLUMN_NAME = re.compile(r"\w[\w.-]*")
_LEAST_COLUMNS = 2
DELIMITERS = ",;\t|"


def kind_of(head: bytes, name: str) -> str:
    """The kind of a file that begins with `head`; raises `ReadError` for what has no reader."""
    for signature, offset, kind, format_name in _signatures():
        if head.startswith(signature, offset):
            if kind == "-":
                raise ReadError(f"{format_name} is not supported; save it as text or HTML")
            return kind
    promised = kind_of_name(name)
    if promised == "pdf" and b"%PDF-" in head[:_PROLOGUE]:
        return "pdf"
    if b"\0" in head and text_encoding(head)[0] == "utf-8":
        if promised == "tar":
            return "tar"  # older than its signature
        raise ReadError("a binary file, not text; save it as text or HTML")
    if len(head) < HEAD and not head.strip():
        raise ReadError("the file is empty; give a file with text")
    return _kind_of_text(as_text(head), name, promised)


@cache
def _signatures() -> tuple[tuple[bytes, int, str, str], ...]:
    """First bytes of formats, where they stand, kind and name, from `signatures.txt`."""
    rows = []
    for mark, kind, format_name in entries("signatures.txt", 3):
        signature, _, offset = mark.partition("@")
        rows.append((bytes.fromhex(signature), int(offset or 0), kind, format_name))
    return tuple(rows)


def kind_of_zip(stream: Stream) -> str:
    """Whether a ZIP archive is a document; `ReadError` for one that has no reader."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise ReadError("a broken or cut off ZIP archive; get the file again") from error
    finally:
        stream.seek(0)
    for member, kind, format_name in entries("office.txt", 3):
        if member in names:
            if kind == "-":
                raise ReadError(f"{format_name}, not supported; save it as text, HTML or PDF")
            return kind
    return "zip"


def _kind_of_text(text: str, name: str, promised: str | None) -> str:
    if _FEED.match(text):
        return "feed"
    if _is_mail(text, promised):
        return "mail"
    if promised == "feed" and "<html" not in text[:_PROLOGUE].lower():
        return "xml"
    is_markup = name.lower().endswith(_MARKUP_SUFFIXES)
    if not is_markup and (kind := _kind_of_table(text, promised)):
        return kind
    return "text"


def _is_mail(text: str, promised: str | None) -> bool:
    """Whether it opens with the headers of a mail, those that programs write among them."""
    match = _HEADERS.match(text)
    names = {name.lower() for name in _HEADER_NAME.findall(match[0])} if match else set()
    if promised == "mail":
        return bool(names)
    return "from" in names and not names.isdisjoint(_BY_PROGRAMS)


def _kind_of_table(text: str, promised: str | None) -> str | None:
    if promised == "json-lines" or _SECOND_ROW.match(text):
        return "json-lines"
    if promised == "json" or _JSON_ARRAY.match(text) or _JSON_OBJECT.match(text):
        return "json"
    return "csv" if promised == "csv" or _has_header(text) else None


def _has_header(text: str) -> bool:
    """Whether the first line is single words, one of them a usual name for a text field."""
    cells = header_cells(next(iter(text.lstrip().splitlines()), ""))
    if len(cells) < _LEAST_COLUMNS or not all(map(_COLUMN_NAME.fullmatch, cells)):
        return False
    return not {cell.lower() for cell in cells}.isdisjoint(usual_names("text"))


def header_cells(line: str) -> list[str]:
    """The cells of the first line of a CSV file."""
    return next(csv.reader([line], delimiter=delimiter_of(line)), [])


def delimiter_of(line: str) -> str:
    """The delimiter that cuts a header line into most cells."""
    return max(DELIMITERS, key=lambda mark: len(next(csv.reader([line], delimiter=mark), [])))
