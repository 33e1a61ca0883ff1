"""The nouns that head award names, their inflection and their kind."""

from dataclasses import dataclass
from functools import cache

from de_lorbeer.cues import cue
from de_lorbeer.data import table, words

#: Endings that German inflection adds to a head noun.
_ENDINGS = ("", "s", "es", "e", "en", "n", "er")
_ENDINGS_OF_ABBREVIATIONS = ("", "s")
#: Nouns with a plural in "-er"; behind others that makes those who act: "Bewerber", "Zuschauer".
_IN_ER, _ER = ("schild", "mitglied"), "er"
_INFLECTIONS_OF_OCCASIONS = ("", "s", "es", "en", "n", "e")
#: "Stipendium", "Stipendien".
_LATIN, _LATIN_PLURAL = "um", "en"
#: How `lexicon/special_prizes.tsv` marks nouns that special prizes with a name open with.
_NAMED = "named"
#: "Werkbeitrag", "Werkbeiträge".
_UMLAUTS = {"beitrag": "beiträg"}
_ENDINGS_BEHIND_UMLAUT = ("e", "en")


@dataclass(frozen=True)
class AwardHead:
    """One line of `lexicon/award_heads.tsv`."""

    word: str
    gender: str
    kind: str
    strength: str


@cache
def _by_form() -> dict[str, AwardHead]:
    """Every inflected form in lower case -> head."""
    forms: dict[str, AwardHead] = {}
    for row in table("lexicon/award_heads.tsv"):
        head = AwardHead(row["head"], row["gender"], row["kind"], row["strength"])
        for ending in _ENDINGS_OF_ABBREVIATIONS if head.word.isupper() else _ENDINGS:
            if ending == _ER and not head.word.lower().endswith(_IN_ER):
                continue
            forms.setdefault(row["head"].lower() + ending, head)
        for stem, changed in _UMLAUTS.items():
            if head.word.lower().endswith(stem):
                plural = head.word.lower().removesuffix(stem) + changed
                forms |= {plural + ending: head for ending in _ENDINGS_BEHIND_UMLAUT}
        if head.word.endswith(_LATIN):
            forms.setdefault(row["head"].lower().removesuffix(_LATIN) + _LATIN_PLURAL, head)
    return forms


def is_excluded(word: str) -> bool:
    """Whether a word only looks like an award ("Strompreis")."""
    return any(
        base in words("not_awards") and base not in words("generic_awards") for base in _bases(word)
    )


def is_generic(word: str) -> bool:
    """Whether a word alone names no award but points to one ("Auszeichnung")."""
    return any(base in words("generic_awards") for base in _bases(word))


def is_special_prize(name: str) -> bool:
    """Whether a name is that of a prize within an award: "Sonderpreis", "Sonderpreis Baukultur".

    With the body that gives it behind it, it is an award itself: "Sonderpreis der Stiftung Au"; not
    so with the award that it is part of: "Publikumspreis des Filmpreises".
    """
    noun, _, rest = name.partition(" ")
    plain = noun.replace("-", "").capitalize()
    uses = {_special_prizes().get(base) for base in _bases(plain)} - {None}
    if uses and not rest:
        return True
    is_named = _NAMED in uses or bool(cue("award.within").match(name))
    is_of_award = any(head_of(word) for word in rest.split())
    return is_named and (is_of_award or not cue("award.of-body").search(name))


@cache
def _special_prizes() -> dict[str, str]:
    """Each noun of `lexicon/special_prizes.tsv` -> whether it is one with a name behind it, too."""
    return {row["noun"]: row["use"] for row in table("lexicon/special_prizes.tsv")}


def is_other_occasion(name: str) -> bool:
    """Whether a name ends with a noun, in any form, for what has results but no award: "Wahlen"."""
    last = name.lower().split()[-1]
    endings = tuple(words("not_contests"))
    return any(
        last.removesuffix(inflection).endswith(endings)
        for inflection in _INFLECTIONS_OF_OCCASIONS
        if last.endswith(inflection)
    )


def _bases(word: str) -> list[str]:
    return [word] + [word.removesuffix(e) for e in _ENDINGS[1:] if word.endswith(e)]


@cache
def head_of(word: str) -> AwardHead | None:
    """The head of a word: itself, or the last part of a compound; None if it is no award.

    A weak head ("Lauf") only counts as the last part of a hyphenated or long compound.
    """
    lower = word.lower()
    if not any(letter.isupper() for letter in word) or is_excluded(word):
        return None
    for start in (0, *range(2, len(lower) - 2)):
        head = _by_form().get(lower[start:])
        if head is not None and (not head.word.isupper() or head.word in word):
            return head
    return None


def nominative(word: str) -> str:
    """A head word without its inflection ending: "Umweltpreises" -> "Umweltpreis"."""
    head = head_of(word)
    if head is None:
        return word
    lower = word.lower()
    base = head.word.lower()
    position = lower.rfind(base)
    if position < 0 and base.endswith(_LATIN) and word.endswith(_LATIN_PLURAL):
        return word.removesuffix(_LATIN_PLURAL) + _LATIN
    if position < 0:
        return _without_umlaut(word)
    if head.gender == "p":
        return word[: position + len(base)]
    ending = lower[position + len(base) :]
    if ending in _ENDINGS:
        return word[: position + len(base)]
    return word


def _without_umlaut(word: str) -> str:
    """ "Werkbeiträgen" -> "Werkbeitrag"; other words as they are."""
    for stem, changed in _UMLAUTS.items():
        base, found, ending = word.lower().rpartition(changed)
        if found and ending in _ENDINGS_BEHIND_UMLAUT:
            return word[: len(base)] + (stem if base else stem.capitalize())
    return word
