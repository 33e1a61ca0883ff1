"""Winner lists: items and bare lines under a heading or sentence that announces them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.cards import is_result
from lorbeer.assemble.proposing.entries import (
    label_of,
    leading_rank,
    names,
    part,
    place_line,
    stated_rank,
    tells_headline,
)
from lorbeer.assemble.proposing.fields import entrants, holds_fields
from lorbeer.assemble.reading.categories import category_line
from lorbeer.assemble.reading.classes import own_category
from lorbeer.assemble.reading.findings import RESULT, Finding
from lorbeer.assemble.reading.groups import parties
from lorbeer.assemble.reading.sections import award_headings
from lorbeer.assemble.reading.statuses import status_told
from lorbeer.flow import LISTED, Analysis, Mention, Sentence

#: Lines of at most so many words without a verb can be entries of a list that lost its markup.
_BARE_LINE_WORDS = 12
#: Longer list items tell of something; they do not name a winner.
_ENTRY_WORDS = 18
#: A label of more words is none of a list; a name stands behind it and a title at most; what the
#: list is of, one of the few sentences above it tells.
_LABEL_WORDS, _TITLE_REACH, _TOLD_ABOVE = 4, 20, 3


@dataclass(frozen=True)
class _Context:
    """What governs the entries below: announcement, category, award, the place right above."""

    announcement: Sentence | None = None
    category: Mention | None = None
    award: Mention | None = None
    place: Mention | None = None


def from_lists(analysis: Analysis, read: Collection[int]) -> Iterator[Finding]:
    """The recipients in every list that an announcing heading or sentence opens; `read` are the
    indices of lines that are read already.
    """
    context = _Context()
    told, awards = _told_labels(analysis), award_headings(analysis)
    for index, sentence in enumerate(analysis.sentences):
        place = place_line(sentence)
        if place is not None:
            context = replace(context, place=place)
        elif not _is_entry(analysis, index, context, told):
            context = _governing(sentence, context, is_award=sentence.start in awards)
        elif sentence.start == sentence.block.start and index not in read:
            yield from _entry(analysis, sentence, index, context)
            context = replace(context, place=None)


def _is_entry(analysis: Analysis, index: int, context: _Context, told: Collection[int]) -> bool:
    """An item or row of a winner list, or a bare line among others below an announcement."""
    sentence = analysis.sentences[index]
    block = sentence.block
    if block.section == "contact" or is_prose(sentence) or _tells(sentence, "list.programme-label"):
        return False
    if category_line(sentence) is not None or is_result(sentence):
        return False
    if any(day.start == sentence.start for day in sentence.of("DATE")):
        return False
    if block.kind == "row" and not _states_rank(sentence):
        return False
    if context.place is not None:
        return _is_bare(sentence)
    if index in told:
        return True
    if block.kind in LISTED:
        is_short = len(sentence.text.split()) <= _ENTRY_WORDS
        is_told = context.announcement is not None or _has_category(sentence)
        return _states_rank(sentence) or (is_short and is_told)
    if block.kind == "heading":
        return _states_prize(sentence) and not tells_headline(sentence)
    if block.kind != "paragraph" or not _is_bare(sentence) or _tells(sentence, "list.credit-label"):
        return False
    if _announces(sentence) and not _states_prize(sentence):
        return False
    if _states_rank(sentence) or _states_prize(sentence) or _has_category(sentence):
        return True
    neighbours = analysis.sentences[max(0, index - 1) : index + 2]
    return context.announcement is not None and sum(map(_is_bare, neighbours)) > 1


def is_prose(sentence: Sentence) -> bool:
    """Whether a list item is a full sentence, which its verb explains better than the list."""
    return bool(sentence.triggers) and sentence.text.rstrip().endswith((".", "!"))


def _tells(sentence: Sentence, label_cue: str) -> bool:
    """Whether a line's label tells who takes part in a ceremony, or made the page's pictures."""
    label = cue("list.label").match(sentence.text)
    return label is not None and bool(cue(label_cue).search(label["label"]))


def _is_bare(sentence: Sentence) -> bool:
    """A block of one short line without a verb and without a full stop."""
    return (
        sentence.start == sentence.block.start
        and sentence.end >= sentence.block.end
        and len(sentence.text.split()) <= _BARE_LINE_WORDS
        and not _is_closed(sentence)
        and not sentence.triggers
    )


def _is_closed(sentence: Sentence) -> bool:
    """Whether a line ends like a sentence or an announcement: not so "Anna Moll, M. Ed."."""
    line = sentence.text.rstrip()
    return line.endswith((".", "!", "?", ":")) and not cue("list.abbreviated").search(line)


def _states_rank(sentence: Sentence) -> bool:
    return any(r.start - sentence.block.start < 25 for r in sentence.of("RANK"))


def _states_prize(sentence: Sentence) -> bool:
    """Whether a line opens with a prize and a colon ("Sonderpreis Jugend: Chor Ulm")."""
    label = cue("list.label").match(sentence.text)
    if label is None or len(sentence.text.split()) > _BARE_LINE_WORDS:
        return False
    end = sentence.start + label.end("label")
    named = any(m.start < end for m in sentence.of("AWARD", "AWARD_NOUN"))
    return named or bool(cue("list.announces-commendations").search(label["label"]))


def _has_category(sentence: Sentence) -> bool:
    """Whether a line opens with a category and names somebody: "Kategorie Jugend: Chor Ulm"."""
    label = cue("list.label").match(sentence.text)
    if label is None or not cue("list.category-noun").match(label["label"]):
        return False
    behind = sentence.start + label.end("label")
    return any(p.label != "PLACE" and p.start >= behind for p in parties(sentence))


def _is_labelled(sentence: Sentence) -> bool:
    """Whether a line opens with a short label and a name: "Hörfunk: Anna Moll"."""
    label = cue("list.label").match(sentence.text)
    if label is None or len(label["label"].split()) > _LABEL_WORDS:
        return False
    if not _is_bare(sentence) or cue("list.staff-label").search(label["label"]):
        return False
    behind = sentence.start + label.end()
    return any(p.label != "PLACE" and p.start - behind < _TITLE_REACH for p in parties(sentence))


def _told_labels(analysis: Analysis) -> set[int]:
    """Indices of labelled lines, several below one another, above which sentences tell of
    winners.
    """
    labelled = [i for i, sentence in enumerate(analysis.sentences) if _is_labelled(sentence)]
    told: set[int] = set()
    for _, run in groupby(enumerate(labelled), key=lambda at: at[1] - at[0]):
        indices = [index for _, index in run]
        above = analysis.sentences[max(0, indices[0] - _TOLD_ABOVE) : indices[0]]
        if len(indices) > 1 and any(_announces(s) and _tells_of_winners(s) for s in above):
            told.update(indices)
    return told


def _announces(sentence: Sentence) -> bool:
    if cue("list.not-winners").search(sentence.text) or is_result(sentence):
        return False
    is_opening = sentence.text.rstrip().endswith(":")
    if is_opening and sentence.of("AWARD", "AWARD_NOUN", "MONEY") and _honours(sentence):
        return True
    return any(
        cue(f"list.announces-{what}").search(sentence.text)
        for what in ("winners", "nominees", "commendations")
    )


def _governing(sentence: Sentence, context: _Context, *, is_award: bool) -> _Context:
    """The context after a sentence that is no entry, or one of several awards as headings."""
    award = next(iter(sentence.of("AWARD")), None)
    if is_award:
        return _Context(sentence, None, award)
    line = sentence.text.strip()
    category = category_line(sentence)
    is_heading = sentence.block.kind == "heading" or _is_bare(sentence) or line.endswith(":")
    if category and is_heading:
        return replace(context, category=category, place=None)
    if _announces(sentence) and is_heading:
        return _Context(sentence, None, award or context.award)
    if sentence.block.kind == "heading":
        return _Context(award=award)
    rest = replace(context, place=None)
    return rest if is_heading else replace(rest, announcement=None, category=None)


def _entry(
    analysis: Analysis, sentence: Sentence, index: int, context: _Context
) -> Iterator[Finding]:
    line = analysis.text.of(sentence.block)
    rank, offset = leading_rank(line, sentence)
    label, offset = label_of(line, offset, sentence)
    rank = rank or stated_rank(sentence, offset) or context.place
    announcement = context.announcement.text if context.announcement else None
    status = status_told(label.text if label else announcement)
    is_prize = _states_prize(sentence)
    is_best = bool(cue("list.best").match(line))
    announced = rank is not None or is_prize or is_best or _names_winners(context.announcement)
    is_inline = any(r.rule == "rank.enumerated" for r in sentence.of("RANK"))
    is_made = bool(cue("list.makes").search(line, offset))
    if (announced or is_made) and not is_inline and holds_fields(line, offset):
        source = part(RESULT, sentence, 0, len(line), "list.entry")
        named = entrants(sentence, line, offset, of_people=False, with_works=rank is not None)
    else:
        source = part("ITEM", sentence, 0, len(line), "list.entry")
        named = names(sentence, line, offset, trust_any_words=announced, is_prize=is_prize)
    for party in named:
        yield Finding(
            "recipient",
            party,
            index,
            source,
            next(iter(sentence.of("AWARD")), context.award),
            rank,
            next(iter(sentence.of("MONEY")), None),
            label or own_category(party, sentence) or context.category,
            status,
        )


def _names_winners(announcement: Sentence | None) -> bool:
    """Whether an announcement says by its verb or noun that winners follow."""
    if announcement is None:
        return False
    return _tells_of_winners(announcement) or bool(announcement.of("AWARD_NOUN"))


def _tells_of_winners(sentence: Sentence) -> bool:
    """Whether a verb or noun of a sentence speaks of who is honoured."""
    nouns = any(noun.kind.startswith("recipient") for noun in sentence.of("ROLE"))
    return nouns or _honours(sentence)


def _honours(sentence: Sentence) -> bool:
    return any(trigger.meaning in {"confer", "win", "receive"} for trigger in sentence.triggers)
