"""Who is named in a line of a result list: the first of its fields, and who belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.entries import names, part, parties_within
from lorbeer.assemble.reading.groups import attached, can_name_party, coordinated, parties
from lorbeer.flow import Mention, Sentence
from lorbeer.values.regions import is_region

#: A person's name stands so far behind the number, where a title or "Familie" precedes it.
_REACH = 12
_LONGEST_NAME = 9
#: Signs of countries have so many letters at most.
_SIGN = 3
_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Field:
    """A stretch of a line between delimiters; `sign` is the delimiter in front, if any."""

    start: int
    end: int
    sign: str
    text: str


def fields(line: str, offset: int) -> list[Field]:
    """The fields of a line from `offset` on, less its score; quotations stay whole."""
    score = cue("list.score").search(line, offset)
    end = score.start() if score else len(line)
    found, start, sign = [], offset, ""
    for match in cue("list.field").finditer(line, offset, end):
        if match["sign"] is None:
            continue
        found.append((start, match.start(), sign))
        start, sign = match.end(), match["sign"]
    found.append((start, end, sign))
    return [f for span in found if (f := _field(line, *span)).text]


def _field(line: str, start: int, end: int, sign: str) -> Field:
    text = line[start:end].strip(' „“”"»«›‹*_.')
    start = line.index(text, start)
    return Field(start, start + len(text), sign, text)


def holds_fields(line: str, offset: int) -> bool:
    """Whether a line is parted into several fields, and the first one may be a name."""
    found = fields(line, offset)
    if len(found) < 2 or cue("list.place-line").fullmatch(found[0].text):
        return False
    return not cue("list.telling").search(found[0].text)


def opens_with_person(sentence: Sentence, offset: int) -> bool:
    """Whether the first thing in a line, a title aside, is a person's name."""
    start = sentence.block.start + offset
    people = (p for p in parties(sentence) if p.label == "PERSON" and p.start >= start)
    first = next(people, None)
    return first is not None and first.start - start <= _REACH


def entrants(
    sentence: Sentence, line: str, offset: int, *, of_people: bool, with_works: bool
) -> list[Mention]:
    """Who a line of results names: persons and their work, or a team or work and whose it is.

    `of_people`: whether its list is one of persons, so that bodies are where they come from;
    `with_works`: whether titles behind them are works.
    """
    found = fields(line, offset)
    if not found:
        return []
    if (
        len(found) > 1
        and found[1].sign == ":"
        and cue("list.school-class").fullmatch(found[0].text)
    ):
        found, offset = found[1:], found[1].start
    is_person = opens_with_person(sentence, offset)
    is_made = bool(cue("list.maker").fullmatch(line, offset))
    if of_people or is_made or (is_person and _is_all_people(found[0], sentence)):
        people = names(sentence, line, offset, trust_any_words=True, is_prize=False)
        kept = {"PERSON", "QUOTED"} if with_works else {"PERSON"}
        bare = [p for p in people if p.label in kept] if is_person else people
        bare += _partner(bare, sentence, line)
        works = _works(sentence, line, found) if with_works else []
        return [*bare, *(work for work in works if work not in bare)]
    head = _head(found, sentence)
    if head is None:
        return []
    behind = [p for p in parties(sentence) if p.start >= head.end]
    members = attached(head, [head, *behind], sentence)
    return members if len(members) > 1 else [head, *_owners(head, found, sentence)]


def _partner(people: Sequence[Mention], sentence: Sentence, line: str) -> list[Mention]:
    """Who stands behind a slash, where what follows was taken for part of the name: "Anna Moll /
    Jan Holt SV Eich".
    """
    if len(people) != 1 or people[0].label != "PERSON":
        return []
    match = cue("list.partner").match(line, people[0].end - sentence.block.start)
    return [part("PERSON", sentence, *match.span("name"), "list.partner")] if match else []


def _inside(field: Field, sentence: Sentence) -> list[Mention]:
    start = sentence.block.start
    return parties_within(start + field.start, start + field.end, sentence)


def _is_all_people(field: Field, sentence: Sentence) -> bool:
    """Whether a field holds nothing but persons, their titles, and what joins them, or a surname
    in front of a given name.
    """
    end = sentence.block.start + field.end
    if any(p.start < end < p.end for p in sentence.of("PERSON")):
        return True
    rest = field.text
    for person in _inside(field, sentence):
        if person.label == "PERSON":
            rest = rest.replace(person.text, "")
    return bool(cue("list.joins-people").fullmatch(rest))


