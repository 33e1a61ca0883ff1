"""Names that the phrase around them tells to be an award's: "der mit 500 Euro dotierte Luchs", "den
Talring, den die Stadt alle zwei Jahre verleiht", "das Landesfinale von „Klar gesagt“".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from de_lorbeer.award_heads import head_of, is_generic
from de_lorbeer.data import words
from de_lorbeer.noun_phrases import is_plural, phrase_before, phrase_from
from de_lorbeer.shapes import QUOTES_OPEN, YEAR

ENDOWED, CONFERRED, STAGE, APPOSED = (
    "award.endowed",
    "award.conferred",
    "award.of-stage",
    "award.apposed",
)
_CURRENCIES = frozenset({"Euro", "Franken", "€", "CHF", "EUR", "Fr.", "DM", "Mark"})
#: So many words before a participle may tell the sum.
_SUM = 5
#: Relative pronoun -> gender of the noun before it, where it is an object; where a subject.
_OBJECTS = {"den": "Masc", "das": "Neut", "die": "Fem"}
_SUBJECTS = {"der": "Masc", "das": "Neut", "die": "Fem"}
_PASSIVE = frozenset({"wird", "wurde", "werden", "wurden"})
_LONGEST_CLAUSE = 30
_ENDS = frozenset({",", ".", ";", "!", ":", ")", "–", "-", "und"})
_POSSESSIVES = ("unser", "ihr", "sein")


def find_told_names(doc: Doc) -> Iterator[Span]:
    """Yield AWARD spans of names that an endowment, a clause of conferring, a stage or a noun in
    apposition tells.
    """
    for token in doc:
        for find, rule in (
            (_endowed, ENDOWED),
            (_conferred, CONFERRED),
            (_of_stage, STAGE),
            (_apposed, APPOSED),
        ):
            span = find(doc, token)
            if span is not None:
                yield Span(doc, span.start, span.end, "AWARD", span_id=rule)


def _before(token: Token) -> str:
    return token.nbor(-1).text if token.i else ""


def _endowed(doc: Doc, participle: Token) -> Span | None:
    """What a sum endows: "mit 500 Euro dotierte Luchs", "den Luchs, dotiert mit 500 Euro"."""
    if participle.lower_ not in words("endowed"):
        return None
    if _before(participle) == "," and participle.lower_ == "dotiert":
        return phrase_before(doc, participle.i - 1)
    before = doc[max(participle.sent.start, participle.i - _SUM) : participle.i]
    if not any(token.text in _CURRENCIES for token in before):
        return None
    start = participle.i + 1
    while start < participle.sent.end and doc[start].tag_ == "ADJA" and doc[start].text.islower():
        start += 1
    return phrase_from(doc, start)


def _conferred(doc: Doc, pronoun: Token) -> Span | None:
    """What a relative clause says to be conferred: "den Talring, den die Stadt verleiht"."""
    if pronoun.tag_ != "PRELS" or _before(pronoun) != ",":
        return None
    verb = _conferring_end(doc, pronoun)
    if verb is None:
        return None
    is_passive = verb.i + 1 < len(doc) and verb.nbor().lower_ in _PASSIVE
    gender = (_SUBJECTS if is_passive else _OBJECTS).get(pronoun.lower_)
    clause = doc[pronoun.i + 1 : verb.i]
    if gender is None or any(head_of(t.text) or is_generic(t.text) for t in clause):
        return None
    span = phrase_before(doc, pronoun.i - 1)
    if span is not None and _is_genitive(span) and _is_of_other_gender(span, gender):
        whole, span = span, phrase_before(doc, span.start - 1)
        span = doc[span.start : whole.end] if span is not None else None
        return None if span is None or _is_of_other_gender(span[:1], gender) else span
    if span is None or is_plural(span[-1]) or _is_of_other_gender(span, gender):
        return None
    return span


def _conferring_end(doc: Doc, pronoun: Token) -> Token | None:
    """The verb of conferring that ends the clause of a pronoun."""
    for token in doc[pronoun.i + 1 : min(pronoun.sent.end, pronoun.i + _LONGEST_CLAUSE)]:
        if token.text in {";", ":", "."}:
            return None
        if token.lower_ in words("conferring_ends"):
            behind = doc[token.i + 1 : token.i + 3]
            return token if any(t.text in _ENDS for t in behind) else None
    return None


def _is_genitive(span: Span) -> bool:
    return span.doc[span.start - 1].text in {"der", "des"}


def _is_of_other_gender(span: Span, gender: str) -> bool:
    """Whether a phrase cannot be what a pronoun refers to; of quotations nobody knows."""
    found = span[-1].morph.get("Gender", [])
    is_quoted = span.doc[span.start - 1].text in QUOTES_OPEN
    return not is_quoted and span[-1].tag_ == "NN" and bool(found) and gender not in found


def _of_stage(doc: Doc, noun: Token) -> Span | None:
    """What a final or a ceremony belongs to: "Landesfinale von „Klar gesagt“"."""
    if not noun.lower_.endswith(tuple(words("stage_nouns"))) or noun.i + 2 >= len(doc):
        return None
    link = noun.nbor()
    if YEAR.fullmatch(link.text) and link.i + 2 < len(doc):
        link = link.nbor()
    if link.lower_ not in {"von", "vom", "des", "der", "unseres", "beim"}:
        return None
    span = phrase_from(doc, link.i + 1)
    is_quoted = span is not None and span.start > link.i + 1
    if span is None or is_quoted or link.lower_ == "von":
        return span
    is_named = "-" in span[-1].text or (
        len(span) > 1 and span[0].tag_ in {"ADJA", "FM", "NE", "XY"}
    )
    return span if is_named else None


def _apposed(doc: Doc, article: Token) -> Span | None:
    """What a noun behind it says to be an award: "den Nachtfalter, unseren kleinen Slam"."""
    is_own = article.tag_ == "PPOSAT" and article.lower_.startswith(_POSSESSIVES)
    is_one = article.tag_ == "ART" and article.lower_.startswith("ein")
    if _before(article) != "," or not (is_own or is_one):
        return None
    position = article.i + 1
    while position < article.sent.end and doc[position].tag_ == "ADJA":
        position += 1
    if position >= article.sent.end or not head_of(doc[position].text):
        return None
    span = phrase_before(doc, article.i - 1)
    if span is None or doc[span.start - 1].lower_ in {"des", "im", "am", "vom", "beim"}:
        return None
    return span
