"""Rounds of a contest, which bear its name and none of their own: "Kreisentscheid des
Vorlesewettbewerbs", "Landesrunde der 62. Mathematik-Olympiade".

Where a text tells of one contest so, its rounds are that contest wherever they are named alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import DESCRIPTION, alike
from lorbeer.flow import Analysis, Mention, Sentence

_NOUNS = ("AWARD", "AWARD_NOUN")


def with_contest_rounds(analysis: Analysis) -> Analysis:
    """The analysis with the rounds of a contest marked as the contest that the text names."""
    told = [contest for sentence in analysis.sentences for contest in _told(sentence)]
    if not told or not all(alike(told[0], other) for other in told):
        return analysis
    sentences = tuple(_marked(sentence, told[0]) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _told(sentence: Sentence) -> Iterator[Mention]:
    """The contests to which a sentence says that a round belongs."""
    contests = [award for award in sentence.of("AWARD") if not _is_round(award)]
    for part in filter(_is_round, sentence.of(*_NOUNS)):
        for contest in contests:
            start, end = part.end - sentence.start, contest.start - sentence.start
            if start < end and cue("contest.of-round").fullmatch(sentence.text[start:end]):
                yield contest
                break


def _is_round(name: Mention) -> bool:
    return bool(cue("contest.round").fullmatch(name.text))


def _marked(sentence: Sentence, contest: Mention) -> Sentence:
    mentions = tuple(
        replace(m, rule=DESCRIPTION, canonical=contest.canonical)
        if m.label == "AWARD" and _is_round(m)
        else m
        for m in sentence.mentions
    )
    return replace(sentence, mentions=mentions)
