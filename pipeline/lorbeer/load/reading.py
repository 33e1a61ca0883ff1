"""From an item to its releases: each kind by its reader, members of archives in turn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from lorbeer.flow import Release, Unreadable
from lorbeer.load.columns import Fields
from lorbeer.load.containers.packed import OPENERS, read_packed
from lorbeer.load.containers.tar_archive import read_tar
from lorbeer.load.containers.warc import read_warc
from lorbeer.load.containers.zip_archive import read_zip
from lorbeer.load.item import Item, ReadError
from lorbeer.load.kinds import TABLES
from lorbeer.load.readers.csv_table import read_csv
from lorbeer.load.readers.feed import read_feed, read_other_xml
from lorbeer.load.readers.json_lines import read_json_lines
from lorbeer.load.readers.json_values import read_json
from lorbeer.load.readers.mail import read_mail
from lorbeer.load.readers.plain import read_plain
from lorbeer.load.sniffing import kind_of, kind_of_zip
from lorbeer.load.streams import head_of, rewindable

Reader = Callable[[Item, Fields], Iterator[Release | Unreadable | Item]]


def _read_docx(item: Item, fields: Fields) -> Iterator[Release | Unreadable | Item]:
    # Imported late, as all large libraries here: most runs need none of them.
    from lorbeer.load.readers.docx import read_docx

    return read_docx(item, fields)


def _read_pdf(item: Item, fields: Fields) -> Iterator[Release | Unreadable | Item]:
    from lorbeer.load.readers.pdf import read_pdf

    return read_pdf(item, fields)


def _read_parquet(item: Item, fields: Fields) -> Iterator[Release | Unreadable | Item]:
    from lorbeer.load.readers.parquet import read_parquet

    return read_parquet(item, fields)


READERS: dict[str, Reader] = {
    "text": read_plain,
    "json": read_json,
    "json-lines": read_json_lines,
    "csv": read_csv,
    "mail": read_mail,
    "feed": read_feed,
    "xml": read_other_xml,
    "docx": _read_docx,
    "pdf": _read_pdf,
    "parquet": _read_parquet,
    "zip": read_zip,
    "tar": read_tar,
    "warc": read_warc,
    **{kind: partial(read_packed, kind=kind) for kind in OPENERS},
}


def read(item: Item, fields: Fields) -> Iterator[Release | Unreadable]:
    """The releases in an item, one after the other; what cannot be read as `Unreadable`."""
    try:
        kind = kind_of(head_of(item.stream), item.name)
        if kind == "zip":
            item = replace(item, stream=rewindable(item.stream))
            kind = kind_of_zip(item.stream)
        if item.is_found and kind in TABLES:
            raise ReadError("a data table; name it, or a pattern that finds it, to read it")
        for found in READERS[kind](item, fields):
            if isinstance(found, Item):
                yield from read(found, fields)
            else:
                yield found
    except ReadError as error:
        yield Unreadable(item.source, str(error))
    except OSError as error:
        yield Unreadable(item.source, f"cannot be read ({error.strerror}); check the file")
