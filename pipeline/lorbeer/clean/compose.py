"""Composes the clean text: one string, its blocks, and an offset for every character."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lorbeer.clean.align import align
from lorbeer.clean.passage import Passage
from lorbeer.clean.visible import Visible
from lorbeer.flow import Block
from lorbeer.records import SectionKind


@dataclass
class Composition:
    """The text so far; `string`, `origins` and `blocks` are those of `flow.Text`."""

    string: str = ""
    origins: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def add(self, passage: Passage, section: SectionKind, origins: Iterable[int]) -> None:
        """Appends a passage as a line of its own."""
        if self.string:
            self.string += "\n"
            self.origins.append(self.origins[-1])
        start = len(self.string)
        self.string += passage.text
        self.origins += origins
        end = len(self.string)
        self.blocks.append(Block(passage.kind, start, end, section, passage.level))

    def add_all(
        self, passages: Sequence[Passage], sections: Iterable[SectionKind], source: Visible
    ) -> None:
        """Appends passages that follow one another in `source`."""
        end = 0
        for passage, section in zip(passages, sections, strict=True):
            origins = align(passage.text[passage.added :], source, max(passage.at, end))
            origins[:0] = origins[:1] * passage.added
            self.add(passage, section, origins)
            end = origins[-1] + 1
