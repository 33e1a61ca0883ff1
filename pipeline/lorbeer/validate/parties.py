"""Party drafts become parties and partners."""

from typing import Any

from lorbeer.flow import PartyDraft
from lorbeer.records import Partner, Party
from lorbeer.validate.evidence import by_field, evidence


def party(draft: PartyDraft, string: str) -> Party:
    """The validated party; raises UngroundedError or pydantic's ValidationError."""
    return Party(**_fields(draft, string))


def partner(draft: PartyDraft, string: str) -> Partner:
    """The validated partner; raises as `party` does."""
    return Partner(**_fields(draft, string), of=draft.of)


def _fields(draft: PartyDraft, string: str) -> dict[str, Any]:
    details = {"short_name": draft.short_name, "place": draft.place, "url": draft.url}
    return {
        "name": draft.name,
        "kind": draft.kind,
        **{field: mention.text for field, mention in details.items() if mention is not None},
        "evidence": {"name": evidence(draft.mentions, string)} | by_field(details, string),
    }
