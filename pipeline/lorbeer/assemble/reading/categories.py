"""Categories named in a sentence: "in der Kategorie Junge Forschung"."""

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence

_LISTED = frozenset({"item", "row"})


def categories(sentence: Sentence) -> list[Mention]:
    """The categories, classes and age groups that the sentence names, in order.

    They end where a person's name begins: "In der Klasse U18 Anna Moll".
    """
    found = []
    people = [person.start - sentence.start for person in sentence.of("PERSON")]
    for match in cue("category.in").finditer(sentence.text):
        start, end = match.span("quoted" if match["quoted"] else "name")
        if start in people:
            continue
        end = min([end, *(person for person in people if start < person < end)])
        text = sentence.text[start:end].rstrip()
        start += sentence.start
        found.append(Mention("CATEGORY", start, start + len(text), text, "category.in"))
    return found


def category_of(party: Mention, sentence: Sentence) -> Mention | None:
    """The category that stands nearest to a party, if the sentence names one."""
    return min(
        categories(sentence),
        key=lambda c: min(abs(c.start - party.end), abs(party.start - c.end)),
        default=None,
    )


def category_line(sentence: Sentence) -> Mention | None:
    """The category that a line names and nothing else: "Kategorie Jugend", "In der Klasse U18:".

    A class keeps its noun before a number: "Klasse 3". Entries of lists name no categories.
    """
    line = sentence.text.strip()
    match = cue("list.category").match(line)
    fills = sentence.start == sentence.block.start and sentence.end >= sentence.block.end
    if match is None or sentence.triggers or line.endswith(".") or not fills:
        return None
    if sentence.block.kind in _LISTED and not line.endswith(":"):
        return None
    group = "name" if match["name"] else "classed" if match["rest"][0].isdigit() else "rest"
    start = sentence.start + sentence.text.index(line) + match.start(group)
    return Mention("CATEGORY", start, start + len(match[group]), match[group], "list.category")
