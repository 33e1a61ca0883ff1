"""Sections of a release: what stands below a heading, up to the next one of its rank."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from de_lorbeer.award_heads import head_of
from de_lorbeer.cues import cue
from lorbeer.flow import Analysis, Mention, Sentence

_WEAK_HEAD = "award.weak-head"
#: A line of prose ends so, or is longer.
_CLOSES, _LONGEST = (".", "!", "?", ",", ";", "…"), 80


@dataclass(frozen=True)
class Section:
    """A heading and the sentences below it; `indices` are those of the sentences."""

    heading: Sentence
    indices: range


def sections(analysis: Analysis) -> Iterator[Section]:
    """The sections that headings of one line open, each without the sections below it."""
    sentences = analysis.sentences
    headings = [index for index in range(len(sentences)) if _is_heading(index, analysis)]
    for index, end in pairwise([*headings, len(sentences)]):
        if sentences[index].text == analysis.text.of(sentences[index].block):
            yield Section(sentences[index], range(index + 1, end))


def heads(award: Mention, section: Section) -> bool:
    """Whether an award is all that a heading names, but for a year or a town behind it; not where
    it only tells a kind: "Lauf", "Bewerb".
    """
    heading = section.heading
    head = head_of(award.text)
    is_bare = head is not None and head.word == award.text
    if not heading.start <= award.start < heading.end or is_bare or award.rule == _WEAK_HEAD:
        return False
    before = heading.text[: award.start - heading.start]
    rest = heading.text[award.end - heading.start :]
    is_all = cue("heading.opens").fullmatch(before) and cue("heading.rest").fullmatch(rest)
    return bool(is_all) and award.rule.startswith("award.")


def award_headings(analysis: Analysis) -> set[int]:
    """Where the headings begin that are an award each, of those that have a sibling of their
    level.
    """
    named = [
        section.heading
        for section in sections(analysis)
        if any(heads(award, section) for award in section.heading.of("AWARD"))
    ]
    levels = Counter(heading.block.level for heading in named)
    return {heading.start for heading in named if levels[heading.block.level] > 1}


def _is_heading(index: int, analysis: Analysis) -> bool:
    """Whether a sentence is a heading, or a bare line above a paragraph."""
    sentence = analysis.sentences[index]
    if sentence.block.kind != "paragraph":
        return sentence.block.kind == "heading"
    line = analysis.text.of(sentence.block).rstrip()
    below = analysis.sentences[index + 1] if index + 1 < len(analysis.sentences) else None
    is_bare = len(line) <= _LONGEST and not line.endswith(_CLOSES)
    return is_bare and index > 0 and below is not None and below.block.kind == "paragraph"
