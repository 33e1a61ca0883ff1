"""Names that stand side by side: coordination, members of a team, the maker of a work."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.affiliations import between, depth, is_further_body, is_home_town
from lorbeer.assemble.reading.categories import categories
from lorbeer.assemble.reading.findings import PARTY_LABELS
from lorbeer.flow import Mention, Sentence
from lorbeer.values.regions import region_of_adjective

#: A quotation of so many words may be a title; a longer one is speech.
_LONGEST_TITLE = 6


def parties(sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence that can name a party, overlapping ones resolved.

    Award names and their parts are no parties; a quotation yields to the name inside it, unless
    only the entity recogniser takes a part of it for one: "Grüne" in "Projekt „Grüne Brücke“".
    """
    return list(_parties(sentence))


@lru_cache(maxsize=1024)
def _parties(sentence: Sentence) -> tuple[Mention, ...]:
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
        within = within or _is_work(mention, sentence) or _is_part_of_title(mention, sentence)
        within = within or _is_adjective(mention, sentence) or _is_description(mention, sentence)
        if can_name_party(mention.text) and not taken and not within:
            chosen.append(mention)
    return tuple(sorted(chosen, key=lambda m: m.start))


def _is_part_of_title(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name that no word list or shape tells is part of a short quotation."""
    return mention.rule.startswith("name.") and any(
        q.start <= mention.start and mention.end <= q.end and len(mention.text) < len(q.text)
        for q in sentence.of("QUOTED")
        if q.rule == "name.quoted" and len(q.text.split()) <= _LONGEST_TITLE
    )


def _is_adjective(mention: Mention, sentence: Sentence) -> bool:
    """Whether what the recogniser takes for a name only tells the town: "die Ulmer Autorin"."""
    is_word = mention.rule.startswith("name.") and " " not in mention.text
    after = sentence.text[mention.end - sentence.start :]
    return is_word and mention.text.endswith("er") and bool(cue("noun.person").match(after))


def _is_description(mention: Mention, sentence: Sentence) -> bool:
    """Whether what the recogniser takes for a name describes the person named behind it: "Ulmer"
    and "Ulmer Physiker" in "der Ulmer Physiker Karl Holt".
    """
    if not mention.rule.startswith("name.") or mention.label == "PERSON":
        return False
    told = cue("region.adjective").match(sentence.text, mention.start - sentence.start)
    if told is None or not told["people"] or region_of_adjective(told["adjective"]) is None:
        return False
    return any(p.start == sentence.start + told.end() for p in sentence.of("PERSON"))


def _is_work(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is all of a quotation whose maker follows: "„Bruno“ von den Wanna Bros"."""
    if mention.label == "QUOTED" or not any(
        (mention.start, mention.end) == (quote.start, quote.end) for quote in sentence.of("QUOTED")
    ):
        return False
    return bool(cue("between.work-and-maker").match(sentence.text[mention.end - sentence.start :]))


def can_name_party(text: str) -> bool:
    """Whether a text is more than a noun of the genre ("Gewinner"), a class ("U14"), a title, or
    what someone else is called ("Ausgründung der TU Ulm").

    Behind a hyphenated name such a noun tells the kind of what is named: "Anna-Moll Schule";
    behind a given name it is a surname: "Eva Link".
    """
    if cue("category.class").fullmatch(text) or cue("party.described").match(text):
        return False
    if _is_abbreviated_title(text):
        return False
    *before, last = text.split() or [""]
    tells_kind = bool(before) and "-" in before[-1] and is_kind(last)
    is_surname = bool(before) and before[0] in words("first_names")
    tells = tells_kind or is_surname or last not in words("not_parties")
    return any(map(str.isalpha, text)) and tells


def _is_abbreviated_title(text: str) -> bool:
    """Whether a text is only a title of several capitals, as before a name: "OStR", "KommR"."""
    return sum(map(str.isupper, text)) > 1 and text in words("person_titles")


def is_kind(noun: str) -> bool:
    """Whether a noun tells a kind of organisation, alone or as the end of a compound."""
    return noun.lower() in _kinds() or noun.lower().endswith(_long_kinds())


def is_kind_alone(noun: str) -> bool:
    """Whether a noun is all that tells a kind of organisation: "Verein", not "Heimatverein"."""
    return noun.lower() in _kinds()


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


_HOMES = frozenset({"PLACE", "ORGANISATION"})
_NAMES = frozenset({"PERSON", "ORGANISATION", "NAME", "QUOTED"})
#: What may stand between a party and its companion, and the labels of the two.
_COMPANIONS = (
    ("between.work-and-maker", frozenset({"QUOTED"}), _NAMES),
    ("members.open", _NAMES - {"PERSON"}, frozenset({"PERSON"})),
    ("between.maker-and-work", _NAMES, frozenset({"QUOTED"})),
    ("between.maker-and-bracket", frozenset({"PERSON"}), frozenset({"QUOTED"})),
    ("between.product-and-maker", frozenset({"NAME"}), frozenset({"PERSON", "ORGANISATION"})),
)


def coordinated(first: Mention, candidates: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """`first` and the names joined to it by commas and "und", in both directions; where somebody
    comes from may stand between: "Anna Moll aus Ulm und Jan Holt".
    """
    inside = depth(first, sentence)
    ordered = [m for m in sorted(candidates, key=lambda m: m.start) if depth(m, sentence) == inside]
    homes = homes_of(ordered, sentence)
    position = ordered.index(first)
    group = [first]
    for following in ordered[position + 1 :]:
        if _joined(group[-1], following, homes, sentence):
            group.append(following)
        elif homes.get(group[-1]) != following and not _may_describe(following, group[-1]):
            break
    for preceding in reversed(ordered[:position]):
        if _joined(preceding, group[0], homes, sentence):
            group.insert(0, preceding)
        elif preceding not in homes.values() and not _may_describe(preceding, group[0]):
            break
    return group


def homes_of(ordered: Sequence[Mention], sentence: Sentence) -> dict[Mention, Mention]:
    """The place or body right behind each name that tells where it is from: "Anna Moll aus Ulm"."""
    return {
        name: home
        for name, home in pairwise(ordered)
        if name.label != "PLACE"
        and home.label in _HOMES
        and cue("between.person-and-home").fullmatch(between(name, home, sentence))
    }


def _may_describe(name: Mention, person: Mention) -> bool:
    """Whether a name may only be part of what is said of a person: "Sprecherin der TU Ulm"."""
    return person.label == "PERSON" and name.label != "PERSON"


def _joined(
    left: Mention, right: Mention, homes: Mapping[Mention, Mention], sentence: Sentence
) -> bool:
    gap = between(left, right, sentence)
    if is_further_body(right, [left], sentence):
        return False
    home = homes.get(left)
    if home is not None and home.end < right.start:
        behind = between(home, right, sentence)
        return _may_join(left, right, behind) and bool(
            cue("between.coordination").fullmatch(behind)
        )
    alike = _may_join(left, right, gap)
    if is_home_town(right, [left], sentence):
        return False
    if alike and cue("between.coordination").fullmatch(gap):
        return True
    are_people = left.label == right.label == "PERSON" and left.clause == right.clause
    return are_people and bool(cue("between.described-people").fullmatch(gap))


def _may_join(left: Mention, right: Mention, gap: str) -> bool:
    """Whether names are of one kind, or joined by "und" rather than by a comma."""
    return left.label == right.label or not gap.strip('"“”»«›‹„ ').startswith(",")


def attached(party: Mention, candidates: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """A party and who comes with it: the maker of a work ("„Hugo“ von den Wanna Bros"), the
    members of a team ("Team Zofeni (Anna Moll, Jan Holt)"), the work of a maker ("Anna Moll
    mit ihrem Film „Hugo“", "Anna Moll („Hugo“)").
    """
    group = [party]
    for cue_id, head, companion in _COMPANIONS:
        following = next((c for c in candidates if c.start >= group[-1].end), None)
        if following is None or group[-1].label not in head or following.label not in companion:
            continue
        if cue(cue_id).fullmatch(between(group[-1], following, sentence)):
            later = [c for c in candidates if c.start >= following.start]
            group += coordinated(following, later, sentence)
    return group
