"""Names that a verb makes awards: "mit der Roten Schleife ausgezeichnet".

An award's name need not hold a word like "Preis"; where a frame has a place for an award, a
name in that place is one.
"""

from dataclasses import replace

from lorbeer.assemble.proposing.nominal import names_award
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

_CONFERRING = frozenset({"confer", "receive", "win", "nominate", "present"})
_LABELS = frozenset({"NAME", "QUOTED"})
#: Longer quotations in an award's place are titles of works or sayings.
_LONGEST = 8


def promote_awards(analysis: Analysis) -> Analysis:
    """The analysis with names in an award's place relabelled AWARD, wherever they recur."""
    names = {
        mention.text
        for sentence in analysis.sentences
        if not sentence.of("AWARD")
        for mention in sentence.of(*_LABELS)
        if not _is_in_title(mention, sentence)
        if _is_ranked_in(mention, sentence)
        or _is_won(mention, sentence)
        or any(_is_award(mention, trigger) for trigger in sentence.triggers)
    }
    if not names:
        return analysis
    return replace(analysis, sentences=tuple(_relabelled(s, names) for s in analysis.sentences))


def _is_in_title(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is only part of a quotation, as of the title of a work."""
    return any(
        quote.start <= mention.start and mention.end <= quote.end and quote.text != mention.text
        for quote in sentence.of("QUOTED")
    )


def _is_ranked_in(mention: Mention, sentence: Sentence) -> bool:
    """Whether a rank is taken in what the mention names: "2. Platz beim Rheinland Pitch"."""
    ranks = [r for r in sentence.of("RANK") if r.end <= mention.start]
    return bool(ranks) and mention.function == "bei" and len(mention.text.split()) > 1


def _is_won(mention: Mention, sentence: Sentence) -> bool:
    """Whether the name follows a noun for its winner: "Gewinner des ESER"."""
    winners = [noun for noun in sentence.of("ROLE") if noun.kind.startswith("recipient")]
    return any(names_award(noun, mention, sentence) for noun in winners)


def _is_award(mention: Mention, trigger: Trigger) -> bool:
    return (
        trigger.meaning in _CONFERRING
        and mention.label in _LABELS
        and mention.clause == trigger.clause
        and _fills_award(mention, trigger)
        and len(mention.text.split()) <= _LONGEST
    )


def _fills_award(mention: Mention, trigger: Trigger) -> bool:
    """By its function; in the frame of giving also without one, unless a person must fill it."""
    role = trigger.roles.get(mention.function)
    if mention.function in {"", "subject", "object"} and trigger.meaning == "confer":
        return "award" in {trigger.roles.get("object"), trigger.roles.get("subject")}
    return role == "award" and mention.function != "subject"


def _relabelled(sentence: Sentence, names: set[str]) -> Sentence:
    awards = sentence.of("AWARD")
    mentions = tuple(
        replace(m, label="AWARD", rule=f"{m.rule}.in-frame", kind="prize")
        if m.label in _LABELS
        and m.text in names
        and not any(a.start <= m.start and m.end <= a.end for a in awards)
        else m
        for m in sentence.mentions
    )
    return replace(sentence, mentions=mentions)
