"""Awards in headlines, where "für" tells who gets one: "Silberpreis für Chemikerin"."""

from dataclasses import replace

from lorbeer.assemble.reading.awards import Words, words
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence

_FOR = " für "


def without_headline_recipients(analysis: Analysis) -> Analysis:
    """The analysis with awards of headlines cut before "für", if the text below names them so and
    never with what follows there.
    """
    below = [
        words(award.canonical)
        for sentence in analysis.sentences
        if sentence.block.kind not in HEADLINES
        for award in sentence.of("AWARD")
    ]
    sentences = tuple(
        _shortened(sentence, below) if sentence.block.kind in HEADLINES else sentence
        for sentence in analysis.sentences
    )
    return replace(analysis, sentences=sentences)


def _shortened(sentence: Sentence, below: list[Words]) -> Sentence:
    mentions = tuple(
        _before_for(m) if m.label == "AWARD" and _FOR in m.text and _is_cut(m, below) else m
        for m in sentence.mentions
    )
    return replace(sentence, mentions=mentions)


def _is_cut(award: Mention, below: list[Words]) -> bool:
    name = words(_before_for(award).canonical)
    known = [other for other in below if other[: len(name)] == name]
    return bool(known) and not any(other[len(name) :][:1] == ("für",) for other in known)


def _before_for(award: Mention) -> Mention:
    text = award.text.partition(_FOR)[0]
    canonical = award.canonical.partition(_FOR)[0]
    return replace(award, end=award.start + len(text), text=text, canonical=canonical)
