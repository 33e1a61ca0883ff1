"""Winner lists: items and bare lines under a heading or sentence that announces them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.cards import is_result
from lorbeer.assemble.proposing.findings import Finding
from lorbeer.assemble.reading.categories import category_line
from lorbeer.assemble.reading.groups import attached, can_name_party, coordinated, is_kind, parties
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.records import Status

_LISTED = frozenset({"item", "row"})
#: Lines of at most so many words without a verb can be entries of a list that lost its markup.
_BARE_LINE_WORDS = 12
#: Longer list items tell of something; they do not name a winner.
_ENTRY_WORDS = 18
#: How far into an entry its first recognised name may stand to be taken for the whole name.
_NAME_REACH = 12
_LONGEST_NAME = 9
#: Behind a prize, fewer words are a name even in lower case: "Sonderpreis: helpfisch".
_FEW = 4


@dataclass(frozen=True)
class _Context:
    """What governs the entries that follow: the announcement, the category heading, the award."""

    announcement: Sentence | None = None
    category: Mention | None = None
    award: Mention | None = None


def from_lists(analysis: Analysis) -> Iterator[Finding]:
    """The recipients in every list that an announcing heading or sentence opens."""
    context = _Context()
    for index, sentence in enumerate(analysis.sentences):
        if not _is_entry(analysis, index, context):
            context = _governing(sentence, context)
        elif sentence.start == sentence.block.start:
            yield from _entry(analysis, sentence, index, context)


def _is_entry(analysis: Analysis, index: int, context: _Context) -> bool:
    """An item or row of a winner list, or a bare line among others below an announcement."""
    sentence = analysis.sentences[index]
    block = sentence.block
    if block.section == "contact" or is_prose(sentence):
        return False
    if category_line(sentence) is not None or is_result(sentence):
        return False
    if block.kind == "row" and not _states_rank(sentence):
        return False
    if block.kind in _LISTED:
        is_short = len(sentence.text.split()) <= _ENTRY_WORDS
        return _states_rank(sentence) or (is_short and context.announcement is not None)
    if block.kind == "heading":
        return _states_prize(sentence)
    if block.kind != "paragraph" or not _is_bare(sentence):
        return False
    if _announces(sentence) and not _states_prize(sentence):
        return False
    if _states_rank(sentence) or _states_prize(sentence):
        return True
    neighbours = analysis.sentences[max(0, index - 1) : index + 2]
    return context.announcement is not None and sum(map(_is_bare, neighbours)) > 1


def is_prose(sentence: Sentence) -> bool:
    """Whether a list item is a full sentence, which its verb explains better than the list."""
    return bool(sentence.triggers) and sentence.text.rstrip().endswith((".", "!"))


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


def _announces(sentence: Sentence) -> bool:
    if cue("list.not-winners").search(sentence.text) or is_result(sentence):
        return False
    if sentence.text.rstrip().endswith(":") and sentence.of("AWARD") and _honours(sentence):
        return True
    return any(
        cue(f"list.announces-{what}").search(sentence.text)
        for what in ("winners", "nominees", "commendations")
    )


def _governing(sentence: Sentence, context: _Context) -> _Context:
    """The context after a sentence that is no entry."""
    award = next(iter(sentence.of("AWARD")), None)
    line = sentence.text.strip()
    category = category_line(sentence)
    is_heading = sentence.block.kind == "heading" or _is_bare(sentence) or line.endswith(":")
    if category and is_heading and context.announcement is not None:
        return replace(context, category=category)
    if _announces(sentence) and is_heading:
        return _Context(sentence, None, award or context.award)
    if sentence.block.kind == "heading":
        return _Context(award=award)
    return context if is_heading else replace(context, announcement=None, category=None)


def _entry(
    analysis: Analysis, sentence: Sentence, index: int, context: _Context
) -> Iterator[Finding]:
    line = analysis.text.of(sentence.block)
    rank, offset = _leading_rank(line, sentence)
    label, offset = _label(line, offset, sentence)
    if rank is None:
        rank = next(
            (r for r in sentence.of("RANK") if r.start - sentence.block.start <= offset), None
        )
    source = _mention("ITEM", sentence, 0, len(line), "list.entry")
    announcement = context.announcement.text if context.announcement else None
    status = _status(label.text if label else announcement)
    announced = rank is not None or _states_prize(sentence) or _names_winners(context.announcement)
    for party in _named(sentence, line, offset, trust_any_words=announced):
        yield Finding(
            "recipient",
            party,
            index,
            source,
            next(iter(sentence.of("AWARD")), context.award),
            rank,
            next(iter(sentence.of("MONEY")), None),
            label or context.category,
            status,
        )


def _leading_rank(line: str, sentence: Sentence) -> tuple[Mention | None, int]:
    match = cue("list.rank").match(line)
    if match is None:
        return None, 0
    group = next(name for name, value in match.groupdict().items() if value)
    return _mention(
        "RANK", sentence, match.start(group), match.end(group), "list.rank"
    ), match.end()


def _label(line: str, offset: int, sentence: Sentence) -> tuple[Mention | None, int]:
    """A category in front of the name ("Jugend: Anna Moll"), and where the name starts."""
    match = cue("list.label").match(line, offset)
    if match is None:
        return None, offset
    label = _mention("CATEGORY", sentence, match.start("label"), match.end("label"), "list.label")
    if any(p.label == "PERSON" and p.start < label.end for p in parties(sentence)):
        return None, offset
    if any(r.start >= label.start and r.start < label.end for r in sentence.of("RANK")):
        return None, match.end()
    if label.text.startswith("(") or cue("list.role-label").match(label.text):
        return None, match.end()
    category = cue("list.category").match(label.text)
    if category and category["name"]:
        start = match.start("label") + category.start("name")
        label = _mention(
            "CATEGORY", sentence, start, start + len(category["name"]), "list.category"
        )
    return label, match.end()


def _mention(label: str, sentence: Sentence, start: int, end: int, rule: str) -> Mention:
    """A mention of a stretch of the sentence's block; offsets count from the block's start."""
    shift = sentence.block.start
    text = sentence.text[start + shift - sentence.start : end + shift - sentence.start]
    return Mention(label, shift + start, shift + start + len(text), text, rule)


def _names_winners(announcement: Sentence | None) -> bool:
    """Whether an announcement says by its verb or noun that winners follow."""
    if announcement is None:
        return False
    nouns = any(noun.kind.startswith("recipient") for noun in announcement.of("ROLE"))
    return nouns or _honours(announcement) or bool(announcement.of("AWARD_NOUN"))


def _honours(sentence: Sentence) -> bool:
    return any(trigger.meaning in {"confer", "win", "receive"} for trigger in sentence.triggers)


def _named(sentence: Sentence, line: str, offset: int, *, trust_any_words: bool) -> list[Mention]:
    """The parties at the head of an entry: recognised names, else the words up to a delimiter."""
    end = cue("list.name-end").search(line, offset + 1)
    start, limit = (
        sentence.block.start + offset,
        sentence.block.start + (end.start() if end else len(line)),
    )
    candidates = parties(sentence)
    leading = [p for p in candidates if start <= p.start < limit and p.label != "PLACE"]
    if leading and leading[0].start - start <= _NAME_REACH:
        if cue("list.years").match(line) and all(party.label == "PERSON" for party in leading):
            joined = coordinated(leading[-1], candidates, sentence)
            leading += [p for p in joined if p.label == "PERSON" and p not in leading]
        found = [m for p in leading for m in attached(p, candidates, sentence)]
        return list(dict.fromkeys(found))
    if not trust_any_words:
        return []
    made = cue("list.maker").fullmatch(line, offset)
    words = made["work"] if made else line[offset : limit - sentence.block.start].strip()
    may_open = words[:1].isupper() or (_states_prize(sentence) and len(words.split()) < _FEW)
    if not may_open or len(words.split()) > _LONGEST_NAME or not can_name_party(words):
        return []
    first = line.index(words, offset)
    head = _mention("NAME", sentence, first, first + len(words), "list.leading-words")
    if not head.text:
        return []
    if made is None or is_kind(words):
        return attached(head, [head, *candidates], sentence)
    start = sentence.block.start + made.start("name")
    makers = [p for p in candidates if p.start >= start and p.label != "PLACE"]
    maker = _mention("NAME", sentence, made.start("name"), made.end("name"), "list.maker")
    return [head, *(makers or [maker])]


def _status(governing: str | None) -> Status:
    """The status that a label, or else the announcement, gives to an entry."""
    if governing is None:
        return "winner"
    if cue("list.announces-commendations").search(governing):
        return "commendation"
    return "nominee" if cue("list.announces-nominees").search(governing) else "winner"
