"""Parts of a clause beside its verb: subjects without a name, several awards, attributes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import CONFERRING
from lorbeer.assemble.reading.groups import coordinated, overlap, parties
from lorbeer.flow import Mention, Sentence, Trigger

#: Beside these verbs every name that no preposition opens is a recipient.
SUBJECT_RECEIVES = frozenset({"receive", "win", "congratulate"})
#: A verb whose object is always told.
_APPOINTING = "confer.ernennen.active"


def without_unnamed_subject(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> Trigger:
    """A trigger less its subject's role where a noun that names nobody plays it: "Die Jury verlieh
    Anna Moll den Preis", "Am Abend ehrte die Stadt Anna Moll", "Der Rat hat sie geehrt".
    """
    if trigger.roles.get("subject") not in CONFERRING:
        return trigger
    if _appoints(trigger, everyone, sentence):
        return _without_subject(trigger)
    start = sentence.start
    auxiliary = cue("perfect.auxiliary").search(sentence.text[: trigger.start - start])
    end = start + auxiliary.end() if auxiliary else trigger.end
    shift = auxiliary.end() if auxiliary else trigger.start - start
    before = cue("subject.unnamed-before").search(sentence.text[:shift])
    if before is not None and before["joined"] and _ends_with_party(before, everyone, start):
        return trigger
    if before is not None:
        noun = Mention("NOUN", start + before.start("noun"), start + before.end("noun"), "", "")
        is_unnamed = not any(overlap(noun, party) for party in everyone)
    else:
        following = next((p for p in everyone if p.start >= end), None)
        between = sentence.text[end - start : following.start - start] if following else ""
        is_unnamed = bool(cue("subject.unnamed-behind").fullmatch(f" {between.lstrip()}"))
    return _without_subject(trigger) if is_unnamed else trigger


def _without_subject(trigger: Trigger) -> Trigger:
    """A trigger less its subject's role; who was taken for the subject is its object."""
    roles = {function: role for function, role in trigger.roles.items() if function != "subject"}
    return replace(trigger, roles=roles)


