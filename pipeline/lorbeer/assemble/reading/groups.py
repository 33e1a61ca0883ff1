"""Names that stand side by side: coordination, members of a team, the maker of a work."""

from collections.abc import Sequence
from functools import cache

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.proposing.findings import PARTY_LABELS
from lorbeer.assemble.reading.categories import categories
from lorbeer.flow import Mention, Sentence


def parties(sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence that can name a party, overlapping ones resolved.

    Award names and their parts are no parties; a quotation yields to the name inside it.
    """
    awards = [*sentence.of("AWARD"), *categories(sentence)]
    expressions = sentence.of("DATE", "MONEY", "RANK", "YEAR")
    chosen: list[Mention] = []
    order = {
        label: place
        for place, label in enumerate(("ORGANISATION", "PERSON", "QUOTED", "NAME", "PLACE"))
    }
    for mention in sorted(sentence.of(*PARTY_LABELS), key=lambda m: (order[m.label], m.start)):
        taken = any(overlap(mention, other) for other in [*awards, *chosen])
        within = any(e.start <= mention.start and mention.end <= e.end for e in expressions)
        within = within or _is_work(mention, sentence)
        if can_name_party(mention.text) and not taken and not within:
            chosen.append(mention)
    return sorted(chosen, key=lambda m: m.start)


def _is_work(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is all of a quotation whose maker follows: "„Bruno“ von den Wanna Bros"."""
    if mention.label == "QUOTED" or not any(
        (mention.start, mention.end) == (quote.start, quote.end) for quote in sentence.of("QUOTED")
    ):
        return False
    return bool(cue("between.work-and-maker").match(sentence.text[mention.end - sentence.start :]))


def can_name_party(text: str) -> bool:
    """Whether a text is more than a noun of the genre ("Gewinner", "Preise", "Instagram").

    Behind a hyphenated name such a noun tells the kind of what is named: "Anna-Moll Schule".
    """
    *before, last = text.split() or [""]
    tells_kind = bool(before) and "-" in before[-1] and is_kind(last)
    return any(map(str.isalpha, text)) and (tells_kind or last not in words("not_parties"))


def is_kind(noun: str) -> bool:
    """Whether a noun tells a kind of organisation, alone or as the end of a compound."""
    return noun.lower() in _kinds() or noun.lower().endswith(_long_kinds())


@cache
def _kinds() -> frozenset[str]:
    """Nouns for kinds of organisations, in lower case."""
    return frozenset(noun.lstrip("-").lower() for noun in words("organisation_heads"))


@cache
def _long_kinds() -> tuple[str, ...]:
    """Nouns that end compounds for organisations ("Elternbeirat")."""
    return tuple(noun[1:].lower() for noun in words("organisation_heads") if noun.startswith("-"))


def overlap(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a character."""
    return one.start < other.end and other.start < one.end


#: What may stand between a party and its companion, and the labels of the two.
_NAMES = frozenset({"PERSON", "ORGANISATION", "NAME", "QUOTED"})
_COMPANIONS = (
    ("between.work-and-maker", frozenset({"QUOTED"}), _NAMES),
    ("members.open", _NAMES - {"PERSON"}, frozenset({"PERSON"})),
    ("between.maker-and-work", _NAMES, frozenset({"QUOTED"})),
)


def coordinated(first: Mention, candidates: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """`first` and the names joined to it by commas and "und", in both directions."""
    inside = depth(first, sentence)
    ordered = [m for m in sorted(candidates, key=lambda m: m.start) if depth(m, sentence) == inside]
    position = ordered.index(first)
    group = [first]
    for following in ordered[position + 1 :]:
        if not _joined(group[-1], following, sentence):
            break
        group.append(following)
    for preceding in reversed(ordered[:position]):
        if not _joined(preceding, group[0], sentence):
            break
        group.insert(0, preceding)
    return group


def _joined(left: Mention, right: Mention, sentence: Sentence) -> bool:
    between = _between(left, right, sentence)
    alike = left.label == right.label or not between.strip('"“”»«›‹„ ').startswith(",")
    return alike and bool(cue("between.coordination").fullmatch(between))


def depth(mention: Mention, sentence: Sentence) -> int:
    """In how many brackets a mention stands."""
    before = sentence.text[: mention.start - sentence.start]
    return before.count("(") - before.count(")")


def is_aside(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a name stands in brackets or as apposition behind a person: an affiliation."""
    if depth(party, sentence) > 0:
        return True
    person = next((c for c in reversed(candidates) if c.end <= party.start), None)
    if person is None or person.label != "PERSON" or party.label == "PERSON":
        return False
    return bool(cue("between.apposition").fullmatch(_between(person, party, sentence)))


def _between(left: Mention, right: Mention, sentence: Sentence) -> str:
    return sentence.text[left.end - sentence.start : right.start - sentence.start]


def attached(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """A party and who comes with it: the maker of a work ("„Hugo“ von den Wanna Bros"), the
    members of a team ("Team Zofeni (Anna Moll, Jan Holt)"), the work of a maker ("Anna Moll
    mit ihrem Film „Hugo“").
    """
    group = [party]
    for cue_id, head, companion in _COMPANIONS:
        following = next((c for c in candidates if c.start >= group[-1].end), None)
        if following is None or group[-1].label not in head or following.label not in companion:
            continue
        if cue(cue_id).fullmatch(_between(group[-1], following, sentence)):
            later = [c for c in candidates if c.start >= following.start]
            group += coordinated(following, later, sentence)
    return group
