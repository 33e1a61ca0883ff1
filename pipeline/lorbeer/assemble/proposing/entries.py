"""One entry of a winner list: the place and category in front, the names behind."""

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.groups import attached, can_name_party, coordinated, is_kind, parties
from lorbeer.assemble.reading.ranks import places
from lorbeer.flow import Mention, Sentence

#: How far into an entry its first recognised name may stand to be taken for the whole name.
_NAME_REACH = 12
_LONGEST_NAME = 9
#: Behind a prize, fewer words are a name even in lower case: "Sonderpreis: inselruf".
_FEW = 4


def leading_rank(line: str, sentence: Sentence) -> tuple[Mention | None, int]:
    """The place that opens an entry, and where the rest starts."""
    match = cue("list.rank").match(line)
    if match is None:
        return None, 0
    group = next(name for name, value in match.groupdict().items() if value)
    return part("RANK", sentence, match.start(group), match.end(group), "list.rank"), match.end()


def column_rank(line: str, sentence: Sentence) -> tuple[Mention | None, int]:
    """The same in a column of bare numbers, with one of results at the end: "1 Anna Moll 4.870"."""
    match = cue("list.column-rank").match(line)
    if match is None:
        return None, 0
    return part("RANK", sentence, *match.span("number"), "list.rank"), match.end()


def place_line(sentence: Sentence) -> Mention | None:
    """The place that a line states and nothing else but money: "2. Preis (500 Euro)"."""
    match = cue("list.place-line").fullmatch(sentence.text.strip())
    if match is None or sentence.start != sentence.block.start:
        return None
    start = sentence.text.index(match["place"])
    return part("RANK", sentence, start, start + len(match["place"]), "list.place-line")


def stated_rank(sentence: Sentence, offset: int) -> Mention | None:
    """The place that an entry states in front of the name, else the only one it states."""
    stated = places(sentence)
    leading = (rank for rank in stated if rank.start - sentence.block.start <= offset)
    return next(leading, stated[0] if len(stated) == 1 else None)


def parties_within(start: int, end: int, sentence: Sentence) -> list[Mention]:
    """The parties that lie in a stretch of a line; offsets are those of the text."""
    return [p for p in parties(sentence) if start <= p.start and p.end <= end]


def label_of(line: str, offset: int, sentence: Sentence) -> tuple[Mention | None, int]:
    """A category in front of the name ("Jugend: Anna Moll"), and where the name starts."""
    match = cue("list.label").match(line, offset)
    if match is None or cue("list.place-line").fullmatch(line[match.end() :].strip()):
        return None, offset
    if cue("list.role-behind").search(match["label"]):
        return None, offset
    label = part("CATEGORY", sentence, match.start("label"), match.end("label"), "list.label")
    people = [p for p in parties(sentence) if p.label == "PERSON"]
    if any(p.start < label.end and not _is_trade(p, label, people) for p in people):
        return None, offset
    for rule in ("category.grade", "category.years"):
        told = cue(rule).search(label.text)
        if told is not None:
            start, end = (match.start("label") + at for at in told.span())
            return part("CATEGORY", sentence, start, end, rule), match.end()
    if any(r.start >= label.start and r.start < label.end for r in sentence.of("RANK")):
        return None, match.end()
    is_none = cue("list.role-label").match(label.text) or cue("category.none").match(label.text)
    if label.text.startswith("(") or is_none:
        return None, match.end()
    category = cue("list.category").match(label.text)
    if category and category["name"]:
        start = match.start("label") + category.start("name")
        label = part("CATEGORY", sentence, start, start + len(category["name"]), "list.category")
    return label, match.end()


def _is_trade(name: Mention, label: Mention, people: list[Mention]) -> bool:
    """Whether a single word before a colon is no surname, but what a person behind it does:
    "Maurer: Jan Holt".
    """
    follows = any(p.start >= label.end and " " in p.text for p in people)
    return follows and name.text == label.text and " " not in name.text


def part(label: str, sentence: Sentence, start: int, end: int, rule: str) -> Mention:
    """A mention of a stretch of the sentence's block; offsets count from the block's start."""
    shift = sentence.block.start
    text = sentence.text[start + shift - sentence.start : end + shift - sentence.start]
    return Mention(label, shift + start, shift + start + len(text), text, rule)


def tells_headline(sentence: Sentence) -> bool:
    """Whether a heading tells something behind its colon, and names nobody: "Die Sieger stehen
    fest".
    """
    opening = cue("list.label").match(sentence.text)
    behind = opening.end() if opening else 0
    if any(p.label != "PLACE" and p.start - sentence.start >= behind for p in parties(sentence)):
        return False
    return bool(cue("list.headline").search(sentence.text[behind:]))


def names(
    sentence: Sentence, line: str, offset: int, *, trust_any_words: bool, is_prize: bool
) -> list[Mention]:
    """The parties at the head of an entry: recognised names, else the words up to a delimiter;
    what is won is none.
    """
    if cue("list.nobody").match(line, offset):
        return []
    end = cue("list.name-end").search(line, offset + 1)
    start, limit = (
        sentence.block.start + offset,
        sentence.block.start + (end.start() if end else len(line)),
    )
    candidates = parties(sentence)
    leading = [p for p in candidates if start <= p.start < limit and p.label != "PLACE"]
    if leading and leading[0].start - start <= _NAME_REACH:
        if all(party.label == "PERSON" for party in leading):
            joined = coordinated(leading[-1], candidates, sentence)
            leading += [p for p in joined if p.label == "PERSON" and p not in leading]
        found = [m for p in leading for m in attached(p, candidates, sentence)]
        return list(dict.fromkeys(found))
    if not trust_any_words:
        return []
    made = cue("list.maker").fullmatch(line, offset)
    words = made["work"] if made else line[offset : limit - sentence.block.start].strip()
    is_made = made is not None and line[: made.start("name")].endswith(" by ")
    may_open = is_made or words[:1].isupper() or (is_prize and len(words.split()) < _FEW)
    is_name = len(words.split()) <= _LONGEST_NAME and not cue("list.no-entry").match(words)
    if not (may_open and is_name and can_name_party(words)):
        return []
    first = line.index(words, offset)
    head = part("NAME", sentence, first, first + len(words), "list.leading-words")
    if not head.text:
        return []
    if made is None or is_kind(words):
        return attached(head, [head, *candidates], sentence)
    start = sentence.block.start + made.start("name")
    makers = [p for p in candidates if p.start >= start and p.label != "PLACE"]
    maker = part("NAME", sentence, made.start("name"), made.end("name"), "list.maker")
    return [head, *(makers or [maker])]
