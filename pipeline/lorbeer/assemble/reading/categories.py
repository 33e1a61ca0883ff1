"""Categories named in a sentence: "in der Kategorie Junge Forschung"."""

from de_lorbeer.cues import cue
from lorbeer.flow import LISTED, Mention, Sentence

#: The rule for classes that win themselves.
_SCHOOL_CLASS = "organisation.school-class"


def categories(sentence: Sentence) -> list[Mention]:
    """The categories, classes and age groups that the sentence names, in order.

    They end where a person's name or a place won begins: "In der Klasse U18 Anna Moll", "im
    Fachgebiet Biologie Platz 3".
    """
    found = []
    others = [other.start - sentence.start for other in sentence.of("PERSON", "RANK")]
    bodies = {m.end for m in sentence.of("ORGANISATION") if m.rule == _SCHOOL_CLASS}
    for match in cue("category.in").finditer(sentence.text):
        start, end = match.span("quoted" if match["quoted"] else "name")
        if start in others or sentence.start + end in bodies:
            continue
        end = min([end, *(other for other in others if start < other < end)])
        text = sentence.text[start:end].rstrip()
        start += sentence.start
        found.append(Mention("CATEGORY", start, start + len(text), text, "category.in"))
    return found


def category_line(sentence: Sentence) -> Mention | None:
    """The category that a line names and nothing else: "Kategorie Jugend", "U14 weiblich:".

    A class keeps its noun before a number: "Klasse 3". Entries of lists name only age groups,
    disciplines, and what ends in a colon.
    """
    line = sentence.text.strip()
    fills = sentence.start == sentence.block.start and sentence.end >= sentence.block.end
    if sentence.triggers or line.endswith(".") or not fills:
        return None
    start = sentence.start + sentence.text.index(line)
    if cue("category.line").fullmatch(line):
        name = line.rstrip(":").rstrip()
        return Mention("CATEGORY", start, start + len(name), name, "list.category")
    match = cue("list.category").match(line)
    if match is None or (sentence.block.kind in LISTED and not _opens(line)):
        return None
    group = "name" if match["name"] else "classed" if match["rest"][0].isdigit() else "rest"
    start += match.start(group)
    return Mention("CATEGORY", start, start + len(match[group]), match[group], "list.category")


def _opens(line: str) -> bool:
    """Whether a line of a list is a heading in it: "Kategorie Jugend", but no entry of a list."""
    return line.endswith(":") or bool(cue("list.category-noun").match(line))


def may_be_category(mention: Mention) -> bool:
    """Whether a passage is more than a place, a noun of the genre, an amount, an age or a result.

    The grade of a medal or pin is one, and so are years of membership in front of names.
    """
    if mention.rule == "category.years":
        return True
    if cue("category.measure").search(mention.text):
        return False
    is_grade = mention.label == "RANK" or mention.rule == "category.grade"
    return is_grade or not cue("category.none").search(mention.text)
