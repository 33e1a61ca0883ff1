"""Nouns that only say what a named award is: "der Fotowettbewerb „Klick“", "„Klick“, ein Preis".

Both name one award: its name is the proper one, wherever the text then speaks of the noun alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from de_lorbeer.award_heads import head_of, is_generic, is_special_prize
from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import DESCRIPTION, alike, words
from lorbeer.flow import Analysis, Mention, Sentence

_PARTIES = frozenset({"ORGANISATION", "PLACE"})
_NAMES = frozenset({"AWARD", "NAME", "QUOTED", *_PARTIES})
#: Begins the rules of names that the recogniser alone saw: it may take an award for a party.
_RECOGNISED = "name."
_AWARDS = ("AWARD", "AWARD_NOUN")
#: Longer quotations are titles of works or sayings.
_LONGEST = 8
_NOT_DEFINITE = ("ein", "unser", "ihr", "sein")


def with_descriptions(analysis: Analysis) -> Analysis:
    """The analysis with described names marked as awards, and their descriptions as these."""
    told = list(dict.fromkeys(_described(analysis)))
    if not told:
        return analysis
    clear = [
        (name, noun)
        for name, noun in told
        if all(name.text == other.text for other, same in told if _describes(same, noun))
    ]
    kinds = {name.text: head.kind for name, noun in told if (head := head_of(noun.text.split()[0]))}
    sentences = tuple(_marked(sentence, kinds, clear) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _described(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """(name, noun that describes it) wherever grammar makes them one."""
    for sentence in analysis.sentences:
        nouns = [noun for noun in sentence.of(*_AWARDS) if _is_common(noun)]
        for noun in nouns:
            for name in sentence.of(*_NAMES):
                if _is_name(name, noun) and (
                    _is_behind(noun, name, sentence, analysis)
                    or _is_called(noun, name, sentence)
                    or _is_apposed(name, noun, sentence)
                ):
                    yield name, noun


def _is_common(noun: Mention) -> bool:
    """Whether an award's name opens with its head: a common noun and what belongs to it."""
    first = noun.text.split()[0]
    return head_of(first) is not None and not is_special_prize(first) and "-" not in first


def _is_name(name: Mention, noun: Mention) -> bool:
    if name.label in _PARTIES and not name.rule.startswith(_RECOGNISED):
        return False
    if name.label == "AWARD" and words(name.text)[:1] == words(noun.text)[:1]:
        return False
    is_apart = name.end <= noun.start or noun.end <= name.start
    return is_apart and len(name.text.split()) <= _LONGEST


def _is_behind(noun: Mention, name: Mention, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a name in quotes, or one that the text uses alone, stands right behind the noun."""
    between = sentence.text[noun.end - sentence.start : name.start - sentence.start]
    if name.start <= noun.end or " " in noun.text or is_generic(noun.text):
        return False
    if name.rule in {"award.quoted", "award.noun-quoted"} or name.label == "QUOTED":
        return len(between) <= len(" „") and not between[1:].isalnum()
    return between == " " and analysis.text.string.count(name.text) > 1 and " " in name.text


def _is_called(noun: Mention, name: Mention, sentence: Sentence) -> bool:
    """Whether a verb or noun of naming joins them: "Der Wettbewerb heißt übrigens „Klick“"."""
    start, end = noun.end - sentence.start, name.start - sentence.start
    return start < end and bool(cue("award.is-called").fullmatch(sentence.text, start, end))


def _is_apposed(name: Mention, noun: Mention, sentence: Sentence) -> bool:
    """Whether a noun says behind a name what it is: ", der Theaterpreis des Kreises", "ist ein"."""
    start, end = name.end - sentence.start, noun.start - sentence.start
    match = cue("award.described").fullmatch(sentence.text, start, end) if start <= end else None
    if match is None or cue("award.undescribed").match(sentence.text, noun.end - sentence.start):
        return False
    if any(trigger.start == noun.end + 1 for trigger in sentence.triggers):
        return False
    is_told = match["verb"] or match["so"] or match["adjectives"]
    is_told = is_told or match["article"].startswith(_NOT_DEFINITE)
    rest = cue("award.described-by").match(sentence.text, noun.end - sentence.start)
    return bool(is_told or rest or " " in noun.text)


def _describes(noun: Mention, award: Mention) -> bool:
    """Whether two nouns describe the same: "Filmpreis" and "Filmpreis der Stadt Ulm"."""
    heads = {words(noun.text)[0], words(award.text)[0]}
    return len(heads) == 1 and alike(_with_name(noun), _with_name(award))


def _with_name(noun: Mention) -> Mention:
    return replace(noun, canonical=noun.canonical or noun.text)


def _marked(
    sentence: Sentence, kinds: Mapping[str, str], clear: Sequence[tuple[Mention, Mention]]
) -> Sentence:
    awards = sentence.of("AWARD")
    mentions = tuple(_as_award(m, awards, kinds, clear) for m in sentence.mentions)
    return replace(sentence, mentions=mentions)


def _as_award(
    mention: Mention,
    awards: Sequence[Mention],
    kinds: Mapping[str, str],
    clear: Sequence[tuple[Mention, Mention]],
) -> Mention:
    if mention.label in _NAMES - {"AWARD"} and mention.text in kinds:
        is_inside = any(a.start <= mention.start and mention.end <= a.end for a in awards)
        return (
            mention
            if is_inside
            else replace(
                mention,
                label="AWARD",
                rule="award.described",
                kind=kinds[mention.text],
                canonical=mention.text,
            )
        )
    if mention.label != "AWARD" or mention.text in kinds:
        return mention
    name = next((name for name, noun in clear if _describes(noun, mention)), None)
    if name is None:
        return mention
    return replace(mention, rule=DESCRIPTION, canonical=name.canonical or name.text)
