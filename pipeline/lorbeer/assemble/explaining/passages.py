"""The passages of a release, each with the readings of it."""

from collections.abc import Iterable, Iterator

from lorbeer.assemble.explaining.fates import Fates
from lorbeer.assemble.proposing.verbal import missing
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import Mention, Sentence, Trigger
from lorbeer.reasons import Bound, Passage, Reading

_Found = tuple[Finding, Bound]


def passages(fates: Fates) -> tuple[Passage, ...]:
    """Every sentence, heading, list entry and table row in order."""
    found: dict[int, list[_Found]] = {}
    for finding, bound in fates.findings():
        found.setdefault(finding.sentence, []).append((finding, bound))
    return tuple(
        _passage(index, sentence, found.get(index, []))
        for index, sentence in enumerate(fates.overview.analysis.sentences)
    )


def _passage(index: int, sentence: Sentence, found: Iterable[_Found]) -> Passage:
    return Passage(
        number=index + 1,
        kind="sentence" if sentence.block.kind == "paragraph" else sentence.block.kind,
        section=sentence.block.section,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        mentions=sentence.mentions,
        cues=sentence.assertions,
        readings=tuple(_readings(index, sentence, found)),
    )


def _readings(index: int, sentence: Sentence, found: Iterable[_Found]) -> Iterator[Reading]:
    """One reading a trigger, in the order of the text; verbs that bound nothing among them."""
    verbs = {
        Mention("TRIGGER", verb.start, verb.end, verb.text, verb.rule): verb
        for verb in sentence.triggers
    }
    by_trigger: dict[Mention, list[_Found]] = {trigger: [] for trigger in verbs}
    for finding, bound in found:
        by_trigger.setdefault(finding.source, []).append((finding, bound))
    for trigger in sorted(by_trigger, key=lambda mention: mention.start):
        of_it = by_trigger[trigger]
        beside = dict.fromkeys(at for finding, _ in of_it for at in _beside(finding))
        lacks = "" if of_it else _lacks(index, sentence, verbs[trigger])
        yield Reading(trigger, tuple(bound for _, bound in of_it), tuple(beside), lacks)


def _lacks(index: int, sentence: Sentence, verb: Trigger) -> str:
    """Why a verb bound nothing."""
    needs = " or ".join(sorted(missing(sentence, index, verb)))
    return f"lacks {needs}" if needs else "no name takes a role"


def _beside(finding: Finding) -> Iterator[tuple[str, Mention]]:
    for role in ("award", "rank", "money", "category"):
        mention: Mention | None = getattr(finding, role)
        if mention is not None:
            yield role, mention
