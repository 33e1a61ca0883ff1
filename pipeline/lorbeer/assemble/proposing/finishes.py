"""Who came in behind a winner: "siegte vor Eva Kurz und Lina Thal", "gefolgt von Eva Kurz"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.affiliations import depth, is_aside
from lorbeer.assemble.reading.classes import category_of
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.flow import Mention, Sentence
from lorbeer.values.numbers import rank as number_of

#: Rules that tell of a victory or a place.
_WON = ("win.", "noun.winner", "noun.champion", "noun.victory", "confer.gehen-an", "rank.")
_PLACED = "receive.werden-mit"
_VICTOR = "win.verweisen"
_RULE = "finish.ahead"
_WORDS = re.compile(r"\w+")
_RANGE = re.compile(r"\bbis\b|[-–]")


def with_finishes(found: Sequence[Finding], sentence: Sentence, index: int) -> list[Finding]:
    """Findings with the places that "vor", "gefolgt von" and "auf den Plätzen zwei und drei" tell,
    and those who took them.
    """
    ranked = list(found)
    for mark, followers in _finishes(sentence):
        ahead = _ahead(mark, followers[0], ranked, sentence)
        first = _place(ahead[0]) if ahead else None
        if first is None:
            continue
        model = replace(ahead[0], source=mark, money=None)
        places = {
            party: _marked(mark, place) for party, place in _places(followers, len(ahead), first)
        }
        ranked = _with_places(ranked, model, places, sentence)
        firsts = {finding.party for finding in ahead}
        ranked = [
            replace(f, rank=_marked(mark, first)) if f.party in firsts and f.rank is None else f
            for f in ranked
        ]
    award = next(iter(sentence.of("AWARD")), None)
    for mark, places in (
        *_beaten(ranked, sentence),
        *_behind(sentence),
        *_by_turns(sentence),
        *_next(sentence),
    ):
        model = Finding("recipient", next(iter(places)), index, mark, award)
        ranked = _with_places(ranked, model, places, sentence)
    return ranked


def _with_places(
    found: Sequence[Finding],
    model: Finding,
    places: Mapping[Mention, Mention],
    sentence: Sentence,
) -> list[Finding]:
    """Findings with the places of some parties; of those who were not found new ones, after a
    model.
    """
    known = {finding.party for finding in found if finding.role == "recipient"}
    new = [
        replace(model, party=party, category=category_of(party, sentence))
        for party in places
        if party not in known
    ]
    return [
        replace(f, rank=places[f.party]) if f.role == "recipient" and f.party in places else f
        for f in (*found, *new)
    ]


def _finishes(sentence: Sentence) -> Iterator[tuple[Mention, list[Mention]]]:
    """("vor", those who are named behind it) for each of its kind beside a name."""
    rivals = _rivals(sentence)
    for party in rivals:
        match = cue("finish.ahead").search(sentence.text[: party.start - sentence.start])
        if match is None or cue("finish.audience").search(match["between"] + party.text):
            continue
        start, end = (sentence.start + at for at in match.span("mark"))
        mark = Mention("TRIGGER", start, end, match["mark"], _RULE, clause=party.clause)
        group = coordinated(party, rivals, sentence)
        yield mark, group[group.index(party) :]


def _rivals(sentence: Sentence) -> list[Mention]:
    everyone = parties(sentence)
    return [p for p in everyone if p.label != "PLACE" and not is_aside(p, everyone, sentence)]


def _ahead(
    mark: Mention, follower: Mention, found: Sequence[Finding], sentence: Sentence
) -> list[Finding]:
    """What was found of those who came in before: the last group of winners named in the clause."""
    won = [
        finding
        for finding in found
        if finding.role == "recipient"
        and finding.status == "winner"
        and finding.party.end <= mark.start
        and not depth(finding.party, sentence)
        and finding.party.clause == follower.clause
        and finding.source.rule.startswith((*_WON, _PLACED))
    ]
    if not won:
        return []
    last = max((finding.party for finding in won), key=lambda party: party.end)
    group = coordinated(last, parties(sentence), sentence)
    return list({f.party: f for f in won if f.party in group}.values())


def _place(winner: Finding) -> int | None:
    """The place of the one ahead: the one told, else the first, if a verb tells of a victory."""
    if winner.rank is not None:
        return number_of(winner.rank.canonical or winner.rank.text)
    return 1 if winner.source.rule.startswith(_WON) else None


def _places(followers: Sequence[Mention], size: int, first: int) -> list[tuple[Mention, int]]:
    """The places behind the first one; where pairs or teams won, pairs or teams follow."""
    if len(followers) % size:
        size = 1
    return [(party, first + 1 + at // size) for at, party in enumerate(followers)]


def _by_turns(sentence: Sentence) -> Iterator[tuple[Mention, dict[Mention, Mention]]]:
    """The places told together, each for one of as many names enumerated next to them."""
    rivals = _rivals(sentence)
    for match in cue("finish.places").finditer(sentence.text):
        numbers = _numbers(match["after"] or match["before"])
        start, end = (sentence.start + at for at in match.span())
        mark = Mention("TRIGGER", start, end, match[0], "finish.places")
        groups = (coordinated(party, rivals, sentence) for party in rivals)
        alike = [group for group in groups if len(group) == len(numbers)]
        if len(numbers) > 1 and alike:
            group = min(alike, key=lambda g: max(g[0].start - end, start - g[-1].end))
            ranks = (_marked(mark, number) for number in numbers)
            yield mark, dict(zip(group, ranks, strict=True))


def _next(sentence: Sentence) -> Iterator[tuple[Mention, dict[Mention, Mention]]]:
    """The places of those who follow, from the second on: "Auf den Plätzen folgen", "Dahinter"."""
    rivals = _rivals(sentence)
    for party in rivals:
        if any(rank.end <= party.start for rank in sentence.of("RANK")):
            break
        match = cue("finish.next").search(sentence.text[: party.start - sentence.start])
        if match is not None:
            start, end = (sentence.start + at for at in match.span("mark"))
            mark = Mention("TRIGGER", start, end, match["mark"], "finish.places")
            group = coordinated(party, rivals, sentence)
            later = group[group.index(party) :]
            yield mark, {party: _marked(mark, 2 + at) for at, party in enumerate(later)}


def _beaten(
    found: Sequence[Finding], sentence: Sentence
) -> Iterator[tuple[Mention, dict[Mention, Mention]]]:
    """The first place of who "verwies" others "auf die Plätze", and theirs behind it."""
    match = cue("finish.beaten").search(sentence.text)
    if match is None:
        return
    opens, closes = (sentence.start + at for at in match.span("losers"))
    mark = Mention("TRIGGER", opens, closes, match["losers"], _RULE)
    named = [p for p in _rivals(sentence) if opens <= p.start and p.end <= closes]
    victors = {f.party for f in found if f.source.rule.startswith(_VICTOR)}
    firsts = [party for party in victors if party.end <= opens]
    if not firsts and named and named[0] in victors and named[0].function == "subject":
        firsts = named[:1]
    losers = [party for party in named if party not in firsts]
    behind = [rank for rank in sentence.of("RANK") if rank.start >= closes]
    told = number_of(behind[0].canonical or behind[0].text) if behind else None
    second = told if told is not None and len(losers) == 1 else 2
    if losers:
        places = {party: _marked(mark, 1) for party in firsts}
        yield mark, places | {p: _marked(mark, second + at) for at, p in enumerate(losers)}


def _behind(sentence: Sentence) -> Iterator[tuple[Mention, dict[Mention, Mention]]]:
    """The places of those behind whom somebody else came in: "wurde hinter Eva Kurz Zweite", if
    as many are named as there are places above.
    """
    rivals = _rivals(sentence)
    for party in rivals:
        match = cue("finish.behind").search(sentence.text[: party.start - sentence.start])
        if match is None:
            continue
        group = coordinated(party, rivals, sentence)
        ahead = group[group.index(party) :]
        told = {number_of(rank.canonical or rank.text) for rank in sentence.of("RANK")}
        if told == {len(ahead) + 1}:
            start, end = (sentence.start + at for at in match.span("mark"))
            mark = Mention("TRIGGER", start, end, match["mark"], _RULE)
            last = [p for p in rivals if p.end <= start and p.function == "subject"][-1:]
            yield mark, {p: _marked(mark, 1 + at) for at, p in enumerate([*ahead, *last])}


def _numbers(places: str) -> list[int]:
    """The places of "zwei und drei", "2, 3 und 4" or "zwei bis vier"."""
    numbers = [n for word in _WORDS.findall(places) if (n := number_of(word)) is not None]
    if len(numbers) == 2 and _RANGE.search(places):
        return list(range(numbers[0], numbers[1] + 1))
    return numbers


def _marked(mark: Mention, place: int) -> Mention:
    return replace(mark, label="RANK", canonical=str(place))
