"""The day on which a page says that it was published."""

import re
from datetime import datetime

from bs4 import BeautifulSoup

from lorbeer.load.web.discover.links import moment_of

_META = (
    "meta[property='article:published_time'], meta[itemprop=datePublished], meta[name=date], "
    "meta[name='DC.date.issued'], meta[name='dcterms.date']"
)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')


def published(html: str) -> datetime | None:
    """When a page appeared, by its metadata; None where they do not say."""
    page = BeautifulSoup(html, "html.parser")
    texts = [str(tag.get("content")) for tag in page.select(_META)]
    texts += _LINKED_DATA.findall(html)
    texts += [str(tag["datetime"]) for tag in page.select("time[datetime]")[:1]]
    return next(filter(None, map(moment_of, texts)), None)
