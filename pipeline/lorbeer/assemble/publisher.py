"""Who "wir" is: the publisher, where its name stands in the text."""

from collections import Counter
from collections.abc import Iterator

from de_lorbeer.cues import cue
from lorbeer.assemble.findings import Finding
from lorbeer.assemble.groups import can_name_party
from lorbeer.flow import Analysis, Mention, Sentence, Trigger

#: An organisation named less often is not taken for the one that speaks.
_LEAST_MENTIONS = 2
_IN_TITLE = 2


def publisher(analysis: Analysis) -> Mention | None:
    """The publisher's first mention: as the page names it, else the organisation named most."""
    named = analysis.text.publisher
    if named and (start := analysis.text.string.find(named)) >= 0 and can_name_party(named):
        return Mention("ORGANISATION", start, start + len(named), named, "publisher.metadata")
    awards = " ".join(m.text for s in analysis.sentences for m in s.of("AWARD"))
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for sentence in analysis.sentences:
        for mention in sentence.of("ORGANISATION", "NAME"):
            if can_name_party(mention.text) and mention.text not in awards:
                first.setdefault(mention.text, mention)
                counts[mention.text] += _IN_TITLE if sentence.block.kind == "title" else 1
    if not counts or counts.most_common(1)[0][1] < _LEAST_MENTIONS:
        return None
    return first[counts.most_common(1)[0][0]]


def from_we(sentence: Sentence, index: int, speaker: Mention) -> Iterator[Finding]:
    """The publisher as recipient where "wir" receives, wins or is honoured."""
    for trigger in sentence.triggers:
        if _honours(trigger, sentence) and cue("we").search(sentence.text):
            source = Mention("TRIGGER", trigger.start, trigger.end, trigger.text, trigger.rule)
            award = next(iter(sentence.of("AWARD")), None)
            rank = next(iter(sentence.of("RANK")), None)
            yield Finding("recipient", speaker, index, source, award, rank)
            return


def _honours(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the verb makes someone a recipient, of an award that the sentence names."""
    honoured = "recipient" in trigger.roles.values() and trigger.meaning != "congratulate"
    return honoured and bool(sentence.of("AWARD", "AWARD_NOUN", "RANK"))
