"""Common nouns that stand where only somebody honoured can stand: "Gewonnen hat der Sozialpunkt
Moosau", "Ein Preis ging an die Fahrradretter aus Au".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.marking.mentions import with_name
from lorbeer.assemble.reading.groups import is_kind_alone, overlap
from lorbeer.flow import LISTED, Analysis, Mention, Sentence

_RULE = "slot.noun"
#: The slots and the function of who stands there.
_SLOTS = (
    ("slot.participle", "subject"),
    ("slot.placed", "subject"),
    ("slot.won-by", "subject"),
    ("slot.goes-to", "an"),
    ("slot.opens", "subject"),
    ("slot.fellows", "subject"),
    ("slot.our", "subject"),
)
#: Names that the noun's phrase may hold, and that are then no parties themselves.
_WITHIN = frozenset({"ORGANISATION", "NAME", "PLACE"})
#: Shorter nouns are mostly no compounds, and name a kind of thing.
_LONG = 9
_NEAR = 6
_WON = ("AWARD", "AWARD_NOUN", "RANK", "MONEY")


def with_slot_nouns(analysis: Analysis) -> Analysis:
    """The analysis with such nouns marked as names."""
    sentences = tuple(_marked(sentence, analysis) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _marked(sentence: Sentence, analysis: Analysis) -> Sentence:
    if sentence.block.kind in LISTED or sentence.block.section == "contact":
        return sentence
    for name in list(_names(sentence, analysis)):
        if not _is_known(name, sentence):
            sentence = with_name(sentence, name)
    return sentence


def _is_known(name: Mention, sentence: Sentence) -> bool:
    """Whether a phrase opens with a name, or is one behind a noun that tells its kind."""
    end = name.start + len(name.text.split()[0]) + 1
    return any(
        m.start <= name.start < m.end or (m.start == end and m.end == name.end)
        for m in sentence.of(*_WITHIN)
        if m.label != "PLACE" or m.start <= name.start
    )


def _names(sentence: Sentence, analysis: Analysis) -> Iterator[Mention]:
    for slot, function in _SLOTS:
        for match in cue(slot).finditer(sentence.text):
            if _is_open(slot, match.start(), match.end(), sentence):
                found = list(_phrases(match.end(), function, sentence, analysis))
                yield from found if slot != "slot.opens" or _does(found, sentence) else ()


def _is_open(slot: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether something is won where the slot asks for it: before its verb, or anywhere."""
    won = sentence.of(*_WON)
    if slot == "slot.won-by":
        return any(m.end <= sentence.start + start for m in won)
    if slot == "slot.goes-to":
        is_given = bool(cue("slot.donated").search(sentence.text[:end]))
        return not is_given and any(m.start < sentence.start + end for m in won)
    if slot == "slot.our":
        return bool(won) and any(t.roles.get("subject") == "recipient" for t in sentence.triggers)
    return True


def _does(found: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a verb right behind a phrase that opens a clause tells that it is honoured."""
    if not found:
        return False
    end = found[-1].end
    behind = cue("slot.opens-behind").match(sentence.text, end - sentence.start)
    if behind is None:
        return False
    verbs = [t for t in sentence.triggers if t.roles.get("subject") == "recipient"]
    near = sentence.start + behind.end()
    return any(t.start == near or (behind["aux"] and t.start > near) for t in verbs)


def _phrases(
    start: int, function: str, sentence: Sentence, analysis: Analysis
) -> Iterator[Mention]:
    """The nouns joined from a position on, those that are no names yet."""
    while (match := cue("slot.phrase").match(sentence.text, start)) is not None:
        at = sentence.start + match.start("name")
        name = Mention("NAME", at, at + len(match["name"]), match["name"], _RULE, function,
                       _clause(at, sentence), canonical=match["name"])  # fmt: skip
        if match["article"] and _names_party(name, match["head"], sentence, analysis):
            yield name
        joined = cue("slot.joined").match(sentence.text, match.end())
        if joined is None:
            return
        start = joined.end()


def _names_party(name: Mention, head: str, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a phrase names somebody: not a person, nor what has a name inside quotes; a single
    noun does where the text names it again, or tells where it is from.
    """
    taken = sentence.of("PERSON", "QUOTED", "DATE", "YEAR", *_WON)
    if any(overlap(name, other) for other in taken) or _describes(name, sentence):
        return False
    if head in words("not_parties") or cue("slot.general").fullmatch(head):
        return False
    if name.text != head:
        return True
    if is_kind_alone(head) or cue("slot.abstract").fullmatch(head):
        return False
    behind = sentence.text[name.end - sentence.start :]
    recurs = len(head) >= _LONG and analysis.text.string.count(head) > 1
    return recurs or bool(cue("slot.home").match(behind))


def _describes(name: Mention, sentence: Sentence) -> bool:
    """Whether a person is named right behind a phrase: "der Wildtierarzt Dr. Jan Holt"."""
    return any(0 <= person.start - name.end <= _NEAR for person in sentence.of("PERSON"))


def _clause(position: int, sentence: Sentence) -> int:
    """The clause of the verb nearest to a position."""
    nearest = min(sentence.triggers, key=lambda t: abs(t.start - position), default=None)
    return nearest.clause if nearest else 0
