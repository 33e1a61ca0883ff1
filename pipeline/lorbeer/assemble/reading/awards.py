"""Which awards a release speaks of: mentions of one award gathered, the most telling one first."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from de_lorbeer.data import words as lexicon
from lorbeer.flow import Analysis, Mention, Sentence

Words = tuple[str, ...]

#: So many names are split into words once only: each is compared with every other of its release.
_REMEMBERED = 4096
_SPACE = re.compile(r"[\s\-/]+")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
#: What a mention adds to its award's salience, by where it stands.
_WEIGHT = {"title": 15.0, "heading": 4.0, "paragraph": 1.0, "item": 0.4, "row": 0.4, "quote": 0.5}
_SECTION_WEIGHT = {"about": 0.5, "contact": 0.1}
#: A shorter compound ("Filmpreis") may head many awards.
_SHORTEST_COMPOUND_HEAD = 10
#: A compound dissolved has a head, an article or preposition and a noun; stems of fewer letters
#: begin too many words.
_WORDS_OF_DISSOLVED, _SHORTEST_HEAD, _SHORTEST_STEM = 3, 5, 4
#: Factors for a sentence of the past, for a verb of conferring in the mention's clause, and for
#: a name that is only an award if someone wins it ("Stadtlauf").
_PAST, _CONFERRED, _WEAK_HEAD = 0.3, 3.0, 0.4
_TELLING = frozenset({"confer", "present", "receive", "win", "nominate", "call", "found"})


#: The rule for a noun that only says what an award is that the text names.
DESCRIPTION = "award.description"
_PROPER = frozenset({"award.quoted", "award.noun-quoted", "award.known"})


@dataclass(eq=False)
class Cluster:
    """The mentions of one award, and where they stand (indices of sentences)."""

    mentions: list[Mention] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    salience: float = 0.0

    def add(self, mention: Mention, index: int, sentence: Sentence) -> None:
        """Take in a mention in the sentence with this index."""
        self.mentions.append(mention)
        self.sentences.append(index)
        self.salience += salience(sentence, mention)
        self.__dict__.pop("best", None)

    def named(self) -> Iterator[tuple[Mention, int]]:
        """Each mention with the index of its sentence."""
        return zip(self.mentions, self.sentences, strict=True)

    @cached_property
    def best(self) -> Mention:
        """The mention whose name stands for the award: frequent, then long, then early.

        A name in quotes or a known one counts once more than it occurs.
        """
        counts = Counter(m.canonical for m in self.mentions)
        counts.update(m.canonical for m in self.mentions if m.rule in _PROPER)
        return max(
            self.mentions,
            key=lambda m: (
                counts[m.canonical],
                len(m.canonical),
                m.rule != DESCRIPTION,
                -m.start,
            ),
        )


@dataclass(frozen=True)
class Judged:
    """An award with the probability that the release reports it."""

    cluster: Cluster
    probability: float


def clusters(analysis: Analysis) -> list[Cluster]:
    """Clusters of award mentions, most salient first."""
    found: list[Cluster] = []
    for index, sentence in enumerate(analysis.sentences):
        for mention in sentence.of("AWARD"):
            cluster = next((c for c in found if any(alike(m, mention) for m in c.mentions)), None)
            if cluster is None:
                cluster = Cluster()
                found.append(cluster)
            cluster.add(mention, index, sentence)
    return sorted(found, key=lambda c: (-c.salience, c.mentions[0].start))


def salience(sentence: Sentence, mention: Mention) -> float:
    """How much a mention adds to its award, by where it stands and what is said there."""
    past = any(assertion == "past" for assertion, _ in sentence.assertions)
    conferred = any(t.meaning in _TELLING and t.clause == mention.clause for t in sentence.triggers)
    weight = _WEIGHT[sentence.block.kind] * _SECTION_WEIGHT.get(sentence.block.section, 1.0)
    weight *= _WEAK_HEAD if mention.rule == "award.weak-head" else 1.0
    return weight * (_PAST if past else 1.0) * (_CONFERRED if conferred else 1.0)


def is_ruled(name: Mention) -> bool:
    """Whether rules take a name for an award, by itself or by the verb that has it as one."""
    return name.rule.startswith("award.") or name.rule.endswith(".in-frame")


def alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one award.

    Equal but for hyphens; or one compound ends with the other ("Literaturnobelpreis"), or holds
    what the other says in several words; or all words of one are in the other and both end or
    begin alike.
    """
    first, second = words(one.canonical), words(other.canonical)
    if _is_dissolved(first, second) or _is_dissolved(second, first):
        return True
    if "".join(first) == "".join(second) or _is_compound_of(first, second):
        return True
    if _share_content(first, second):
        return True
    short, long = sorted((first, second), key=len)
    if not short or not set(short) <= set(long):
        return False
    return long[-1] == short[-1] or long[: len(short)] == short


@cache
def _generic() -> frozenset[str]:
    """The words of an award's name that say nothing about which one it is."""
    nouns = {_stem(word.lower()) for word in lexicon("generic_awards")}
    return frozenset(nouns | {"für", "der", "des"})


def _share_content(first: Words, second: Words) -> bool:
    """Whether a name is another one's words behind a general noun ("Auszeichnung für ...")."""
    contents = sorted((set(first) - _generic(), set(second) - _generic()), key=len)
    return len(contents[0]) > 1 and contents[0] <= contents[1]


def _is_dissolved(compound: Words, name: Words) -> bool:
    """Whether a name says in several words what a compound says in one: "Landesverdienstmedaille",
    "Verdienstmedaille des Landes Hessen".
    """
    if len(compound) != 1 or len(name) < _WORDS_OF_DISSOLVED or len(name[0]) < _SHORTEST_HEAD:
        return False
    prefix = compound[0].removesuffix(name[0])
    stem = _stem(prefix)
    is_told = any(word.startswith(stem) or stem.startswith(word) for word in name[2:])
    return prefix != compound[0] and len(stem) >= _SHORTEST_STEM and is_told


def _is_compound_of(first: Words, second: Words) -> bool:
    if len(first) != 1 or len(second) != 1:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return len(short) >= _SHORTEST_COMPOUND_HEAD and long.endswith(short)


@lru_cache(maxsize=_REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """A name's words for comparison: no case, no year, no inflection endings."""
    plain = _YEAR.sub("", name.casefold())
    return tuple(_stem(word.strip('"„“”»«›‹:,.')) for word in _SPACE.split(plain) if word)


def _stem(word: str) -> str:
    for ending in ("en", "er", "es", "em", "e", "n", "s"):
        if len(word) > 5 and word.endswith(ending) and not word.endswith("is"):
            return word.removesuffix(ending)
    return word
