"""From a text to a release."""

from collections.abc import Mapping
from typing import Any

from lorbeer.flow import Markup, Release
from lorbeer.load.markup import markup_of
from lorbeer.values.front_matter import read_front_matter


def make_release(
    source: str,
    text: str,
    *,
    name: str = "",
    markup: Markup | None = None,
    url: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    is_page: bool = True,
) -> Release:
    """A release; front matter in `text` comes before `metadata`.

    The suffix of `name` tells the markup where neither `markup` nor the text does.
    """
    content = _one_newline_style(text)
    markup = markup or markup_of(content, name)
    front = {} if markup == "text" else read_front_matter(content, source)
    return Release(source, markup, content, url, {**(metadata or {}), **front}, is_page)


def _one_newline_style(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
