"""From mentions to evidence, checked against the text."""

from collections.abc import Iterable, Mapping

from lorbeer.flow import Mention
from lorbeer.records import Evidence


class UngroundedError(ValueError):
    """A mention does not reproduce the text at its offsets."""


def evidence(mentions: Iterable[Mention], string: str) -> list[Evidence]:
    """Evidence of mentions in order of position, each once.

    Raises UngroundedError if a mention's text is not what stands at its offsets.
    """
    unique = sorted({(m.start, m.end, m.text, m.rule) for m in mentions})
    for start, end, text, _ in unique:
        if string[start:end] != text:
            raise UngroundedError(f"{text!r} does not stand at {start} to {end}")
    return [Evidence(start=s, end=e, text=t, rule=r) for s, e, t, r in unique]


def by_field(mentions: Mapping[str, Mention | None], string: str) -> dict[str, list[Evidence]]:
    """Evidence by field name, fields without a mention left out."""
    return {name: evidence([m], string) for name, m in mentions.items() if m is not None}
