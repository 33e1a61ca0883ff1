"""One party, one name: short forms in brackets and later surnames resolve to the full name."""

import re
from collections.abc import Iterable

from de_lorbeer.data import words
from lorbeer.assemble.proposing.findings import PARTY_LABELS
from lorbeer.flow import Analysis, Mention, PartyDraft
from lorbeer.records import PartyKind

_SHORT = re.compile(
    r"[\"“”»«›‹]?\s*\((?:kurz:? |im Folgenden:? )?[\"„»«›‹]?([A-ZÄÖÜ][\w&.\- ]{1,24})[\"“»«›‹]?\)"
)
_SURNAME_FIRST = "person.surname-first"
_INVERTED = re.compile(r"(.+?)(?:,\s*|\s+)([^\s,]+)")
_KINDS: dict[str, PartyKind] = {
    "PERSON": "person",
    "ORGANISATION": "organisation",
    "NAME": "organisation",
    "QUOTED": "project",
    "PLACE": "place",
}


class PartyRegister:
    """The named parties of one release; `draft` turns a mention into a party."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text.string
        self._mentions = [m for s in analysis.sentences for m in s.of(*PARTY_LABELS)]
        self._short_forms = dict(self._introductions())
        self._addresses = [(s, url) for s in analysis.sentences for url in s.of("URL")]
        self._with_forms = _by_name_without_form(self._mentions)
        self._resolved: dict[tuple[str, str], tuple[Mention, Mention | None]] = {}
        self._people = [m for m in self._mentions if m.label == "PERSON" and " " in m.text]

    def _introductions(self) -> Iterable[tuple[str, tuple[Mention, Mention]]]:
        """(short form, (full mention, mention of the short form)) for "Full Name (SHORT)"."""
        for mention in self._mentions:
            match = _SHORT.match(self._text, mention.end)
            if match and abbreviates(match[1], mention.text):
                short = Mention(
                    "NAME", match.start(1), match.end(1), match[1], "short-form.brackets"
                )
                yield match[1], (mention, short)

    def draft(self, mention: Mention) -> PartyDraft:
        """The party behind a mention, under its full name, with the mentions that prove it."""
        full, short = self._resolve(mention)
        mentions = (mention,) if full is mention else (full, mention)
        kind = _KINDS.get(full.label, "organisation")
        return PartyDraft(_in_order(full), kind, mentions, short, url=self._address(full, short))

    def name(self, mention: Mention) -> str:
        """The full name of the party behind a mention."""
        return _in_order(self._resolve(mention)[0])

    def _address(self, full: Mention, short: Mention | None) -> Mention | None:
        """The web address in a sentence that names the party before it, and no other address."""
        names = [full.text] + ([short.text] if short else [])
        for sentence, url in self._addresses:
            before = sentence.text[: url.start - sentence.start]
            if any(name in before for name in names) and len(sentence.of("URL")) == 1:
                return url
        return None

    def _resolve(self, mention: Mention) -> tuple[Mention, Mention | None]:
        """(full mention, short form); one that stands for nothing longer is its own."""
        key = (mention.text, mention.label)
        if key not in self._resolved:
            self._resolved[key] = self._look_up(mention)
        full, short = self._resolved[key]
        return (mention if full.text == mention.text and short is None else full), short

    def _look_up(self, mention: Mention) -> tuple[Mention, Mention | None]:
        if mention.text in self._short_forms:
            return self._short_forms[mention.text]
        for full, short in self._short_forms.values():
            if full.text == mention.text:
                return full, short
        if mention.text in self._with_forms:
            return self._with_forms[mention.text], None
        if mention.label == "PERSON" and " " not in mention.text:
            bearer = next((p for p in self._people if p.text.endswith(" " + mention.text)), None)
            return bearer or mention, None
        return mention, None


def _in_order(party: Mention) -> str:
    """A party's name; of a person whose surname stands first ("Moll, Anna") in the usual order."""
    inverted = _INVERTED.fullmatch(party.text) if party.rule == _SURNAME_FIRST else None
    return f"{inverted[2]} {inverted[1]}" if inverted else party.text


def without_form(name: str) -> str:
    """A name without its legal form: "Molkerei Grünbach eG" -> "Molkerei Grünbach"."""
    forms = [form for form in words("legal_forms") if name.endswith(f" {form}")]
    return name.removesuffix(f" {max(forms, key=len)}") if forms else name


def _by_name_without_form(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Name without its legal form -> first mention with it ("Molkerei Grünbach eG")."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        name = without_form(mention.text)
        if name != mention.text:
            found.setdefault(name, mention)
    return found


def abbreviates(short: str, full: str) -> bool:
    """Whether a form in brackets can stand for the name: its capitals occur there in order."""
    if short.lower() == full.lower() or len(short) >= len(full):
        return False
    capitals = [c for c in short if c.isupper()]
    position = 0
    folded = full.upper()
    for capital in capitals:
        position = folded.find(capital, position) + 1
        if position == 0:
            return False
    return len(capitals) >= 2
