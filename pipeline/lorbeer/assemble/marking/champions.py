"""Championships that only their champions name: "Anna Moll ist Landesmeisterin im Hochsprung"."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.marking.mentions import with_more
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.flow import Analysis, Mention, Sentence

_RULE = "award.champion"


def with_championships(analysis: Analysis) -> Analysis:
    """The analysis with the championship that someone becomes champion of, if it names no award."""
    if any(sentence.of("AWARD") for sentence in analysis.sentences):
        return analysis
    sentences = (
        with_more(sentence, list(_championships(sentence))) for sentence in analysis.sentences
    )
    return replace(analysis, sentences=tuple(sentences))


def _championships(sentence: Sentence) -> Iterator[Mention]:
    """The championships won in a sentence, unless the title merely stands before a name."""
    if is_weak(sentence) or not cue("award.becomes-champion").search(sentence.text):
        return
    bearers = {person.start for person in sentence.of("PERSON")}
    champions = [noun for noun in sentence.of("ROLE") if noun.rule == "noun.champion"]
    for match in cue(_RULE).finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        champion = next((noun for noun in champions if start <= noun.start < end), None)
        is_named = match["area"] or match["level"]
        if is_named and champion is not None and champion.end + 1 not in bearers:
            area = f"{match['area']} " if match["area"] else ""
            level = f"{match['level']}meisterschaft" if match["level"] else "Meisterschaft"
            yield Mention(
                "AWARD",
                start,
                end,
                match[0],
                _RULE,
                "",
                champion.clause,
                "championship",
                f"{area}{level}{match['discipline'] or ''}",
            )
