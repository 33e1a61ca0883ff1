"""What rules, names and layout say of the words of a release, before its roles are told."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from de_lorbeer.roles import Mark
from lorbeer.flow import Sentence, Text

#: A capitalised word, which may be part of a name.
_CAPITALISED = re.compile(r"\b[^\W\d_a-zäöüß][^\W\d_]{2,}\b")
#: A name that stands so often is what the release is about.
_OFTEN = 4
#: So many blocks below the title are its lead.
_LEAD = 2


def marks(text: Text, sentences: Sequence[Sentence]) -> Iterator[Mark]:
    """All marks of a release, with offsets in `text.string`."""
    for sentence in sentences:
        yield from _of_sentence(sentence)
    for start, end in text.emphasised:
        yield from _named("EMPHASISED", start, end)
    yield from _repeated(text)
    below = [block for block in text.blocks if block.kind != "title"]
    yield from (("LEAD", block.start, block.end) for block in below[:_LEAD])


def _of_sentence(sentence: Sentence) -> Iterator[Mark]:
    """What is found in a sentence, and of all its words what is found anywhere in it."""
    whole = set[str]()
    for mention in sentence.mentions:
        label = f"ROLE {mention.kind}" if mention.label == "ROLE" else mention.label
        yield from _named(label, mention.start, mention.end)
        whole.add(mention.label)
    for trigger in sentence.triggers:
        yield trigger.meaning, trigger.start, trigger.end
        whole.add(trigger.meaning)
    whole.update(name for name, _ in sentence.assertions)
    yield from ((f"{name} near", sentence.start, sentence.end) for name in sorted(whole))


def _named(mark: str, start: int, end: int) -> Iterator[Mark]:
    """A mark, and that of its first word."""
    yield mark, start, end
    yield f"{mark} first", start, start + 1


def _repeated(text: Text) -> Iterator[Mark]:
    """Capitalised words that stand in title, heading or publisher's name, or more than once."""
    found = list(_CAPITALISED.finditer(text.string))
    count = Counter(match[0] for match in found)
    sets = {
        "IN TITLE": _words_of(text, "title"),
        "IN HEADING": _words_of(text, "heading"),
        "IN PUBLISHER": set(_CAPITALISED.findall(text.publisher or "")),
        "REPEATED": {word for word, number in count.items() if number > 1},
        "OFTEN": {word for word, number in count.items() if number >= _OFTEN},
    }
    for match in found:
        for mark, words in sets.items():
            if match[0] in words:
                yield mark, match.start(), match.end()


def _words_of(text: Text, kind: str) -> set[str]:
    blocks = (text.of(block) for block in text.blocks if block.kind == kind)
    return {word for line in blocks for word in _CAPITALISED.findall(line)}
