"""HTML, Markdown and plain text."""

from collections.abc import Iterator

from lorbeer.flow import Release
from lorbeer.load.columns import Fields
from lorbeer.load.decoding import decode
from lorbeer.load.item import Item
from lorbeer.load.making import make_release
from lorbeer.load.streams import read_whole


def read_plain(item: Item, _: Fields) -> Iterator[Release]:
    """The one release that a text is."""
    text = decode(read_whole(item.stream), item.charset)
    yield make_release(
        item.source,
        text,
        name=item.name,
        markup=item.markup,
        url=item.url,
        metadata=item.metadata,
    )
