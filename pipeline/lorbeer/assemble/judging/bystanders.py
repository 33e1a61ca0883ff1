"""Who is only named beside an honour: who lost, trained, presented, was away or won before."""

from collections.abc import Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.clause_parts import is_beaten
from lorbeer.assemble.reading.affiliations import is_aside, is_further_body, is_home_town
from lorbeer.assemble.reading.findings import CONFERRING
from lorbeer.assemble.reading.groups import coordinated, parties
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.assemble.weighing import Overview, PartyCandidate
from lorbeer.flow import Analysis, Mention, Sentence

#: Words before a name that give it another part.
_BEFORE = (
    "bystander.before",
    "bystander.performs",
    "bystander.proposes",
    "bystander.won-before",
    "bystander.jury",
    "bystander.inverted",
)
#: Words behind a name that do so.
_BEHIND = ("bystander.behind", "bystander.acts")
#: Sentences that tell of elections and promotions.
_OFFICES = ("bystander.elected", "bystander.promoted")
#: What opens the name of who hands an award over.
_HANDING = frozenset({"von", "durch"})
_DECIDING = frozenset({"confer", "receive", "win", "congratulate"})


def is_bystander(candidate: PartyCandidate, analysis: Analysis) -> bool:
    """Whether every mention of a party gives it another part than that of a winner; where some
    stand in sentences that tell of an award, those alone speak.
    """
    named = [(mention, analysis.sentences[index]) for index, mention in candidate.mentions]
    telling = [(m, s) for m, s in named if s.triggers or s.of("AWARD", "RANK")]
    return all(_stands_by(mention, sentence) for mention, sentence in telling or named)


def _stands_by(mention: Mention, sentence: Sentence) -> bool:
    """By the words before or behind the name, or the names coordinated with it."""
    if status_in(sentence) == "nominee":
        return False
    if _is_dateline(mention, sentence):
        return True
    if _tells_otherwise(sentence):
        return True
    named = parties(sentence)
    group = coordinated(mention, named, sentence) if mention in named else [mention]
    before = sentence.text[: group[0].start - sentence.start]
    after = sentence.text[group[-1].end - sentence.start :]
    if any(cue(words).search(before) for words in _BEFORE):
        return True
    if any(cue(words).match(after) for words in _BEHIND):
        return True
    just_before = sentence.text[: mention.start - sentence.start]
    if cue("bystander.office").search(just_before) and not sentence.of("ROLE"):
        return True
    if is_named_otherwise(mention, sentence) or is_beaten(mention, sentence):
        return True
    if cue("bystander.for").search(before) and cue("bystander.takes-part").search(sentence.text):
        return mention.label != "PERSON"
    return _is_home(mention, named, sentence) or _lost(before, after)


def _tells_otherwise(sentence: Sentence) -> bool:
    """Whether a sentence tells who was elected or promoted, or of a round that decides nothing and,
    by its other verbs, of no victory.
    """
    if not sentence.of("AWARD") and any(cue(words).search(sentence.text) for words in _OFFICES):
        return True
    told = cue("bystander.contest").search(sentence.text)
    if told is None or sentence.of("RANK"):
        return False
    start, end = (sentence.start + at for at in told.span())
    return not any(t.meaning in _DECIDING and not start <= t.start < end for t in sentence.triggers)


def _is_dateline(mention: Mention, sentence: Sentence) -> bool:
    """Whether a place only opens a text: "Bad Au, im Mai 2024: Anna Moll gewann"."""
    end = mention.end - sentence.start
    opens = mention.label == "PLACE" and mention.start == sentence.block.start
    is_prose = sentence.block.kind == "paragraph"
    return opens and is_prose and bool(cue("bystander.dateline").match(sentence.text, end))


