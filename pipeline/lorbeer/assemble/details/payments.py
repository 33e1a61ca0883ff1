"""What each honour pays: in the line that tells of it, by its place, or in the sentence behind."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from de_lorbeer.cues import cue
from lorbeer.assemble.details.prize_ladder import Rung, rungs
from lorbeer.assemble.details.prize_money import is_total
from lorbeer.assemble.reading.amounts import amounts
from lorbeer.flow import LISTED, Analysis, HonourDraft, Mention, Sentence
from lorbeer.values.numbers import rank as number_of

#: So many sentences behind an honour may still tell what it pays.
_BEHIND = 2


class Payments:
    """The money that one release states, looked up once for all its awards."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._starts = [sentence.start for sentence in analysis.sentences]

    def paid(self, honours: tuple[HonourDraft, ...]) -> tuple[HonourDraft, ...]:
        """The honours, each with its money; nobody gets money for being nominated."""
        told = [self._told_in(honour) for honour in honours]
        named = {index for indices in told for index in indices}
        return tuple(
            replace(h, prize_money=h.prize_money or self._of(h, indices, honours, named))
            if h.status != "nominee"
            else h
            for h, indices in zip(honours, told, strict=True)
        )

    def _of(
        self,
        honour: HonourDraft,
        indices: Sequence[int],
        honours: Sequence[HonourDraft],
        named: Collection[int],
    ) -> Mention | None:
        for index in indices:
            found = self._beside(honour, self._analysis.sentences[index])
            if found is not None:
                return found
        return (
            self._above(indices)
            or self._of_place(honour, honours, indices)
            or self._behind(honour, indices, named)
        )

    def _told_in(self, honour: HonourDraft) -> list[int]:
        """The sentences that name who is honoured, first the one that tells of the honour."""
        mentions = [m for party in honour.recipients for m in party.mentions]
        named = {self._index(m.start) for m in mentions}
        told = self._index(honour.source.start)
        return [*([told] if told in named else []), *sorted(named - {told})]

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _beside(self, honour: HonourDraft, sentence: Sentence) -> Mention | None:
        """The amount in the sentence of an honour: the only one, or the one right behind a name."""
        paid = [a for a in amounts(sentence) if not is_total(a, self._analysis)]
        names = [m for p in honour.recipients for m in p.mentions if _holds(sentence, m)]
        if not paid or not names:
            return None
        for amount in paid:
            gap = sentence.text[names[0].end - sentence.start : amount.start - sentence.start]
            if amount.start >= names[0].end and cue("money.behind-name").fullmatch(gap):
                return amount
        is_told = sentence.block.kind in LISTED or cue("money.gain").search(sentence.text)
        return paid[0] if len(paid) == 1 and is_told else None

    def _above(self, indices: Sequence[int]) -> Mention | None:
        """The amount in the line that opens the list in which an honour stands: "Je 500 Euro:"."""
        sentences = self._analysis.sentences
        for index in indices:
            if sentences[index].block.kind not in LISTED:
                continue
            for line in (sentences[above] for above in range(index - 1, -1, -1)):
                if line.text.rstrip().endswith(":") or line.block.kind == "heading":
                    paid = [a for a in amounts(line) if not is_total(a, self._analysis)]
                    return paid[0] if len(paid) == 1 else None
                if line.block.kind not in LISTED:
                    break
        return None

    def _of_place(
        self, honour: HonourDraft, honours: Sequence[HonourDraft], indices: Sequence[int]
    ) -> Mention | None:
        """What the honour's place pays, as said last before it, else behind it."""
        place = _place_of(honour, honours)
        stated = [rung for rung in self._rungs if rung.place == place]
        before = [rung for rung in stated if rung.index <= max(indices, default=0)]
        chosen = before[-1:] or stated[:1]
        return chosen[0].amount if chosen else None

    def _behind(
        self, honour: HonourDraft, indices: Sequence[int], named: Collection[int]
    ) -> Mention | None:
        """The amount in a sentence right behind that names nobody: "Dazu gibt es 500 Euro"."""
        sentences = self._analysis.sentences
        for index in indices:
            for behind in range(index + 1, min(index + 1 + _BEHIND, len(sentences))):
                sentence = sentences[behind]
                if behind in named or sentence.of("AWARD"):
                    break
                paid = amounts(sentence)
                is_of_place = honour.rank and cue("ladder.rung").search(sentence.text)
                if (
                    len(paid) == 1
                    and not is_of_place
                    and cue("money.follows").search(sentence.text)
                ):
                    return paid[0]
        return None

    @cached_property
    def _rungs(self) -> list[Rung]:
        return rungs(self._analysis)


def _place_of(honour: HonourDraft, honours: Sequence[HonourDraft]) -> int | None:
    """The place of an honour; the first of whoever alone has none, where others were placed."""
    if honour.rank is not None:
        return number_of(honour.rank.canonical or honour.rank.text)
    others = [h for h in honours if h.rank is None and h.status == "winner"]
    is_first = len({h.source.start for h in others}) == 1 and len(others) < len(honours)
    return 1 if is_first and honour in others else None


def _holds(sentence: Sentence, mention: Mention) -> bool:
    return sentence.start <= mention.start and mention.end <= sentence.end
