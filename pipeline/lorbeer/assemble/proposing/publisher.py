"""Who "wir" is: the publisher, where its name stands in the text."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import can_name_party, parties
from lorbeer.assemble.reading.party_register import without_form
from lorbeer.assemble.reading.statuses import status_in
from lorbeer.assemble.reading.weakness import is_weak
from lorbeer.flow import LISTED, Analysis, Mention, Sentence, Trigger

#: An organisation named less often is not taken for the one that speaks, unless it is the only
#: one and has a legal form.
_LEAST_MENTIONS = 2
_IN_TITLE = 2
#: So many sentences may head a page with who publishes it, and so many end it.
_HEAD, _FOOT = 2, 8
#: Functions that a preposition tells; the parse has none for "uns" behind it.
_WITH_PREPOSITION = frozenset({"für", "an", "auf", "nach"})


def publisher(analysis: Analysis) -> Mention | None:
    """The publisher's first mention: as the page names it, else as "wir" name themselves, sign or
    head the page, else the organisation named most.
    """
    named = analysis.text.publisher
    start = analysis.text.string.find(named) if named else -1
    if named and start >= 0 and can_name_party(named) and not _is_author(named, analysis):
        return Mention("ORGANISATION", start, start + len(named), named, "publisher.metadata")
    if (own := _self_named(analysis) or _signed(analysis)) is not None:
        return own
    awards = " ".join(m.text for s in analysis.sentences for m in s.of("AWARD"))
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    givers = {without_form(m.text) for s in analysis.sentences for m in _givers(s)}
    for sentence in analysis.sentences:
        for mention in sentence.of("ORGANISATION", "NAME"):
            if can_name_party(mention.text) and mention.text not in awards:
                name = without_form(mention.text)
                first[name] = max(first.get(name, mention), mention, key=lambda m: len(m.text))
                counts[name] += _IN_TITLE if sentence.block.kind == "title" else 1
    for giver in givers:
        counts.pop(giver, None)
    if not counts:
        return None
    name, mentions = counts.most_common(1)[0]
    is_only = len(counts) == 1 and without_form(first[name].text) != first[name].text
    return first[name] if mentions >= _LEAST_MENTIONS or is_only else None


def _is_author(named: str, analysis: Analysis) -> bool:
    """Whether a page names who wrote it, a person or an office, and not for whom "wir" speaks."""
    people = (person.text for s in analysis.sentences for person in s.of("PERSON"))
    is_person = named in people or named in words("first_names")
    return is_person or bool(cue("publisher.office").fullmatch(named))


def _self_named(analysis: Analysis) -> Mention | None:
    """The name by which those who speak call themselves: "Euer Team vom Museum Au", also one that
    nobody recognised: "Wir von der Flusswacht Au".
    """
    for sentence in analysis.sentences:
        for phrase in cue("publisher.word").finditer(sentence.text):
            if cue("publisher.self").search(sentence.text[: phrase.start()]):
                start = sentence.start + phrase.start()
                known = next((m.text for m in sentence.of("ORGANISATION") if m.start == start), "")
                name = known or phrase["name"]
                end = start + len(name)
                is_named = bool(known) or " " in name or "-" in name
                if any(p.start < end and start < p.end for p in sentence.of("PERSON")):
                    continue
                if can_name_party(name) and is_named:
                    return Mention("ORGANISATION", start, end, name, "publisher.self-named")
    return None


def _signed(analysis: Analysis) -> Mention | None:
    """The organisation that signs ("Eure Senfmanufaktur Au"), else the only one that fills a line
    at the head or the end of the release, with its address at most.
    """
    lines: dict[str, Mention] = {}
    for index, sentence in enumerate(analysis.sentences):
        for mention in sentence.of("ORGANISATION"):
            before = sentence.text[: mention.start - sentence.start]
            after = sentence.text[mention.end - sentence.start :]
            ends = bool(cue("publisher.line-end").match(after)) and can_name_party(mention.text)
            if ends and cue("publisher.signed").match(before):
                return replace(mention, rule="publisher.signed")
            if ends and not before.strip() and _is_at_edge(index, sentence, analysis):
                lines.setdefault(without_form(mention.text), mention)
    only = next(iter(lines.values()), None)
    return replace(only, rule="publisher.signed") if only and len(lines) == 1 else None


def _is_at_edge(index: int, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a block of one line stands among the first or the last ones, and in no list."""
    count = len(analysis.sentences)
    is_line = sentence.block.kind not in LISTED and sentence.end >= sentence.block.end
    return is_line and (index < _HEAD or index >= max(_HEAD, count - _FOOT))


def _givers(sentence: Sentence) -> Iterator[Mention]:
    """Who confers or presents an award by a verb: nobody who speaks of an honour received.

    What is conferred by habit ("jedes Jahr") may be another award.
    """
    if is_weak(sentence):
        return
    for trigger in sentence.triggers:
        if trigger.roles.get("subject") in {"giver", "presenter"} and any(
            award.clause == trigger.clause for award in sentence.of("AWARD", "AWARD_NOUN")
        ):
            named = sentence.of("ORGANISATION", "NAME")
            yield from (m for m in named if (m.function, m.clause) == ("subject", trigger.clause))


def from_we(sentence: Sentence, index: int, speaker: Mention | None) -> Iterator[Finding]:
    """The publisher, or what it wins with, as recipient where "wir" receives or is honoured."""
    source = next(_honoured(sentence), None) if cue("we").search(sentence.text) else None
    if source is None:
        return
    award = next(iter(sentence.of("AWARD")), None)
    rank = next(iter(sentence.of("RANK")), None)
    for winner in (speaker, _with_which(sentence)):
        if winner is not None:
            yield Finding(
                "recipient", winner, index, source, award, rank, status=status_in(sentence)
            )


def _honoured(sentence: Sentence) -> Iterator[Mention]:
    """What tells that "wir" is honoured: a verb, else a noun or place that it is or has: "Wir sind
    Zweite", "Wir haben den Preis!".
    """
    for trigger in sentence.triggers:
        if _honours(trigger, sentence):
            yield Mention("TRIGGER", trigger.start, trigger.end, trigger.text, trigger.rule)
    for noun in sentence.of("ROLE", "RANK", "AWARD", "AWARD_NOUN"):
        before = sentence.text[: noun.start - sentence.start]
        has = cue("we.have").search(before) and cue("we.have-behind").match(
            sentence.text, noun.end - sentence.start
        )
        is_role = noun.label == "RANK" or noun.kind.startswith("recipient")
        if (is_role and cue("we.are").search(before)) or (has and noun.label != "ROLE"):
            yield replace(noun, label="ROLE", rule="we.told")


def _with_which(sentence: Sentence) -> Mention | None:
    """What "wir" wins with: "haben wir mit der Kartenbox den Preis gewonnen"."""
    named = (p for p in parties(sentence) if p.label in {"QUOTED", "NAME"})
    return next(
        (m for m in named if cue("we.with").search(sentence.text[: m.start - sentence.start])), None
    )


def _honours(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the verb makes someone a recipient, of an award that the sentence names; "uns" where
    it takes one with a preposition: "gab es für uns", not "gab es bei uns".
    """
    functions = {function for function, role in trigger.roles.items() if role == "recipient"}
    if trigger.meaning == "congratulate" or not functions:
        return False
    if functions <= _WITH_PREPOSITION and not cue("we.behind").search(sentence.text):
        return False
    return bool(sentence.of("AWARD", "AWARD_NOUN", "RANK"))
