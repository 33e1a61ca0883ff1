"""What stands around honours, by layout and the role tagger: categories, the event, its town."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from lorbeer.assemble.details import circumstances
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.categories import category_line, may_be_category
from lorbeer.assemble.reading.classes import classes
from lorbeer.assemble.reading.groups import overlap
from lorbeer.assemble.thresholds import thresholds
from lorbeer.assemble.weighing import tagged_mentions
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.values.regions import is_region

#: A category named so many sentences before an entry of a list may still govern it.
_REACH = 12
_GOVERNING = frozenset({"heading", "title"})


class Surroundings:
    """The tagged passages of one release, looked up once for all its awards."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._least = thresholds(analysis)

    def event_of(self, indices: Sequence[int]) -> Mention | None:
        """The event where an award is conferred in the sentences of these indices."""
        return (
            circumstances.event(self._analysis, indices)
            or self._event
            or circumstances.event_reported(self._analysis, indices)
        )

    def place_of(self, cluster: Cluster, indices: Sequence[int]) -> Mention | None:
        """The town of the event where an award is conferred in the sentences of these indices."""
        return (
            circumstances.place(self._analysis, indices)
            or self._place
            or circumstances.place_of_contest(cluster, self._analysis)
            or circumstances.place_of_event(cluster, self._analysis, indices)
        )

    @cached_property
    def _event(self) -> Mention | None:
        """The likeliest ceremony or conference."""
        return self._likeliest("event", self._least.event)

    @cached_property
    def _place(self) -> Mention | None:
        """The likeliest town of the ceremony: "Ulm" also where the text has "am Ulmer Hafen"."""
        town = self._likeliest("place", self._least.place)
        if town is None or not is_region(stem := town.text.removesuffix("er")):
            return town
        return replace(town, end=town.start + len(stem), text=stem, canonical=stem)

    def category(self, party: Mention, index: int) -> Mention | None:
        """The category beside a party in the sentence of this index, else the one that governs it:
        the last one named before, in a heading or as the first thing of its block. The nearest
        counts, but the one before numbered entries ("Damen: 1. Anna Moll, 2. Eva Kurz").
        """
        beside = [m for at, m in self._categories if at == index and not overlap(m, party)]
        if any(map(may_be_category, beside)):
            before = [m for m in beside if m.end <= party.start]
            ranks = self._analysis.sentences[index].of("RANK")
            if before and any(rank.rule == "rank.enumerated" for rank in ranks):
                return before[-1]
            return min(beside, key=lambda m: max(m.start - party.end, party.start - m.end))
        return self._governing(index)

    def _governing(self, index: int) -> Mention | None:
        """The last category named before in a heading or the line before a list, unless a later
        heading of the same rank names none.
        """
        sentences = self._analysis.sentences
        for at, mention in reversed(self._categories):
            is_near = index - _REACH <= at < index and may_be_category(mention)
            if is_near and _leads(sentences[at], mention):
                between = (sentence.block for sentence in sentences[at + 1 : index])
                own = sentences[at].block
                is_over = own.kind == "heading" and any(
                    block.kind == "heading" and block.level <= own.level for block in between
                )
                return None if is_over else mention
        return None

    @cached_property
    def _categories(self) -> list[tuple[int, Mention]]:
        lines = {
            index: line
            for index, sentence in enumerate(self._analysis.sentences)
            if (line := category_line(sentence)) is not None
        }
        headings = {
            index: named[-1]
            for index, sentence in enumerate(self._analysis.sentences)
            if index not in lines and _governs(sentence) and (named := classes(sentence))
        }
        tagged = [
            (index, mention)
            for index, mention in tagged_mentions("category", self._analysis)
            if index not in lines
            and index not in headings
            and self._score("category", mention) >= self._least.category
        ]
        return sorted([*lines.items(), *headings.items(), *tagged], key=lambda at: at[1].start)

    def _likeliest(self, role: str, least: float) -> Mention | None:
        is_one = circumstances.may_be_of_ceremony if role == "place" else _may_be_event
        found = [
            mention
            for index, mention in tagged_mentions(role, self._analysis)
            if is_one(mention, self._analysis.sentences[index])
        ]
        best = max(found, key=lambda m: self._score(role, m), default=None)
        return best if best is not None and self._score(role, best) >= least else None

    def _score(self, role: str, mention: Mention) -> float:
        roles = self._analysis.roles
        return roles.score(role, mention.start, mention.end) if roles else 0.0


def _may_be_event(mention: Mention, sentence: Sentence) -> bool:
    is_next = circumstances.is_of_next_round(mention, sentence)
    return circumstances.may_be_event(mention.text) and not is_next


def _leads(sentence: Sentence, mention: Mention) -> bool:
    return mention.rule == "list.category" or _governs(sentence)


def _governs(sentence: Sentence) -> bool:
    """Whether what follows belongs to what a sentence names: a heading, a line before a list."""
    return sentence.block.kind in _GOVERNING or sentence.text.endswith(":")
