"""Front matter: what a Markdown or HTML file says about itself before its text begins."""

import logging
import re
import tomllib
from collections.abc import Mapping
from typing import Any

import yaml

_log = logging.getLogger(__name__)

_FENCED = re.compile(r"\s*^(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEYED = re.compile(r"^\s*[\"']?\w[\w -]*[\"']?\s*[:=]", re.MULTILINE)
#: Pelican and Wyam write bare `key: value` lines, closed by a blank line or `---`. They count only
#: where the first of them is a title, else any text that starts with a colon line would be eaten.
_BARE = re.compile(
    r"(titel|title)[ \t]*:[^\n]*\n(?:(?:\w[\w-]*[ \t]*:|[ \t]*- |[ \t]+\S)[^\n]*\n)*"
    r"(?:-{3,}[ \t]*(?:\n|\Z)|[ \t]*(?:\n|\Z))",
    re.IGNORECASE,
)
#: First characters of YAML values that are no plain text.
_NO_SCALAR = frozenset("[{|>&*!")
_BARE_LINE = re.compile(r"^(\w[\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def front_matter_end(content: str) -> int:
    """Offset at which the text starts, after the front matter; 0 where there is none."""
    match = _fenced(content) or _BARE.match(content)
    return match.end() if match else 0


def read_front_matter(content: str, source: str) -> dict[str, Any]:
    """The front matter of `content` with its keys in lower case; empty where there is none.

    YAML between `---` lines, TOML between `+++` lines, or bare `Title: ...` lines. Of invalid YAML
    the `key: value` lines are read; where there is none, and of invalid TOML, nothing, with a
    warning that names `source`.
    """
    fenced = _fenced(content)
    if fenced:
        return _lower_keys(_parse(fenced[1], fenced[2], source))
    bare = _BARE.match(content)
    return _lower_keys(dict(_BARE_LINE.findall(bare[0]))) if bare else {}


def _fenced(content: str) -> re.Match[str] | None:
    """Text between two fences; without any key in it, the fence is only a ruled line."""
    match = _FENCED.match(content)
    return match if match and (not match[2].strip() or _KEYED.search(match[2])) else None


def _parse(fence: str, block: str, source: str) -> Mapping[Any, Any]:
    # PyYAML raises a bare ValueError for impossible dates such as 2020-13-45.
    try:
        found = yaml.safe_load(block) if fence == "---" else tomllib.loads(block)
    except (yaml.YAMLError, ValueError) as error:
        lines = _line_by_line(block) if fence == "---" else {}
        if lines:
            return lines
        _log.warning("%s: front matter ignored, it is invalid: %s", source, _one_line(error))
        return {}
    return found if isinstance(found, Mapping) else {}


def _line_by_line(block: str) -> dict[str, str]:
    """The scalars of a block that is no YAML, such as `title: Award: the winners`."""
    return {
        key: value.strip("\"'")
        for key, value in _BARE_LINE.findall(block)
        if value and value[0] not in _NO_SCALAR
    }


def _lower_keys(found: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in found.items()}


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
