"""What a rule found in a release."""

from collections.abc import Iterator, Mapping

from lorbeer.reasons import Explanation, Passage, Reading
from lorbeer.rules.registry import registered

#: (rule as the evidence has it, what it found: label, role or field, text)
_Found = tuple[str, str, str]


def found_by(rule_id: str, explanation: Explanation) -> Mapping[str, tuple[str, ...]]:
    """What a rule found, by label, role, assertion or field; empty if it did not fire."""
    found: dict[str, dict[str, None]] = {}
    for rule, what, text in _all(explanation):
        known = registered(rule)
        if known is not None and known.id == rule_id:
            found.setdefault(what, {})[text] = None
    return {what: tuple(texts) for what, texts in found.items()}


def _all(explanation: Explanation) -> Iterator[_Found]:
    for passage in explanation.passages:
        yield from _in_passage(passage)
    yield from _in_records(explanation.extraction.model_dump(include={"awards"}), "")


def _in_passage(passage: Passage) -> Iterator[_Found]:
    yield from ((m.rule, m.label, m.text) for m in passage.mentions)
    yield from ((rule, assertion, passage.text) for assertion, rule in passage.cues)
    for reading in passage.readings:
        yield from _in_reading(reading)


def _in_reading(reading: Reading) -> Iterator[_Found]:
    yield reading.rule, "trigger", reading.trigger.text
    for bound in reading.bound:
        yield reading.rule, bound.role, bound.mention.text
        yield bound.mention.rule, bound.mention.label, bound.mention.text
    yield from ((m.rule, m.label, m.text) for _, m in reading.beside)


def _in_records(value: object, where: str) -> Iterator[_Found]:
    """All evidence, by the field that it proves and the field in which its object stands."""
    if isinstance(value, list):
        for one in value:
            yield from _in_records(one, where)
    elif isinstance(value, dict):
        for proved, entries in value.get("evidence", {}).items():
            yield from ((e["rule"], f"{where}.{proved}", e["text"]) for e in entries)
        for name, inner in value.items():
            if name != "evidence":
                yield from _in_records(inner, name)
