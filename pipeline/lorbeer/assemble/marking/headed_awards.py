"""Awards that headings name, each above those who win it: "Goldene Feder", "Posterpreis"."""

from dataclasses import replace

from de_lorbeer.award_heads import head_of, is_special_prize
from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.marking.mentions import with_name
from lorbeer.assemble.reading.awards import DESCRIPTION, alike
from lorbeer.assemble.reading.categories import category_line
from lorbeer.assemble.reading.classes import classes
from lorbeer.assemble.reading.sections import Section, heads, sections
from lorbeer.flow import Analysis, Mention, Sentence

RULE = "award.heading"
_OF_THE_YEAR = "award.of-the-year"
#: A heading that holds one of these tells of somebody, or names an award itself.
_TELLING = ("AWARD", "AWARD_NOUN", "PERSON", "ROLE")
_PARTIES = ("ORGANISATION", "PLACE")
#: A single shorter word ("Kultur") is a field, in which somebody may win as well.
_SHORTEST_WORD = 12


def with_headed_awards(analysis: Analysis) -> Analysis:
    """The analysis with names that are headings among headings that name awards marked as awards,
    and with nouns below that only say what the award of a heading is as its descriptions.

    Where the title names an award, headings below it name its categories.
    """
    if any(s.of("AWARD") for s in analysis.sentences if s.block.kind == "title"):
        return analysis
    parts = list(sections(analysis))
    levels = {part.heading.block.level for part in parts if _names_award(part)}
    new: dict[int, Mention] = {}
    for part in parts if levels else ():
        award = next((a for a in part.heading.of("AWARD") if heads(a, part)), None)
        if award is None and part.heading.block.level in levels:
            award = _name(part)
            new |= {part.heading.start: award} if award else {}
        if award is not None and part.indices:
            first = analysis.sentences[part.indices[0]]
            described = _description(award, first)
            new |= {first.start: described} if described else {}
    sentences = (with_name(s, new[s.start]) if s.start in new else s for s in analysis.sentences)
    return replace(analysis, sentences=tuple(sentences))


def _description(award: Mention, first: Sentence) -> Mention | None:
    """The noun with which a section goes on about the award of its heading: "Die höchste
    Auszeichnung des Vereins ging an".
    """
    for noun in first.of("AWARD"):
        before = first.text[: noun.start - first.start]
        head = noun.text.split()[0]
        is_common = head_of(head) is not None and "-" not in head and not is_special_prize(head)
        if is_common and cue("heading.goes-on").fullmatch(before) and not alike(award, noun):
            return replace(noun, rule=DESCRIPTION, canonical=award.canonical)
    return None


def _names_award(part: Section) -> bool:
    """Whether a heading is the name of an award, and not of a prize within one."""
    return any(
        heads(award, part)
        and award.rule != _OF_THE_YEAR
        and not is_special_prize(award.text.split()[0])
        for award in part.heading.of("AWARD")
    )


def _name(part: Section) -> Mention | None:
    """The name that a heading is, if it can be that of an award."""
    heading = part.heading
    match = cue("heading.name").fullmatch(heading.text)
    if match is None or heading.of(*_TELLING) or heading.triggers:
        return None
    name = match["name"]
    start = heading.start + match.start("name")
    is_party = any(p.text == name for p in heading.of(*_PARTIES))
    is_field = name in words("disciplines") | words("class_nouns") or classes(heading)
    is_short = " " not in name and len(name) < _SHORTEST_WORD
    if is_party or is_field or is_short or category_line(heading):
        return None
    return Mention("AWARD", start, start + len(name), name, RULE, kind="prize", canonical=name)
