"""Which category, discipline or age group of a sentence belongs to which of its parties."""

from de_lorbeer.award_heads import is_special_prize
from de_lorbeer.cues import cue
from lorbeer.assemble.reading.categories import categories
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Mention, Sentence

_BEST = "category.best"
#: Cues of disciplines, age groups and what is best, and which of their groups holds the name.
_CLASSES = (
    ("category.discipline", "name"),
    ("category.ordered", "name"),
    (_BEST, "name"),
    ("category.class", 0),
    ("category.grade", 0),
)


def classes(sentence: Sentence) -> list[Mention]:
    """The disciplines and age groups that a sentence names: "im Hochsprung", "Herren 40".

    Those in the name of an organisation or award are part of it, but not of a special prize.
    """
    special = [n for n in sentence.of("AWARD") if is_special_prize(n.text)]
    names = [
        name
        for name in sentence.of("ORGANISATION", "AWARD")
        if not any(prize.start <= name.start and name.end <= prize.end for prize in special)
    ]
    found = []
    for cue_id, group in _CLASSES:
        for match in cue(cue_id).finditer(sentence.text):
            start, end = (sentence.start + at for at in match.span(group))
            if any(n.start <= start and end <= n.end and n.text != match[group] for n in names):
                continue
            if cue_id != _BEST or not _is_praise(sentence, start, end):
                found.append(Mention("CATEGORY", start, end, match[group], cue_id))
    return found


def _is_praise(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what is best of its kind is an award or a winner, or merely held to be so: "der als
    beste Adresse gilt".
    """
    before, behind = (
        sentence.text[: start - sentence.start],
        sentence.text[end - sentence.start :],
    )
    return (
        any(start <= m.start < end for m in sentence.of("AWARD", "AWARD_NOUN", "ROLE"))
        or bool(cue("category.praise-before").search(before))
        or bool(cue("category.praise-behind").match(behind))
    )


def category_of(party: Mention, sentence: Sentence) -> Mention | None:
    """The category right behind a party ("Anna Moll (W45)"), else the one that stands nearest, a
    discipline before an age group. What stands behind another party is that one's, and of those
    named with it in front: "Anna Moll und Jan Holt (U14)".
    """
    own = own_category(party, sentence)
    if own is not None:
        return own
    label = _label_of_places(sentence)
    if label is not None:
        return label
    named = categories(sentence)
    classed = classes(sentence)
    everyone = parties(sentence)
    beside = coordinated(party, everyone, sentence) if party in everyone else [party]
    others = [p for p in everyone if p not in beside or p.start < party.start]
    free = [c for c in classed if not any(_is_behind(other, c, sentence) for other in others)]
    disciplines = [c for c in free if c.rule == "category.discipline"]
    return min(
        named or disciplines or free,
        key=lambda c: min(abs(c.start - party.end), abs(party.start - c.end)),
        default=None,
    )


def _label_of_places(sentence: Sentence) -> Mention | None:
    """The class in front of places told in one line: "Klasse 3: 1. Anna Moll, 2. Jan Holt"."""
    first = next((r for r in sentence.of("RANK") if r.rule == "rank.enumerated"), None)
    before = sentence.text[: first.start - sentence.start] if first else ""
    label = cue("category.enumerated").fullmatch(before)
    if label is None or cue("list.announces-winners").search(label["name"]):
        return None
    if sentence.of("AWARD") or cue("list.staff-label").search(label["name"]):
        return None
    start, end = (sentence.start + at for at in label.span("name"))
    return Mention("CATEGORY", start, end, label["name"], "category.enumerated")


def own_category(party: Mention, sentence: Sentence) -> Mention | None:
    """The category or class right behind a party: "Anna Moll (W45)"."""
    stated = [*categories(sentence), *classes(sentence)]
    return next((c for c in stated if _is_behind(party, c, sentence)), None)


def _is_behind(party: Mention, category: Mention, sentence: Sentence) -> bool:
    between = sentence.text[party.end - sentence.start : category.start - sentence.start]
    return party.end < category.start and bool(cue("category.behind").fullmatch(between))