def _appoints(trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a title is conferred, and the clause names a single person, who must bear it: "Die
    Versammlung hat am Abend die Malerin Anna Moll zum Ehrenmitglied ernannt".
    """
    named = [p for p in everyone if p.clause == trigger.clause]
    people = [p for p in named if p.label == "PERSON" and " " in p.text]
    if trigger.rule != _APPOINTING or len(people) != 1 or any(p.label != "PERSON" for p in named):
        return False
    return not cue("object.appointed").search(sentence.text)


def _ends_with_party(joined: re.Match[str], everyone: Sequence[Mention], start: int) -> bool:
    """Whether a name stands right before "und": "Anna Moll und die Jury"."""
    return any(party.end - start == joined.start() - 1 for party in everyone)


def is_beaten(party: Mention, sentence: Sentence) -> bool:
    """Whether a name is the object of a verb of winning: "Anna Moll besiegte Eva Kurz"."""
    named = parties(sentence)
    group = coordinated(party, named, sentence) if party in named else [party]
    before = sentence.text[: group[0].start - sentence.start]
    return bool(cue("bystander.beaten").search(before)) and any(
        other.end <= group[0].start and other.label in {"PERSON", "ORGANISATION"} for other in named
    )


def is_denied(party: Mention, sentence: Sentence) -> bool:
    """Whether somebody else is honoured instead: "geht nicht an Jan Holt, sondern an Anna Moll"."""
    before = sentence.text[: party.start - sentence.start]
    behind = sentence.text[party.end - sentence.start :]
    return bool(cue("denied.before").search(before) and cue("denied.instead").match(behind))


def hands_over(party: Mention, sentence: Sentence) -> bool:
    """Whether somebody hands an award over: "bekam sie aus den Händen der Ministerin Moll"."""
    return bool(cue("handed.by").search(sentence.text[: party.start - sentence.start]))


def is_attribute(party: Mention, sentence: Sentence) -> bool:
    """Whether a name belongs to a participle before a noun: "der von der Bank gestiftete Preis"."""
    before = sentence.text[: party.start - sentence.start]
    after = sentence.text[party.end - sentence.start :]
    opens, closes = cue("attribute.before").search(before), cue("attribute.behind").match(after)
    return bool(opens and closes)


def antecedent_of(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> Mention | None:
    """Whom a relative clause honours: "Anna Moll, die mit dem Preis geehrt wurde"."""
    if trigger.roles.get("subject") != "recipient" and not trigger.rule.endswith(".passive"):
        return None
    before = [p for p in everyone if p.end <= trigger.start and p.clause != trigger.clause]
    for party in reversed([p for p in before if p.label != "PLACE"]):
        match = cue("relative.pronoun").match(sentence.text, party.end - sentence.start)
        if match is None:
            continue
        opening = sentence.start + match.end()
        clauses = {m.clause for m in sentence.mentions if opening <= m.start <= trigger.start}
        is_direct = clauses <= {trigger.clause}
        meant = _whose_home(party, before, sentence)
        return meant if is_direct and not _is_aside(meant, trigger, match.end(), sentence) else None
    return None


def _whose_home(party: Mention, before: Sequence[Mention], sentence: Sentence) -> Mention:
    """The person in front of the club where they come from: "Anna Moll vom TV Au, die"."""
    person = next((p for p in reversed(before) if p.end <= party.start), None)
    if person is None or person.label != "PERSON" or party.label == "PERSON":
        return party
    between = sentence.text[person.end - sentence.start : party.start - sentence.start]
    return person if cue("between.person-and-home").fullmatch(between) else party


def _is_aside(party: Mention, trigger: Trigger, opening: int, sentence: Sentence) -> bool:
    """Whether a relative clause only tells of an earlier honour, or of one who gives a speech."""
    clause = sentence.text[opening:]
    dated = any(y.clause == trigger.clause for y in sentence.of("YEAR"))
    before = sentence.text[: party.start - sentence.start]
    others = cue("sentence.of-others").search(before) or cue("bystander.office").search(before)
    return dated or bool(cue("clause.of-before").search(clause) or others)


def awards_of(
    party: Mention,
    award: Mention | None,
    recipients: Sequence[Mention],
    trigger: Trigger,
    sentence: Sentence,
) -> Sequence[Mention | None]:
    """The awards that a clause gives to a party: those coordinated with the one beside the verb
    ("mit dem Heimatpreis und dem Jugendpreis") if they go to one party, or, where it gives several
    to several by turns, its own.
    """
    runs = _runs(trigger, sentence)
    if len(runs) == 1 and award in runs[0]:
        several = len(recipients) > 1 and len(runs[0]) > 1
        return [award] if several else runs[0]
    if len(runs) < 2 or not _alternate(runs, recipients):
        return [award]
    if runs[0][0].start < recipients[0].start:
        return next((run for run in reversed(runs) if run[-1].end <= party.start), [award])
    return next((run for run in runs if run[0].start >= party.end), [award])


def _runs(trigger: Trigger, sentence: Sentence) -> list[list[Mention]]:
    """The awards of the trigger's clause, coordinated ones together."""
    runs: list[list[Mention]] = []
    for award in sentence.of("AWARD"):
        if award.clause != trigger.clause:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and cue("between.awards").fullmatch(
            sentence.text[last.end - sentence.start : award.start - sentence.start]
        ):
            runs[-1].append(award)
        else:
            runs.append([award])
    return runs


def _alternate(runs: Sequence[Sequence[Mention]], recipients: Sequence[Mention]) -> bool:
    """Whether between any two awards there is a recipient, and one before or behind them all."""
    firsts = [run[0].start for run in runs]
    parted = all(any(a < r.start < b for r in recipients) for a, b in pairwise(firsts))
    return parted and (recipients[0].start < firsts[0] or recipients[-1].start > firsts[-1])


def stands_beside(party: Mention, sentence: Sentence) -> bool:
    """Whether the words right behind a name give it a part beside an honour: "Anna Moll fehlte"."""
    return bool(cue("bystander.behind").match(sentence.text[party.end - sentence.start :]))


def has_own_award(party: Mention, sentence: Sentence) -> bool:
    """Whether an award or rank leads to a name: "..., der Sportpreis an Jan Holt"."""
    return any(
        cue("between.own-award").fullmatch(
            sentence.text[award.end - sentence.start : party.start - sentence.start]
        )
        for award in sentence.of("AWARD", "RANK")
        if award.end <= party.start
    )


def congratulates(
    party: Mention, everyone: list[Mention], trigger: Trigger, sentence: Sentence
) -> bool:
    """Whether a name right before "gratuliert" is its subject: not in "Anna Moll gratulieren wir",
    "Anna Moll gratuliert der Verein Au".
    """
    between = sentence.text[party.end - sentence.start : trigger.start - sentence.start]
    behind = sentence.text[trigger.end - sentence.start :]
    if trigger.meaning != "congratulate" or not between.isspace():
        return False
    following = next((p for p in everyone if p.start >= trigger.end), None)
    is_object = party.label == "PERSON" and (
        (following is not None and following.label != "PERSON")
        or bool(cue("congratulate.subject").match(behind))
    )
    return not (is_object or cue("congratulate.we").match(behind))


def is_home(party: Mention, everyone: list[Mention], trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "von X" right behind a person says where they come from: before the finite verb
    ("Anna Moll von der TU Ulm wurde geehrt"), and beside verbs of receiving if X teaches.
    """
    person = next((p for p in reversed(everyone) if p.end <= party.start), None)
    if person is None or person.label != "PERSON":
        return False
    text, start = sentence.text, sentence.start
    if not cue("between.person-and-home").fullmatch(text[person.end - start : party.start - start]):
        return False
    before = text[: person.start - start]
    if trigger.meaning in SUBJECT_RECEIVES and cue("party.teaches").search(party.text):
        return True
    return trigger.start > person.start and not cue("signal.finite").search(before)
