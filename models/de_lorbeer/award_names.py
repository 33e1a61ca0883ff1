"""An award's kind and its name in the nominative, from a span labelled AWARD."""

from functools import cache

from spacy.tokens import Span, Token

from de_lorbeer.award_heads import AwardHead, head_of, nominative
from de_lorbeer.data import table, words
from de_lorbeer.precious import is_precious, stem_of

_STRONG_ENDINGS = {"m": "er", "f": "e", "n": "es"}
#: Rules whose names are not inflected with the sentence, or are used as they stand.
_AS_WRITTEN = frozenset({"award.known", "award.quoted", "award.noun-quoted", "award.of-the-year"})

_PINNED_ON = ("nadel", "spange", "münze")


@cache
def _known_kinds() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in table("gazetteer/awards.tsv")}


def head_token(span: Span) -> Token | None:
    """The span's last award noun before a complement; the head of the name."""
    for token in span:
        if head_of(token.text) and not (token.i + 1 < span.end and head_of(token.nbor().text)):
            return token
    return None


def kind(span: Span) -> str:
    """The award's kind as in `lexicon/award_heads.tsv`; a name in quotes takes its noun's kind."""
    if span.id_ == "award.known":
        return _known_kinds()[span.text]
    token = head_token(span)
    if token is None and span.start >= 2:
        token = span.doc[span.start - 2]
    head = head_of(token.text) if token is not None else None
    if head is not None:
        return head.kind
    if span.id_ == "award.emblem" and span.text.endswith(_PINNED_ON):
        return "medal"
    return "title" if span.id_ == "award.of-the-year" else "prize"


def canonical(span: Span) -> str:
    """The name in the nominative: "Deutschen Umweltpreises" -> "Deutscher Umweltpreis"."""
    token = head_token(span)
    if token is None and is_precious(span[0]):
        return _precious(span)
    if token is None or span.id_ in _AS_WRITTEN:
        return span.text
    head = head_of(token.text)
    inflected = (_inflected(word, token, head) + word.whitespace_ for word in span)
    return "".join(inflected).strip()


@cache
def _endings() -> dict[str, str]:
    return {row["form"]: row["ending"] for row in table("lexicon/article_genders.tsv")}


def _told_ending(adjective: Token) -> str:
    """The ending in the nominative, by article and ending: "der Goldenen"; where nothing stands
    before, as it stands: "Goldene Gabel geht nach Au"; empty if open.
    """
    ending = adjective.lower_.removeprefix(stem_of(adjective))
    if adjective.i == adjective.sent.start or adjective.nbor(-1).is_punct:
        return ending if ending in _STRONG_ENDINGS.values() else ""
    return _endings().get(f"{adjective.nbor(-1).lower_} {ending}", "")


def _precious(span: Span) -> str:
    """ "Goldenen Besens" -> "Goldener Besen", by what article and noun tell of its gender."""
    noun = span[-1]
    genders = {"Masc": "er", "Fem": "e", "Neut": "es"}
    tagged = next((genders[g] for g in noun.morph.get("Gender", []) if g in genders), "")
    ending = _told_ending(span[0]) or tagged
    adjective = f"{stem_of(span[0])}{ending}" if ending else span[0].text
    is_genitive = noun.morph.get("Case", []) == ["Gen"] and ending in {"er", "es"}
    return f"{adjective.capitalize()} {noun.text.removesuffix('s') if is_genitive else noun.text}"


def _of_place(word: Token) -> bool:
    """Whether an adjective in -er is made of a town or land, and never declined: "Schweizer".

    Others end in -e or -en behind an article.
    """
    if not word.text.endswith("er"):
        return False
    is_behind_article = word.i > 0 and word.nbor(-1).tag_ in {"ART", "APPRART"}
    stems = tuple(words("adjective_stems"))
    return is_behind_article or not word.text.removesuffix("er").endswith(stems)


def _has_weak_ending(word: Token) -> bool:
    """Whether a word ends like an adjective behind an article, whatever its tag: "Goldenen"."""
    return word.text.removesuffix("en").endswith(tuple(words("adjective_stems"))) and (
        word.text.endswith("en") and word.text[1:].islower()
    )


def _inflected(word: Token, head_word: Token, head: AwardHead | None) -> str:
    if word.i == head_word.i:
        return nominative(word.text)
    ending = _STRONG_ENDINGS.get(head.gender) if head else None
    is_adjective = word.tag_ == "ADJA" or _has_weak_ending(word)
    is_declined = is_adjective and word.text[0].isupper() and not _of_place(word)
    if word.i < head_word.i and is_declined and ending:
        for old in ("en", "er", "em", "es", "e"):
            if word.text.endswith(old) and len(word.text) > 5:
                return word.text.removesuffix(old) + ending
    return word.text
