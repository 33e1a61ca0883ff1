"""What stands around honours, by layout and the role tagger: categories, the event, its town."""

from functools import cached_property

from lorbeer.assemble.reading.categories import category_line
from lorbeer.assemble.reading.groups import overlap
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import tagged_mentions
from lorbeer.flow import Analysis, Mention

#: A category named so many sentences before an entry of a list may still govern it.
_REACH = 12
_GOVERNING = frozenset({"heading", "title"})


class Surroundings:
    """The tagged passages of one release, looked up once for all its awards."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._least = thresholds(analysis)

    @cached_property
    def event(self) -> Mention | None:
        """The likeliest ceremony or conference."""
        return self._likeliest("event", self._least.event)

    @cached_property
    def place(self) -> Mention | None:
        """The likeliest town of the ceremony."""
        return self._likeliest("place", self._least.place)

    def category(self, party: Mention, index: int) -> Mention | None:
        """The category beside a party in the sentence of this index, else the one that governs it:
        the last one named before, in a heading or as the first thing of its block. The nearest
        counts, but the one before numbered entries ("Damen: 1. Anna Moll, 2. Eva Kurz").
        """
        beside = [m for at, m in self._categories if at == index and not overlap(m, party)]
        if beside:
            before = [m for m in beside if m.end <= party.start]
            ranks = self._analysis.sentences[index].of("RANK")
            if before and any(rank.rule == "rank.enumerated" for rank in ranks):
                return before[-1]
            return min(beside, key=lambda m: max(m.start - party.end, party.start - m.end))
        above = [(at, m) for at, m in self._categories if index - _REACH <= at < index]
        if not above:
            return None
        at, mention = above[-1]
        above_it = self._analysis.sentences[at]
        governs = (
            above_it.block.kind in _GOVERNING
            or above_it.text.endswith(":")
            or mention.rule == "list.category"
        )
        return mention if governs else None

    @cached_property
    def _categories(self) -> list[tuple[int, Mention]]:
        lines = {
            index: line
            for index, sentence in enumerate(self._analysis.sentences)
            if (line := category_line(sentence)) is not None
        }
        tagged = [
            (index, mention)
            for index, mention in tagged_mentions("category", self._analysis)
            if index not in lines and self._score("category", mention) >= self._least.category
        ]
        return sorted([*lines.items(), *tagged], key=lambda at: at[1].start)

    def _likeliest(self, role: str, least: float) -> Mention | None:
        found = [m for _, m in tagged_mentions(role, self._analysis)]
        best = max(found, key=lambda m: self._score(role, m), default=None)
        return best if best is not None and self._score(role, best) >= least else None

    def _score(self, role: str, mention: Mention) -> float:
        roles = self._analysis.roles
        return roles.score(role, mention.start, mention.end) if roles else 0.0
