"""Measures cleaning on pages with known chunks and days, beside trafilatura and htmldate."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import htmldate
import trafilatura
import typer
from bs4 import BeautifulSoup
from rich.console import Console
from rich.table import Table

from lorbeer.clean import clean
from lorbeer.clean.characters import letters_of
from lorbeer.clean.html_tree import parse, text_of
from lorbeer.evaluate import documents, read_gold
from lorbeer.evaluate.facts import GoldRelease
from lorbeer.flow import Release, Unreadable
from lorbeer.load import load

ENTRIES = ("li", "dt", "dd", "td", "th")
#: Letters below which a name is found in any text by chance.
SHORTEST_NAME = 4


@dataclass(frozen=True)
class Page:
    """A page as loaded, and what is known about it."""

    release: Release
    kept: tuple[str, ...]
    left_out: tuple[str, ...]
    published: str | None


def read_pages(folder: Path) -> list[Page]:
    """The pages of a benchmark folder, in the order of `expected.json`."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    releases = load([str(folder / "pages" / name) for name in expected])
    return [
        Page(release, tuple(known["with"]), tuple(known["without"]), known.get("date"))
        for known, release in zip(expected.values(), releases, strict=True)
        if not isinstance(release, Unreadable)
    ]


def with_lorbeer(page: Page) -> str:
    """The clean text."""
    return clean(page.release).string


def with_trafilatura(page: Page) -> str:
    """The text that trafilatura extracts."""
    content = page.release.content
    return trafilatura.extract(content, include_comments=False, include_tables=True) or ""


def with_soup(page: Page) -> str:
    """All text of a page."""
    return BeautifulSoup(page.release.content, "html.parser").get_text(" ")


def day_by_lorbeer(page: Page) -> str:
    """The day of publication in ISO form, "None" where none was found."""
    return str(clean(page.release).published)


def day_by_htmldate(page: Page) -> str:
    """The same from htmldate."""
    return str(htmldate.find_date(page.release.content, original_date=True))


def chunk_row(name: str, read: Callable[[Page], str], pages: Sequence[Page]) -> list[str]:
    """Chunks kept rightly, kept wrongly, lost; precision, recall, F; seconds of processor time."""
    start = time.process_time()
    texts = [read(page) for page in pages]
    seconds = time.process_time() - start
    right = wrong = lost = 0
    for page, text in zip(pages, map(spaced, texts), strict=True):
        found = sum(spaced(chunk) in text for chunk in page.kept)
        right, lost = right + found, lost + len(page.kept) - found
        wrong += sum(spaced(chunk) in text for chunk in page.left_out)
    precision, recall = right / max(right + wrong, 1), right / max(right + lost, 1)
    f1 = 2 * right / max(2 * right + wrong + lost, 1)
    shares = [f"{share:.3f}" for share in (precision, recall, f1)]
    return [name, str(right), str(wrong), str(lost), *shares, f"{seconds:.1f}"]


def days_right(read: Callable[[Page], str], pages: Sequence[Page]) -> int:
    """On how many pages the day of publication is found."""
    return sum(read(page) == page.published for page in pages if page.published)


def winners_kept(gold: Path) -> Iterator[bool]:
    """For each winner in list items or table cells of HTML documents: whether it was kept."""
    releases = {release.id: release for release in read_gold(gold)}
    for name, place in documents(gold, releases.values()).items():
        release = next(load([str(place)]))
        if isinstance(release, Unreadable) or release.markup != "html":
            continue
        text = letters_of(clean(release).string)
        entries = [letters_of(text_of(tag)) for tag in parse(release.content).iter(*ENTRIES)]
        for spellings in recipients(releases[name]):
            known = [letters_of(spelling) for spelling in spellings]
            known = [letters for letters in known if len(letters) >= SHORTEST_NAME]
            if any(letters in entry for letters in known for entry in entries):
                yield any(letters in text for letters in known)


def recipients(release: GoldRelease) -> Iterator[Sequence[str]]:
    """The accepted spellings of each winner of a gold release."""
    for award in release.awards:
        for honour in award.honours:
            yield from honour.recipients


def spaced(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def main(
    folder: Annotated[Path, typer.Argument(help="Folder with pages/ and expected.json.")],
    gold: Annotated[Path | None, typer.Option(help="Gold facts with HTML documents.")] = None,
) -> None:
    """Print tables of chunks and days."""
    pages = read_pages(folder)
    for read in (with_lorbeer, with_trafilatura):
        read(pages[0])
    table = Table("text", "right", "wrong", "lost", "precision", "recall", "F", "seconds")
    for name, read in (
        ("lorbeer", with_lorbeer),
        ("trafilatura", with_trafilatura),
        ("get_text", with_soup),
    ):
        table.add_row(*chunk_row(name, read, pages))
    console = Console()
    console.print(table)
    stated = sum(page.published is not None for page in pages)
    lorbeer, other = days_right(day_by_lorbeer, pages), days_right(day_by_htmldate, pages)
    console.print(f"days of publication: lorbeer {lorbeer}, htmldate {other} of {stated}")
    if gold:
        kept = list(winners_kept(gold))
        console.print(f"winners in list items and table cells: {sum(kept)} of {len(kept)} kept")


if __name__ == "__main__":
    typer.run(main)
