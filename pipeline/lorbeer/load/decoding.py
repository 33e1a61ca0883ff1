"""From bytes to text: encodings as German pages really carry them."""

import codecs
import re

from lorbeer.load.item import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE
)
_META_REACH = 4096
#: What German text holds beyond ASCII; anything else marks a wrong guess of the encoding.
_GERMAN = frozenset("äöüÄÖÜßéèêáàâçëïôøåæñóúÉ§°²³µ€–—„“”‚‘’«»‹›…•·©®™\xa0\xad´½")
_LEAST_GERMAN = 0.6
_MOST_CONTROLS = 0.01


_STRAY = "lorbeer.windows"


class DecodingError(ReadError):
    """Bytes that are not text; the message names what they are and what to do."""


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of a file; `charset` is what its server claims. Raises `DecodingError`."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    _refuse_binary(data)
    try:
        # Before any claim: text in another encoding is hardly ever valid UTF-8 by chance, but
        # pages that claim Latin-1 and hold UTF-8 are common.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_claimed(data, charset) or _decode_mixed(data)


def text_encoding(head: bytes) -> tuple[str, str]:
    """Encoding and error handler for a long text, of which `head` is the beginning.

    Without a mark it is UTF-8 where that is valid, and Windows-1252 for every other byte.
    """
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", _STRAY
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            # Without the byte order in its name a codec takes the mark away.
            return encoding[: len("utf-16")], "replace"
    return "utf-8", _STRAY


def as_text(head: bytes) -> str:
    """The beginning of a long text as far as it can be read."""
    encoding, errors = text_encoding(head)
    return head.decode(encoding, errors)


def _refuse_binary(data: bytes) -> None:
    if not data.strip():
        raise DecodingError("the file is empty; give a file with text")
    if b"\0" in data:
        raise DecodingError("a binary file, not text; save it as text or HTML")


def _decode_claimed(data: bytes, charset: str | None) -> str | None:
    """The text in the encoding that its server or its own head claims, if it holds."""
    meta = _META_CHARSET.search(data[:_META_REACH])
    for claim in (charset, meta[1].decode("ascii") if meta else None):
        try:
            encoding = codecs.lookup(claim).name if claim else "utf-8"
            # Browsers read Latin-1 as Windows-1252, and so pages are written.
            encoding = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(encoding, encoding)
            if encoding != "utf-8":
                return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _decode_mixed(data: bytes) -> str:
    """UTF-8 where it is valid, Windows-1252 for every other byte."""
    strays: list[str] = []

    def stray(error: UnicodeError) -> tuple[str, int]:
        strays.append(_as_windows(error)[0])
        return _as_windows(error)

    codecs.register_error("lorbeer.stray", stray)
    text = data.decode("utf-8", errors="lorbeer.stray")
    if not _is_plausible(text, "".join(strays)):
        raise DecodingError("the encoding is unknown; save it as UTF-8")
    return text


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are not valid UTF-8 as Windows-1252; an error handler for codecs."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_STRAY, _as_windows)


def _is_plausible(text: str, strays: str) -> bool:
    german = sum(char in _GERMAN for char in strays)
    controls = sum(char < " " and char not in "\t\n\r\f" for char in text)
    return german >= _LEAST_GERMAN * len(strays) and controls <= _MOST_CONTROLS * len(text)