def _is_home(mention: Mention, named: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a name only says where who stands before it comes from: "Anna Moll vom TV Au"."""
    if mention not in named:
        return False
    if mention.label == "PERSON":
        return is_home_town(mention, named, sentence)
    if is_aside(mention, named, sentence) or is_further_body(mention, named, sentence):
        return True
    person = next((other for other in reversed(named) if other.end <= mention.start), None)
    if person is None or person.label != "PERSON":
        return False
    between = sentence.text[person.end - sentence.start : mention.start - sentence.start]
    return bool(cue("between.person-and-home").fullmatch(between))


def _lost(before: str, after: str) -> bool:
    """Whether a result says so: "SV Au – TV Ems 2:4", "Moll – Holt 6:1, 6:0"."""
    second = cue("match.score").match(after) if cue("match.opponent").search(before) else None
    first = cue("match.first").match(after)
    for match, is_first in ((second, False), (first, True)):
        if match is not None:
            sets = [(int(a), int(b)) for a, b in cue("match.set").findall(match["sets"])]
            won = sum(a > b for a, b in sets) - sum(a < b for a, b in sets)
            return won < 0 if is_first else won > 0
    return False


def is_named_otherwise(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence names somebody for what happened in years before, for a goal, or because
    they take the award in hand for others.
    """
    is_other = _is_earlier(mention, sentence) or _is_scorer(mention, sentence)
    return is_other or takes_for_others(mention, sentence)


def takes_for_others(mention: Mention, sentence: Sentence) -> bool:
    """Whether somebody takes an award in hand by their office, or in another's stead: "Die Urkunde
    nahm Bürgermeisterin Anna Moll entgegen"; not if they were allowed to, or did so themselves.
    """
    is_acting = mention.label == "PERSON" and mention.function not in _HANDING
    if not is_acting or not cue("proxy.takes").search(sentence.text):
        return False
    if cue("proxy.instead").search(sentence.text):
        return True
    if cue("proxy.own").search(sentence.text):
        return False
    named = parties(sentence)
    group = coordinated(mention, named, sentence) if mention in named else [mention]
    befores = (sentence.text[: m.start - sentence.start] for m in (mention, group[0]))
    return any(cue("proxy.office").search(before) for before in befores)


def _is_scorer(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence only tells who shot a goal, and in which minute: "Anna Moll (12.)"."""
    places = [rank for rank in sentence.of("RANK") if rank.rule != "rank.bracketed"]
    if mention.label != "PERSON" or places or sentence.of("AWARD"):
        return False
    return bool(cue("bystander.scores").search(sentence.text))


def _is_earlier(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence about this year names somebody in a part about years before."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    opens = max(sentence.text.rfind(mark, 0, start) for mark in ",;:") + 1
    closes = min((i for mark in ",;" if (i := sentence.text.find(mark, end)) >= 0), default=None)
    if not cue("segment.past").search(sentence.text[opens:closes]):
        return False
    told_before = any(t.start < sentence.start + opens for t in sentence.triggers)
    return told_before or bool(cue("signal.present").search(sentence.text))


def is_conferrer(candidate: PartyCandidate, overview: Overview) -> bool:
    """Whether a verb says that a party confers or presents the award to somebody else, or that
    this does whoever ends each of its mentions: "Au" of "Gemeinde Au".
    """
    given = overview.recipient_sources
    if any(f.role in CONFERRING and f.source in given for f in candidate.findings):
        return True
    return all(m.start < overview.conferrers.get(m.end, -1) for _, m in candidate.mentions)


def is_remainder(candidate: PartyCandidate, overview: Overview) -> bool:
    """Whether a name is only the rest of a list's entries, behind the comma after their names; not
    in an enumeration: "Ebenfalls nominiert: Gruppe Ost, Gruppe West".
    """
    named = {f.sentence: f.party for f in overview.found if f.source.rule == "list.entry"}
    return all(
        index in named and _is_rest(mention, named[index], overview.analysis.sentences[index])
        for index, mention in candidate.mentions
    )


def _is_rest(mention: Mention, entry: Mention, sentence: Sentence) -> bool:
    if mention.label == "PERSON" or mention.start < entry.end:
        return False
    enumerates = ":" in sentence.text[: entry.start - sentence.start] and not sentence.of("RANK")
    rest = sentence.text[entry.end - sentence.start :]
    return not enumerates and bool(cue("list.remainder").match(rest))
