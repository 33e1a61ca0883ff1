"""Categories named in a sentence: "in der Kategorie Junge Forschung"."""

from de_lorbeer.cues import cue
from lorbeer.flow import Mention, Sentence


def categories(sentence: Sentence) -> list[Mention]:
    """The categories, classes and age groups that the sentence names, in order."""
    found = []
    for match in cue("category.in").finditer(sentence.text):
        group = "quoted" if match["quoted"] else "name"
        start, end = match.span(group)
        found.append(
            Mention(
                "CATEGORY",
                sentence.start + start,
                sentence.start + end,
                match[group],
                "category.in",
            )
        )
    return found


def category_of(party: Mention, sentence: Sentence) -> Mention | None:
    """The category that stands nearest to a party, if the sentence names one."""
    return min(
        categories(sentence),
        key=lambda c: min(abs(c.start - party.end), abs(party.start - c.end)),
        default=None,
    )
