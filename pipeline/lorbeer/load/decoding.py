"""From bytes to text: encodings as German pages really carry them."""

import codecs
import re
from importlib.resources import files

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


class DecodingError(Exception):
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


def _refuse_binary(data: bytes) -> None:
    if not data.strip():
        raise DecodingError("the file is empty; give a file with text")
    for signature, name in _signatures():
        if data.startswith(signature):
            raise DecodingError(f"{name} is not supported yet; save it as text or HTML")
    if b"\0" in data:
        raise DecodingError("a binary file, not text; save it as text or HTML")


def _signatures() -> list[tuple[bytes, str]]:
    """First bytes of file formats with the format's name, from `signatures.txt`."""
    text = files(__package__).joinpath("signatures.txt").read_text(encoding="utf-8")
    lines = (line.split(maxsplit=1) for line in text.splitlines() if line and line[0] != "#")
    return [(bytes.fromhex(signature), name) for signature, name in lines]


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
        assert isinstance(error, UnicodeDecodeError)
        strays.append(data[error.start : error.end].decode("cp1252", errors="replace"))
        return strays[-1], error.end

    codecs.register_error("lorbeer.stray", stray)
    text = data.decode("utf-8", errors="lorbeer.stray")
    if not _is_plausible(text, "".join(strays)):
        raise DecodingError("the encoding is unknown; save it as UTF-8")
    return text


def _is_plausible(text: str, strays: str) -> bool:
    german = sum(char in _GERMAN for char in strays)
    controls = sum(char < " " and char not in "\t\n\r\f" for char in text)
    return german >= _LEAST_GERMAN * len(strays) and controls <= _MOST_CONTROLS * len(text)
