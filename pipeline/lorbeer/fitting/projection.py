"""Gold facts projected onto the clean text: which words name a winner, a giver, a region ...

Gold states facts without saying where. Every passage whose words are those of an accepted
spelling (as `lorbeer.evaluate` compares them) counts as a mention; dates are mentions if their
value is gold's.
"""

import json
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.annotate.marks import marks
from lorbeer.assemble.weighing import date_candidates
from lorbeer.clean import clean
from lorbeer.evaluate import GoldRelease, documents, read_gold
from lorbeer.evaluate.spelling import words
from lorbeer.flow import Analysis, Extractor, Text, Unreadable
from lorbeer.load import load

#: A word with all that stands inside it; hyphens part words, as when spellings are compared.
_STRETCH = re.compile(r"[\w&+](?:[^\s\-\u2010-\u2015/]*[\w&+])?")

Span = tuple[int, int]
Spellings = tuple[str, ...]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Projection:
    """The mentions of each role, as offsets in the clean text, and the names without a mention."""

    spans: tuple[tuple[str, int, int], ...]
    unplaced: tuple[tuple[str, Spellings], ...]


def named(release: GoldRelease) -> Iterator[tuple[str, Spellings]]:
    """(role, accepted spellings) of everything that gold names, background awards left out."""
    for award in release.awards:
        if award.background:
            continue
        yield "award", award.name
        yield from (("giver", name) for name in award.conferred_by)
        yield from (("presenter", name) for name in award.presented_by)
        yield from (("partner", name) for name in award.partners)
        yield from (("region", name) for name in award.regions)
        yield from (("event", name) for name in (award.event,) if name)
        yield from (("place", name) for name in (award.place,) if name)
        for honour in award.honours:
            yield from (("recipient", name) for name in honour.recipients)
            yield from (("category", name) for name in (honour.category,) if name)


def project(release: GoldRelease, analysis: Analysis) -> Projection:
    """Find gold's names and days of conferral in the text."""
    tokens = _Tokens(analysis.text)
    spans: set[tuple[str, int, int]] = set()
    unplaced = []
    for role, spellings in dict.fromkeys(named(release)):
        found = tokens.find(spellings)
        spans.update((role, start, end) for start, end in found)
        if not found:
            unplaced.append((role, spellings))
    days = {award.date for award in release.awards if award.date and not award.background}
    for candidate in date_candidates(analysis):
        if candidate.value in days:
            spans.add(("date", candidate.mention.start, candidate.mention.end))
    return Projection(tuple(sorted(spans)), tuple(unplaced))


class _Tokens:
    """The words of a text in the form in which they are compared, and where they stand."""

    def __init__(self, text: Text) -> None:
        self._tokens: list[str] = []
        self._places: list[Span] = []
        self._first: dict[str, list[int]] = {}
        for match in _STRETCH.finditer(text.string):
            for word in words(match[0]):
                self._first.setdefault(word, []).append(len(self._tokens))
                self._tokens.append(word)
                self._places.append(match.span())

    def find(self, spellings: Spellings) -> list[Span]:
        """The passages that are one of the spellings, the longest where they overlap."""
        found = sorted(
            {span for spelling in spellings for span in self._find(words(spelling))},
            key=lambda span: (span[0], -span[1]),
        )
        kept: list[Span] = []
        for start, end in found:
            if not kept or end > kept[-1][1]:
                kept.append((start, end))
        return kept

    def _find(self, wanted: tuple[str, ...]) -> Iterator[Span]:
        size = len(wanted)
        for first in self._first.get(wanted[0], []) if wanted else []:
            if tuple(self._tokens[first : first + size]) == wanted:
                yield self._places[first][0], self._places[first + size - 1][1]


def main(
    gold: Annotated[list[Path], typer.Argument(help="Gold files, with their documents beside.")],
    target: Annotated[Path, typer.Option(help="File to write, one release a line.")],
) -> None:
    """Project gold facts onto their documents, and tell what could not be placed."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    placed: Counter[str] = Counter()
    unplaced: Counter[str] = Counter()
    with target.open("w", encoding="utf-8") as lines:
        for number, path in enumerate(gold):
            for release, analysis in read(path, "rules"):
                projection = project(release, analysis)
                placed.update(role for role, _, _ in projection.spans)
                for role, spellings in projection.unplaced:
                    unplaced[role] += 1
                    logger.info("%s: no mention of the %s %s", release.id, role, spellings[0])
                row = as_row(release, analysis, projection, number)
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    for role, count in sorted(placed.items()):
        logger.info("%s: %d mentions, %d names without one", role, count, unplaced[role])


def read(gold: Path, extractor: Extractor = "both") -> Iterator[tuple[GoldRelease, Analysis]]:
    """The releases of a gold file that can be read, annotated."""
    releases = read_gold(gold)
    places = documents(gold, releases)
    for release in releases:
        (loaded,) = load([str(places[release.id])])
        if not isinstance(loaded, Unreadable):
            yield release, annotate(clean(loaded), language_pipeline(), extractor)


def as_row(
    release: GoldRelease, analysis: Analysis, projection: Projection, source: int
) -> dict[str, Any]:
    """What the recipe reads: blocks with their text; roles and marks as (name, start, end)."""
    text = analysis.text
    own = [award for award in release.awards if not award.background]
    return {
        "id": release.id,
        "publisher": release.source.repo or release.id,
        "source": source,
        "blocks": [
            {"text": text.of(b), "start": b.start, "kind": b.kind, "section": b.section}
            for b in text.blocks
        ],
        "spans": projection.spans,
        "marks": list(marks(text, analysis.sentences)),
        "has_award": bool(own),
    }


if __name__ == "__main__":
    typer.run(main)
