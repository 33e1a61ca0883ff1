"""On what occasion, in which edition: event, town, theme, year."""

from collections.abc import Iterable

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.groups import overlap
from lorbeer.assemble.reading.occasions import is_occasion
from lorbeer.assemble.reading.origins import is_of_event, is_where_held
from lorbeer.assemble.reading.years import is_of_beginning
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence
from lorbeer.values.regions import canonical_region, is_region

#: The first sentences tell what the release is about.
_LEAD = 3
_CONFERRING = frozenset({"confer", "present", "receive", "win", "nominate"})


def event(analysis: Analysis, indices: Iterable[int]) -> Mention | None:
    """The ceremony or conference named where the award is conferred."""
    for index in sorted(set(indices)):
        found = _event(analysis.sentences[index], "event.occasion")
        if found is not None:
            return found
    return None


def event_reported(analysis: Analysis, indices: Iterable[int]) -> Mention | None:
    """The event on which the whole release reports, by its first sentences and by the headlines
    above those in which the award is conferred.
    """
    above = analysis.sentences[: min(indices, default=0) + 1]
    headlines = [s for s in above if s.block.kind in HEADLINES]
    told: list[tuple[Sentence, tuple[str, ...]]] = [
        (s, ("event.headline",)) for s in reversed(headlines)
    ]
    told += [(s, ("event.occasion", "event.held")) for s in _opening(analysis)]
    found = (
        _event(s, rule)
        for s, rules in told
        if not cue("place.elsewhere").search(s.text)
        for rule in rules
    )
    return next((one for one in found if one is not None), None)


def _opening(analysis: Analysis) -> list[Sentence]:
    """The first sentences below the headlines."""
    return [s for s in analysis.sentences if s.block.kind not in HEADLINES][:_LEAD]


def _event(sentence: Sentence, rule: str) -> Mention | None:
    for match in cue(rule).finditer(sentence.text):
        start, end = (sentence.start + at for at in match.span("name"))
        found = Mention("EVENT", start, end, match["name"], rule)
        if _is_event(found, sentence):
            return found
    return None


def _is_event(mention: Mention, sentence: Sentence) -> bool:
    """Whether words name an event that is no award, no mere time, and not yet to come."""
    name = mention.text
    is_time = cue("event.time").search(sentence.text[: mention.end - sentence.start])
    is_next = cue("event.next").search(sentence.text[: mention.start - sentence.start])
    return (
        (name[0].isupper() or name[0].isdigit())
        and may_be_event(name)
        and not (is_time or is_next)
        and not is_of_next_round(mention, sentence)
        and not any(overlap(mention, award) for award in sentence.of("AWARD"))
    )


def may_be_event(name: str) -> bool:
    """Whether words may name an event: not a mere "Preisverleihung" or "Tagung"."""
    return not cue("event.bare").search(name) and is_occasion(name)


def place(analysis: Analysis, indices: Iterable[int]) -> Mention | None:
    """The town of the ceremony: where it is said to take place, else "in X" beside the verb of
    conferring and a date.
    """
    for sentence in analysis.sentences:
        for town in _towns(sentence):
            before = sentence.text[: town.start - sentence.start]
            if cue("place.ceremony").search(before) and cue("place.before").search(before):
                return town
    for index in sorted(set(indices)):
        sentence = analysis.sentences[index]
        if not sentence.of("DATE") or not any(t.meaning in _CONFERRING for t in sentence.triggers):
            continue
        for town in _towns(sentence):
            if cue("place.before").search(sentence.text[: town.start - sentence.start]):
                return town
    return None


def place_of_event(cluster: Cluster, analysis: Analysis, indices: Iterable[int]) -> Mention | None:
    """The town named right behind an event, or as where one took place, in the award's sentences,
    or as where one took place in the first ones: "beim Sommerfest in Ulm".
    """
    edition = year(cluster, analysis)
    own = ((analysis.sentences[index], is_of_event) for index in sorted(set(indices)))
    told = (*own, *((sentence, is_where_held) for sentence in _opening(analysis)))
    for sentence, is_there in told:
        if not _looks_back(sentence, edition):
            for town in _towns(sentence):
                if is_there(town, sentence):
                    return town
    return None


def _looks_back(sentence: Sentence, edition: Mention | None) -> bool:
    """Whether a sentence tells of what was before, or in another year than this edition's."""
    is_past = "past" in dict(sentence.assertions) or cue("background.earlier").search(sentence.text)
    years = {mention.text for mention in sentence.of("YEAR")}
    return bool(is_past or (edition and years - {edition.text}))


def place_of_contest(cluster: Cluster, analysis: Analysis) -> Mention | None:
    """The town named right behind an award, which is that of a contest: "beim Stadtlauf in Ulm"."""
    for award, index in cluster.named():
        for town in _towns(analysis.sentences[index]):
            between = analysis.text.string[award.end : town.start]
            if cue("place.behind-award").search(between):
                return town
    return None


def _towns(sentence: Sentence) -> list[Mention]:
    return [place for place in sentence.of("PLACE") if may_be_of_ceremony(place, sentence)]


def may_be_of_ceremony(place: Mention, sentence: Sentence) -> bool:
    """Whether a place may be a town where something is conferred: no land, house or day,
    nobody's birthplace, and not where the next ceremony or another contest is.
    """
    is_land = canonical_region(place.text)[1] in {"country", "state"}
    is_no_town = not is_region(place.text) and cue("place.no-town").search(place.text)
    return (
        place.text[0].isupper()
        and (not is_land or place.text in words("city_states"))
        and not is_no_town
        and not is_of_next_round(place, sentence)
        and not cue("place.elsewhere").search(sentence.text)
        and not cue("place.of-somebody").search(sentence.text[place.end - sentence.start :])
    )


def is_of_next_round(mention: Mention, sentence: Sentence) -> bool:
    """Whether a town or an event is that of a round for which the winners set out."""
    match = cue("place.next-round").search(sentence.text)
    return match is not None and sentence.start + match.end() <= mention.start


def theme(analysis: Analysis) -> Mention | None:
    """The motto of this edition, in quotation marks."""
    match = cue("theme.motto").search(analysis.text.string)
    if match is None:
        return None
    return Mention("THEME", *match.span("name"), match["name"], "theme.motto")


def beside(cluster: Cluster, analysis: Analysis, label: str, reach: int) -> Mention | None:
    """The mention with `label` that stands within `reach` characters of the award's name."""
    for award, index in cluster.named():
        for mention in analysis.sentences[index].of(label):
            if (
                -reach <= mention.start - award.end <= reach
                or 0 <= award.start - mention.end <= reach
            ):
                return mention
    return None


def year(cluster: Cluster, analysis: Analysis) -> Mention | None:
    """The edition's year: in the name or right beside it, else in a heading, or in one of the first
    sentences if it names the award.
    """
    inside = beside(cluster, analysis, "YEAR", 12)
    if inside is not None:
        return inside
    telling = [s for s in analysis.sentences if s.block.kind in HEADLINES]
    own = {analysis.sentences[index].start for index in cluster.sentences}
    lead = [s for s in analysis.sentences[:_LEAD] if s.start in own]
    years = ((m, s) for s in (*telling, *lead) for m in s.of("YEAR"))
    return next((m for m, s in years if not _is_of_another(m, s, s.start in own)), None)


def _is_of_another(year: Mention, sentence: Sentence, names_award: bool) -> bool:
    """Whether a year is a club's or a beginning's, or that of a look back ("2015 erhielt sie")."""
    opens = year.start == sentence.start and bool(sentence.triggers)
    return is_of_beginning(year, sentence) or (opens and not names_award)
