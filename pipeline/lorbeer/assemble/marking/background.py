"""Sentences about earlier honours: by the years they tell, or in a paragraph that tells a life."""

from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import alike
from lorbeer.assemble.reading.calling import invites
from lorbeer.flow import Analysis, Mention, Sentence

#: Title and first sentence: what they tell of is no background.
_LEAD = 2
#: So many different signs of a life make a paragraph one; so many years, a list of them.
_SIGNS, _YEARS = 2, 2
#: Until the end of this month, news may be of the year before.
_NEWS_OF_LAST_YEAR = 3
_PROSE = frozenset({"paragraph", "quote"})


def with_background(analysis: Analysis) -> Analysis:
    """The analysis with the assertion "past" added to sentences about earlier honours.

    Never to the title and the first sentence, and to none that names an award of theirs.
    """
    lead = [m for s in analysis.sentences[:_LEAD] for m in s.of("AWARD")]
    latest = _latest_past_year(analysis)
    sentences = (
        _marked(sentence, latest, lead, analysis) if index >= _LEAD else sentence
        for index, sentence in enumerate(analysis.sentences)
    )
    return replace(analysis, sentences=tuple(sentences))


def _marked(
    sentence: Sentence, latest: int | None, lead: list[Mention], analysis: Analysis
) -> Sentence:
    if sentence.block.kind not in _PROSE or cue("signal.present").search(sentence.text):
        return sentence
    if any(alike(own, award) for own in lead for award in sentence.of("AWARD")):
        return sentence
    rules = []
    if _tells_of_years(sentence, latest, is_asked=invites(analysis)):
        rules.append("past.years")
    if not sentence.of("DATE") and _tells_life(sentence, analysis):
        rules.append("past.life")
    if _tells_by_the_way(sentence):
        rules.append("past.by-the-way")
    new = tuple(("past", rule) for rule in rules)
    return replace(sentence, assertions=(*sentence.assertions, *new)) if new else sentence


def _latest_past_year(analysis: Analysis) -> int | None:
    """The latest year that is certainly over: by the day of publication, else by the lead."""
    published = analysis.text.published
    if published is not None:
        return published.year - (2 if published.month <= _NEWS_OF_LAST_YEAR else 1)
    lead = [int(y) for s in analysis.sentences[:_LEAD] for y in cue("year.any").findall(s.text)]
    return max(lead) - 1 if lead else None


def _tells_of_years(sentence: Sentence, latest: int | None, *, is_asked: bool) -> bool:
    """Whether a sentence sets what it tells in years gone by, or in several ones.

    Where a release asks for entries, any year told in a past tense is gone by.
    """
    years = {int(match["year"]) for match in cue("year.adverbial").finditer(sentence.text)}
    if not years:
        return False
    if is_asked and cue("call.past").search(sentence.text):
        return True
    named = {int(year) for year in cue("year.any").findall(sentence.text)}
    return len(years) >= _YEARS or (latest is not None and max(named) <= latest)


def _tells_life(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a sentence looks back in a paragraph about somebody's birth, studies and home."""
    if not cue("life.looks-back").search(sentence.text):
        return False
    told = cue("life.sign").findall(analysis.text.of(sentence.block))
    return len({sign.lower() for sign in told}) >= _SIGNS


def _tells_by_the_way(sentence: Sentence) -> bool:
    """Whether all awards of a sentence stand in a relative clause that tells its own year: "Die
    Firma, die 2020 mit dem Tannwald-Preis geehrt wurde, baut an".
    """
    told = [m.span("told") for m in cue("clause.dated").finditer(sentence.text)]
    awards = [a.start - sentence.start for a in sentence.of("AWARD", "AWARD_NOUN")]
    return bool(awards) and all(any(start <= a < end for start, end in told) for a in awards)
