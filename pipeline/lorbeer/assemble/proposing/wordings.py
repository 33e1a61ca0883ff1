"""Functions of names that the words around them tell, whatever the parse says."""

from collections.abc import Sequence

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.groups import coordinated
from lorbeer.flow import Mention, Sentence, Trigger

_CONFERRING = frozenset({"giver", "presenter"})


def functions_by_wording(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The functions of names that the words before them tell, whatever the parse says."""
    return (
        _functions_of_merits(trigger, everyone, sentence)
        | _datives(trigger, everyone, sentence)
        | _function_of_first(trigger, everyone, sentence)
    )


def _function_of_first(
    trigger: Trigger, everyone: Sequence[Mention], sentence: Sentence
) -> dict[Mention, str]:
    """The subject, where an organisation stands right before a verb of conferring and a noun or
    pronoun behind it: "Die Moll-Stiftung zeichnet die beiden Forscherinnen mit dem Preis aus".
    """
    if trigger.roles.get("subject") not in _CONFERRING or not cue("object.unnamed").match(
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
    """The function of those whose merits are honoured: "würdigt das Engagement von Anna Moll"."""
    function = next((f for f in ("object", "subject") if trigger.roles.get(f) == "recipient"), None)
    if function is None or trigger.meaning != "confer":
        return {}
    merits = cue("honour.merit")
    found = [p for p in everyone if merits.search(sentence.text[: p.start - sentence.start])]
    groups = (coordinated(party, everyone, sentence) for party in found)
    return {
        other: function
        for party, group in zip(found, groups, strict=True)
        for other in group
        if other.start >= party.start
    }