def _head(found: Sequence[Field], sentence: Sentence) -> Mention | None:
    """The name that the first field is; a class with the school behind it is one."""
    first = found[0]
    if len(found) > 1 and cue("list.school-class").fullmatch(first.text):
        school = next((p for p in _inside(found[1], sentence) if p.label == "ORGANISATION"), None)
        if found[1].sign == "," and school is not None:
            end = school.end - sentence.block.start
            return part("ORGANISATION", sentence, first.start, end, "list.leading-words")
    for party in _inside(first, sentence):
        if party.text == first.text and party.label != "PLACE":
            return party
    quoted = [q for q in _inside(first, sentence) if q.label == "QUOTED"]
    if quoted:
        return quoted[0]
    first = _without_home(first, sentence)
    is_name = len(first.text.split()) <= _LONGEST_NAME and can_name_party(first.text)
    is_none = cue("list.nobody").match(first.text)
    name = part("NAME", sentence, first.start, first.end, "list.leading-words")
    return name if is_name and not is_none else None


def _without_home(field: Field, sentence: Sentence) -> Field:
    """A field without the town that what it names comes from: "Zofeni aus Talheim"."""
    for town in (p for p in _inside(field, sentence) if p.label == "PLACE"):
        before = field.text[: town.start - sentence.block.start - field.start]
        origin = cue("list.from").search(before)
        if origin is not None and origin.start():
            name = before[: origin.start()]
            return replace(field, end=field.start + len(name), text=name)
    return field


def _owners(head: Mention, found: Sequence[Field], sentence: Sentence) -> list[Mention]:
    """Who a work is by, or of whom a team is: in brackets, behind a comma or a dash."""
    later = [f for f in found[1:] if sentence.block.start + f.start >= head.end]
    in_roles = [
        owner
        for label, field in pairwise(later)
        if field.sign == ":" and cue("list.role-label").match(label.text)
        for owner in _role_holders(field, sentence)
    ]
    if in_roles:
        return in_roles
    for field in later:
        start = sentence.block.start + field.start
        named = [p for p in _inside(field, sentence) if _may_own(p)]
        reach = _REACH if named and named[0].label == "PERSON" else 0
        if named and named[0].start - start <= reach and not is_region(field.text):
            group = coordinated(named[0], parties(sentence), sentence)
            return [_with_town(p, field, sentence) for p in group if p.start >= start]
    located = next(
        (f for f, town in pairwise(later) if f.sign == "(" and _is_town(town, sentence)), None
    )
    if located is not None and _may_name(located.text) and not is_region(located.text):
        return [part("NAME", sentence, located.start, located.end, "list.maker")]
    dashed = next((f for f in later if f.sign in _DASHES), None)
    if dashed is None or is_region(dashed.text) or not _may_name(dashed.text):
        return []
    if cue("list.telling").search(dashed.text):
        return []
    return [part("NAME", sentence, dashed.start, dashed.end, "list.maker")]


def _is_town(field: Field, sentence: Sentence) -> bool:
    """Whether a field behind a comma is a place and nothing else."""
    return field.sign == "," and any(
        p.label == "PLACE" and p.text == field.text for p in _inside(field, sentence)
    )


def _role_holders(field: Field, sentence: Sentence) -> list[Mention]:
    """Who holds the role told in front of a field: "Architektur: Anna Moll", "Regie: ..."."""
    first = next((p for p in _inside(field, sentence) if _may_own(p)), None)
    named = coordinated(first, parties(sentence), sentence) if first else []
    named = [p for p in named if _may_own(p) and p.start >= sentence.block.start + field.start]
    if named or not can_name_party(field.text) or cue("list.nobody").match(field.text):
        return named
    return [part("NAME", sentence, field.start, field.end, "list.maker")]


def _may_own(party: Mention) -> bool:
    """Whether a name is more than a place or the sign of a country: "SLO"."""
    return party.label != "PLACE" and not (party.text.isupper() and len(party.text) <= _SIGN)


def _with_town(party: Mention, field: Field, sentence: Sentence) -> Mention:
    """A body with the town that ends its field: "Gymnasium am Markt Talheim"."""
    end = sentence.block.start + field.end
    rest = sentence.text[party.end - sentence.start : end - sentence.start]
    if party.label == "PERSON" or not cue("list.town-behind").fullmatch(rest):
        return party
    return replace(party, end=end, text=party.text + rest)


def _may_name(text: str) -> bool:
    is_short = len(text.split()) <= _LONGEST_NAME
    return text[:1].isupper() and is_short and can_name_party(text)


def _works(sentence: Sentence, line: str, found: Sequence[Field]) -> Iterator[Mention]:
    """The works of the persons in front: quotations, else what stands behind a colon."""
    quoted = [q for q in sentence.of("QUOTED") if q.start > sentence.block.start + found[0].start]
    if quoted:
        yield quoted[0]
        return
    title = next((f for f in found[1:] if f.sign == ":"), None)
    if title is None or cue("list.place-line").fullmatch(title.text):
        return
    end = next((f.start - 1 for f in found if f.start > title.start and f.sign == "("), None)
    text = line[title.start : end].rstrip(" .(") if end else line[title.start :].rstrip(" .")
    yield part("NAME", sentence, title.start, title.start + len(text), "list.work")
