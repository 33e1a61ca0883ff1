"""Who supports an award or a winner: "Die Gutscheine stiftete das Café Au"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.affiliations import depth
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.groups import overlap, parties
from lorbeer.flow import Analysis, Mention, Sentence

#: Cues for what stands before names, with those for the words behind that some of them ask for.
Wordings = tuple[tuple[str, str | None], ...]
#: Who supports.
_WORDINGS: Wordings = (
    ("support.by", None),
    ("support.from", "support.from-behind"),
    ("support.with", None),
    ("support.comes-from", None),
    ("support.gives", None),
    ("support.has-given", "support.given-behind"),
    ("support.possible", None),
    ("support.thanks", "support.thanks-behind"),
    ("support.thanks-for", None),
    ("support.relative", "support.relative-behind"),
    ("support.voucher", None),
    ("support.money", None),
    ("support.partner", None),
    ("support.subject", "support.subject-behind"),
)
SAID, LISTED = "support.said", "support.listed"
_NOUN = "support.noun"
_THANKED = ("support.thanks-behind", "organiser.thanks-for")


def with_support(found: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """The findings with the partners that the words around their names tell, less those partners
    in which the recogniser took several for one: "Nordland Energie und Autohaus Au".
    """
    new = list(_supporters(analysis))
    listed = [f.party for f in new if f.source.rule == LISTED]
    kept = [
        f
        for f in found
        if f.role != "partner" or not any(overlap(f.party, p) and f.party != p for p in listed)
    ]
    return [*kept, *new]


def _supporters(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each name that supports, in every sentence once."""
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.section == "contact":
            continue
        known: list[Mention] = []
        for party, source in (*_listed(sentence), *told_by(_WORDINGS, SAID, sentence)):
            if not any(overlap(party, other) for other in known):
                known.append(party)
                yield Finding("partner", party, index, source)


def told_by(wordings: Wordings, rule: str, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """(party, what tells) of each name that stands in one of the wordings."""
    everyone = bodies(sentence)
    for first in everyone:
        before = sentence.text[: first.start - sentence.start]
        group = group_of(first, everyone, sentence)
        behind = sentence.text[group[-1].end - sentence.start :]
        for lead, rest in wordings:
            match = cue(lead).search(before)
            if match is not None and (rest is None or cue(rest).match(behind)):
                yield from ((party, source_of(sentence, match, rule)) for party in group)


def source_of(sentence: Sentence, match: re.Match[str], rule: str) -> Mention:
    """The words that tell of somebody's part; offsets of the match are those of the sentence."""
    start = sentence.start + match.start()
    return Mention("SUPPORT", start, start + len(match[0]), match[0], rule)


def bodies(sentence: Sentence) -> list[Mention]:
    """The names that may be a supporter's, and nouns that stand for one or open its name."""
    named = [_less_purpose(p) for p in parties(sentence) if p.label not in {"PERSON", "PLACE"}]
    taken = [*sentence.of("AWARD", "PERSON", "DATE", "MONEY"), *named]
    nouns = [_noun(m, sentence) for m in cue(_NOUN).finditer(sentence.text)]
    wider = [
        noun
        for noun in nouns
        if noun and not any(overlap(noun, t) and not _ends_with(noun, t) for t in taken)
    ]
    kept = [p for p in named if not any(_ends_with(noun, p) for noun in wider)]
    return sorted([*kept, *wider], key=lambda m: m.start)


def _less_purpose(party: Mention) -> Mention:
    """A name without what its bearer is thanked for: "Bank Au für die Unterstützung"."""
    is_thanked = any(cue(rule).search(party.text) for rule in _THANKED)
    purpose = cue("support.purpose").search(party.text) if is_thanked else None
    if purpose is None or not purpose.start():
        return party
    return replace(party, end=party.start + purpose.start(), text=party.text[: purpose.start()])


def _noun(match: re.Match[str], sentence: Sentence) -> Mention | None:
    """Capitalised words as a supporter's name, less an article that opens the sentence; a single
    noun only where it tells which body of its kind is meant: "Kreissparkasse", not "Verein".
    """
    small = words("function_words")
    parts = list(re.finditer(r"\S+", match[0]))
    while parts and parts[0][0].lower() in small:
        del parts[0]
    if not parts or (len(parts) == 1 and not cue("support.body").fullmatch(parts[0][0])):
        return None
    text = match[0][parts[0].start() :]
    end = sentence.start + match.end()
    return Mention("ORGANISATION", end - len(text), end, text, _NOUN)


def _ends_with(noun: Mention, name: Mention) -> bool:
    """Whether the recogniser saw only the end of a name: "Evers" of "Radhaus Evers"."""
    is_weak = name.rule.startswith("name.") and name.label != "PERSON"
    return is_weak and noun.start < name.start and name.end <= noun.end


def group_of(first: Mention, everyone: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """A name and those joined to it behind: "von der Sparkasse, dem Sportbund und vom Kreis Au"."""
    group = [first]
    for following in everyone:
        if following.start < group[-1].end:
            continue
        between = sentence.text[group[-1].end - sentence.start : following.start - sentence.start]
        if not cue("support.joined").fullmatch(between):
            break
        group.append(following)
    return group


def _listed(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """The names behind a label and a colon: "Sponsoren: Autohaus Au, Ems Energie und Stadt Ulm"."""
    opened = cue("support.label").search(sentence.text)
    if opened is None:
        return
    named = {(p.start, p.end): p for p in parties(sentence)}
    ends = cue("support.label-end").search(sentence.text, opened.end())
    for item in cue("support.item").finditer(
        sentence.text, opened.end(), ends.start() if ends else len(sentence.text)
    ):
        start, end = (sentence.start + at for at in item.span("name"))
        party = Mention("ORGANISATION", start, end, item["name"], LISTED)
        party = named.get((start, end), party)
        if party.label != "PERSON" and depth(party, sentence) == 0:
            yield party, source_of(sentence, opened, LISTED)
