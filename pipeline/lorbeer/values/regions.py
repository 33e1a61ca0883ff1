"""Official keys of regions: the gazetteer row behind a name."""

import re
from functools import cache

from de_lorbeer.data import table
from lorbeer.records import RegionCode, RegionKind

#: What parts the words of a name.
_PARTS = re.compile(r"\W")
_KINDS: dict[str, RegionKind] = {
    kind: kind for kind in ("country", "state", "district", "town", "region")
}


@cache
def _rows() -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for row in table("gazetteer/regions.tsv"):
        for name in [row["name"], *filter(None, row["aliases"].split(";"))]:
            rows.setdefault(name, row)
    return rows


def is_region(text: str) -> bool:
    """Whether the gazetteer knows a name."""
    return text in _rows()


def canonical_region(text: str) -> tuple[str, RegionKind, RegionCode | None]:
    """(canonical name, kind, official keys or None) of a named area; an unknown one is a region."""
    row = _rows().get(text)
    if row is None:
        return text, "region", None
    codes = {key: row[key] or None for key in ("iso", "ags", "nuts")}
    code = RegionCode(**codes) if any(codes.values()) else None
    return row["name"], _KINDS[row["kind"]], code


def region_of_adjective(word: str) -> str | None:
    """The area that a word in -er is made of: "Ulmer" -> "Ulm", "Bremer" -> "Bremen", "Dresdner"
    -> "Dresden", "Basler" -> "Basel"; None if the gazetteer knows none.
    """
    stem = word.removesuffix("er")
    shorter = (stem[:-1] + ending for end, ending in (("n", "en"), ("l", "el")) if stem[-1:] == end)
    found = (name for name in (stem, stem + "en", *shorter) if name != word and is_region(name))
    return next(found, None)


def region_name(text: str) -> str:
    """The canonical name, of a town without an addition that the text leaves out, and of one with
    names in several languages the one in the text.

    "Emmerich" stays so, and is not made "Emmerich am Rhein", nor is "Poznań" made "Posen".
    """
    name, kind, _ = canonical_region(text)
    spelled = text.removesuffix("s") if is_region(text.removesuffix("s")) else text
    is_short = name.startswith((f"{spelled} ", f"{spelled}/"))
    is_other = not _PARTS.search(name + spelled) and not spelled.startswith(name)
    return spelled if kind == "town" and (is_short or is_other) else name
