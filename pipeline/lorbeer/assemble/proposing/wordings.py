"""Functions of names: by the parse, and by the words around them, whatever the parse says."""

from collections.abc import Sequence
from itertools import pairwise

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.findings import CONFERRING
from lorbeer.assemble.reading.groups import coordinated
from lorbeer.flow import Mention, Sentence, Trigger

#: Functions that a name in a bare position can have when the parse is mute.
OPEN = frozenset({"", "subject", "object", "indirect"})
_MADE = frozenset({"subject", "object"})
#: What people may belong to, and who may be in a team.
_GROUPED = frozenset({"ORGANISATION", "NAME", "PERSON"})
_DATIVE, _DATIVE_PLURAL = frozenset({"dem"}), frozenset({"den", "unseren"})


def functions_of(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The functions of names beside a verb: those that the words before them tell go first."""
    return (
        _parsed(everyone, sentence)
        | _functions_of_makers(everyone, sentence)
        | _functions_of_merits(trigger, everyone, sentence)
        | _functions_of_bodies(trigger, everyone, sentence)
        | _datives(trigger, everyone, sentence)
        | _function_of_first(trigger, everyone, sentence)
    )


def _parsed(everyone: Sequence[Mention], sentence: Sentence) -> dict[Mention, str]:
    """Each name's function; what a preposition opens holds for all names that it coordinates."""
    functions = {mention: mention.function for mention in everyone}
    for left, right in pairwise(everyone):
        between = sentence.text[left.end - sentence.start : right.start - sentence.start]
        if cue("between.co-givers").fullmatch(between):
            functions[right] = functions[left]
    for mention in everyone:
        if functions[mention] not in OPEN:
            for other in coordinated(mention, everyone, sentence):
                same = other.label == mention.label and other.start > mention.start
                if same and functions[other] in OPEN:
                    functions[other] = functions[mention]
    return functions


def _functions_of_makers(everyone: Sequence[Mention], sentence: Sentence) -> dict[Mention, str]:
    """The function of a product for its maker: "Geehrt wurde die App Parkfux von Moos Software"."""
    return {
        maker: product.function
        for product, maker in pairwise(everyone)
        if product.label in {"NAME", "QUOTED"}
        and product.function in _MADE
        and maker.label in {"PERSON", "ORGANISATION"}
        and cue("between.product-and-maker").fullmatch(
            sentence.text[product.end - sentence.start : maker.start - sentence.start]
        )
    }


def _functions_of_bodies(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The function of the people of a body for that body, where they are honoured, and of a team
    without a name for who is in it: "Die Damen des TV Au belegten Rang zwei", "Der Preis ging an
    das Team mit Anna Moll und Jan Holt".
    """
    found: dict[Mention, str] = {}
    for party in everyone:
        words = cue("group.team-of" if party.label == "PERSON" else "group.people-of")
        match = words.search(sentence.text[: party.start - sentence.start])
        if match is None or party.label not in _GROUPED:
            continue
        function = _function_of_group(match["opening"].split(), party, trigger, everyone)
        if trigger.roles.get(function) == "recipient":
            together = coordinated(party, everyone, sentence) if party.label == "PERSON" else []
            later = [p for p in together if p.start > party.start and p.label == "PERSON"]
            found |= dict.fromkeys([party, *later], function)
    return found


def _function_of_group(
    opening: Sequence[str], party: Mention, trigger: Trigger, everyone: Sequence[Mention]
) -> str:
    """What preposition and article say, else the function in which a verb honours somebody; beside
    a verb of conferring in the active only behind it, where somebody else is its subject.
    """
    if len(opening) > 1:
        return opening[0].lower()
    if opening[0].lower() in (_DATIVE if party.label == "PERSON" else _DATIVE_PLURAL):
        return "indirect"
    honoured = next((f for f in ("subject", "object") if trigger.roles.get(f) == "recipient"), "")
    if honoured != "object" or trigger.meaning == "congratulate":
        return honoured
    gives = "subject" not in trigger.roles or any(
        p.function == "subject" and p.clause == party.clause for p in everyone if p != party
    )
    return "object" if gives and party.start > trigger.start else ""


def _function_of_first(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The subject, where an organisation stands right before a verb of conferring and a noun or
    pronoun behind it: "Die Moll-Stiftung zeichnet die beiden Forscherinnen mit dem Preis aus".
    """
    if trigger.roles.get("subject") not in CONFERRING or not cue("object.unnamed").match(
        sentence.text, trigger.end - sentence.start
    ):
        return {}
    first = next((p for p in everyone if p.end + 1 == trigger.start), None)
    if first is None or first.label != "ORGANISATION" or first.function != "object":
        return {}
    is_nominative = cue("subject.article").search(sentence.text[: first.start - sentence.start])
    return {first: "subject"} if is_nominative else {}


def _datives(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """Who stands behind award and auxiliary: "Der Preis (5 Euro) wurde der Klasse 9c verliehen"."""
    if trigger.roles.get("indirect") != "recipient" or not trigger.rule.endswith(".passive"):
        return {}
    awards = sentence.of("AWARD", "AWARD_NOUN", "RANK")
    first = min((award.end for award in awards), default=sentence.end) - sentence.start
    before = {p: sentence.text[: p.start - sentence.start] for p in everyone}
    return {p: "indirect" for p in everyone if cue("dative.before").search(before[p], first)}


def _functions_of_merits(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The function of those whose merits are honoured ("würdigt das Engagement von Anna Moll"), or
    whose works: "Den Preis erhielt die Studienarbeit von Anna Moll".
    """
    function = next((f for f in ("object", "subject") if trigger.roles.get(f) == "recipient"), None)
    if function is None or trigger.meaning == "congratulate":
        return {}
    cues = [cue("honour.work"), *([cue("honour.merit")] if trigger.meaning == "confer" else [])]
    before = {p: sentence.text[: p.start - sentence.start] for p in everyone}
    found = [p for p in everyone if any(words.search(before[p]) for words in cues)]
    groups = (coordinated(party, everyone, sentence) for party in found)
    return {
        other: function
        for party, group in zip(found, groups, strict=True)
        for other in group
        if other.start >= party.start
    }
