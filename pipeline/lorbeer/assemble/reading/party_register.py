"""One party, one name: short forms in brackets and later surnames resolve to the full name."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.findings import PARTY_LABELS
from lorbeer.assemble.reading.groups import is_kind
from lorbeer.flow import Analysis, Mention, PartyDraft
from lorbeer.records import PartyKind

_SHORT = re.compile(
    r"[\"“”»«›‹]?\s*\((?:kurz:? |im Folgenden:? )?[\"„»«›‹]?([A-ZÄÖÜ][\w&.\- ]{1,24})[\"“»«›‹]?\)"
)
_NAMED = frozenset({"ORGANISATION", "NAME", "QUOTED"})
_IN_GENITIVE = frozenset({"ORGANISATION", "NAME"})
_SHORTENED = frozenset({"ORGANISATION", "NAME", "PERSON"})
_SURNAME_FIRST = "person.surname-first"
_SHARED = "person.shared-surname"
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
        self._with_forms = _by_name(self._mentions, without_form)
        self._with_kinds = _by_name(self._mentions, _without_kind)
        self._resolved: dict[tuple[str, str], tuple[Mention, Mention | None]] = {}
        self._people = [m for m in self._mentions if m.label == "PERSON" and " " in m.text]
        self._by_word = _by_word(self._mentions)
        self._surnames = dict(_shared_surnames(self._mentions))

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
        name = self.name(mention)
        return PartyDraft(name, kind, mentions, short, url=self._address(full, short))

    def name(self, mention: Mention) -> str:
        """The full name of the party behind a mention."""
        full, _ = self._resolve(mention)
        surname = self._surnames.get(mention.start) if full is mention else None
        return f"{mention.text} {surname}" if surname else self._written(full)

    def _written(self, full: Mention) -> str:
        """How a record writes a name: in the nominative, too, where the text has a genitive."""
        if full.label not in _IN_GENITIVE:
            return _in_order(full)
        named = cue("party.startup").sub("", full.text)
        is_genitive = cue("name.genitive").search(self._text[: full.start])
        return _nominative(named) if is_genitive else named

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
        if mention.text in self._with_kinds and self._names_no_other(mention):
            return self._with_kinds[mention.text], None
        if (compound := self._compound(mention)) is not None:
            return compound, None
        if (whole := self._by_first_word(mention)) is not None:
            return whole, None
        is_surname = mention.label == "PERSON" or mention.rule == "list.leading-words"
        if is_surname and " " not in mention.text:
            bearer = next((p for p in self._people if p.text.endswith(" " + mention.text)), None)
            return bearer or self._by_given_name(mention) or mention, None
        return mention, None

    def _compound(self, mention: Mention) -> Mention | None:
        """The name with a longer noun for the same kind: "Grundschule am Markt" for "Schule am
        Markt".
        """
        if mention.label != "ORGANISATION" or not is_kind(mention.text.split()[0]):
            return None
        end = re.compile(rf"\S+{re.escape(mention.text)}", re.IGNORECASE)
        return next((m for m in self._mentions if m != mention and end.fullmatch(m.text)), None)

    def _names_no_other(self, mention: Mention) -> bool:
        """Whether a name is neither a place nor a surname: "Zofeni" beside "Firma Zofeni"."""
        places = (m for m in self._mentions if m.label == "PLACE" and m.text == mention.text)
        bearers = (p for p in self._people if p.text.endswith(f" {mention.text}"))
        is_word = mention.rule == "name.per" and " " not in mention.text
        may_be_one = mention.label in _NAMED or is_word
        return may_be_one and not any(places) and not any(bearers)

    def _by_given_name(self, mention: Mention) -> Mention | None:
        """The only person of a given name: "Anna freut sich"."""
        bearers = {p.text: p for p in reversed(self._people) if _opens(mention.text, p)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _by_first_word(self, mention: Mention) -> Mention | None:
        """The only organisation that a word opens which is no noun for a kind: "Moll" for "Moll
        Prüftechnik GmbH".
        """
        word = mention.text
        if mention.label not in _SHORTENED or " " in word or is_kind(word):
            return None
        wholes = {without_form(m.text): m for m in reversed(self._by_word.get(word, ()))}
        if len(wholes) != 1:
            return None
        (whole,) = wholes.values()
        is_opened = whole.text.startswith(f"{word} ") and whole.label == "ORGANISATION"
        return whole if is_opened else None


def _by_word(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Word -> the names of several words that hold it."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        for word in {*mention.text.split()} - {mention.text}:
            found.setdefault(word, []).append(mention)
    return found


def _opens(given_name: str, person: Mention) -> bool:
    return person.rule != _SURNAME_FIRST and person.text.startswith(f"{given_name} ")


def _shared_surnames(mentions: Iterable[Mention]) -> Iterable[tuple[int, str]]:
    """(start of a bare given name, surname of the person joined to it): "Petra und Karl Brandt"."""
    for mention, following in pairwise(mentions):
        if mention.rule == _SHARED and following.label == "PERSON":
            yield mention.start, following.text.partition(" ")[2]


def _in_order(party: Mention) -> str:
    """A party's name; of a person whose surname stands first ("Moll, Anna") in the usual order."""
    inverted = _INVERTED.fullmatch(party.text) if party.rule == _SURNAME_FIRST else None
    return f"{inverted[2]} {inverted[1]}" if inverted else party.text


def _nominative(name: str) -> str:
    """A name in the genitive without its ending, where it opens with a noun for a kind of
    organisation or area: "Museums Talheim", "Landkreises".
    """
    noun, _, rest = name.partition(" ")
    ending = next((e for e in ("es", "s") if noun.endswith(e) and _is_noun(noun[: -len(e)])), "")
    return f"{noun.removesuffix(ending)} {rest}".rstrip()


def _is_noun(word: str) -> bool:
    return is_kind(word) or bool(cue("name.area").fullmatch(word))


def without_form(name: str) -> str:
    """A name without its legal form: "Molkerei Grünbach eG" -> "Molkerei Grünbach"."""
    forms = [form for form in words("legal_forms") if name.endswith(f" {form}")]
    return name.removesuffix(f" {max(forms, key=len)}") if forms else name


def _without_kind(name: str) -> str:
    """A name without the noun in front that tells what it names: "Ulmer Firma Zofeni", but
    "Förderverein Chor Eich", which is not that choir.
    """
    words = name.split()
    first = 1 if words[0].endswith("er") else 0
    kinds = [is_kind(word) for word in words[first:]]
    is_told = len(kinds) > 1 and kinds[0] and not kinds[1]
    return " ".join(words[first + 1 :]) if is_told else name


def _by_name(mentions: Iterable[Mention], shortened: Callable[[str], str]) -> dict[str, Mention]:
    """Shortened name -> first organisation with more of it ("Molkerei Grünbach eG")."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        name = shortened(mention.text)
        if name != mention.text and mention.label in _NAMED:
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
