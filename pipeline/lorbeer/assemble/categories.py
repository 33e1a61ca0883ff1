"""Categories named in a sentence: "in der Kategorie Junge Forschung"."""

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence


def categories(sentence: Sentence) -> list[Mention]:
    """The categories, classes and age groups that the sentence names, in order.

    They end where a person's name begins: "In der Klasse U18 Anna Moll".
    """
    found = []
    people = [person.start - sentence.start for person in sentence.of("PERSON")]
    for match in cue("category.in").finditer(sentence.text):
        start, end = match.span("quoted" if match["quoted"] else "name")
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
