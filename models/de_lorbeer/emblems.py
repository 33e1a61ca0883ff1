"""Awards called after what is handed over: "verlieh den Umweltigel", "mit der Lesefeder geehrt".

The noun alone is none: only what a verb of giving or getting has beside it, with an article.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from de_lorbeer.data import patterns, words
from de_lorbeer.precious import is_precious, is_thing
from de_lorbeer.shapes import DEFINITE_ARTICLES, ends_with_any

#: Functions in which a frame takes an award.
_FUNCTIONS = ("object", "mit")
_GIVING = frozenset({"confer", "present", "receive"})


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Verb form -> the functions in which its frame takes an award: "object", "mit".

    Forms that mean something only beside other words ("gibt") tell nothing.
    """
    forms: dict[str, set[str]] = {}
    for row in patterns("frames"):
        if row["meaning"] not in _GIVING or row.get("anchor"):
            continue
        functions = {f for f in _FUNCTIONS if row["roles"].get(f) == "award"}
        for key in ("finite", "participle", "infinitive"):
            for form in row.get(key, "").split():
                forms.setdefault(form, set()).update(functions)
    return {form: frozenset(functions) for form, functions in forms.items() if functions}


def find_emblems(doc: Doc) -> Iterator[Span]:
    """Yield AWARD spans of compounds with an emblem in a sentence whose verb gives or gets one."""
    for token in doc:
        if not (_is_emblem(token) or _is_precious_thing(token)):
            continue
        functions = {f for word in token.sent for f in _forms().get(word.lower_, frozenset())}
        opener = _opener(token)
        if opener is not None and (
            "object" in functions or ("mit" in functions and opener == "mit")
        ):
            start = token.i - 1 if _is_precious_thing(token) else token.i
            yield Span(doc, start, token.i + 1, "AWARD", span_id="award.emblem")


def _is_emblem(token: Token) -> bool:
    others = words("not_emblems")
    return (
        token.tag_ in {"NN", "NE"}
        and token.lower_ not in others
        and ends_with_any(token.text, others) is None
        and ends_with_any(token.text, words("emblem_nouns")) is not None
    )


def _is_precious_thing(noun: Token) -> bool:
    """Whether a noun without an award noun stands behind "golden" or the like."""
    is_behind = noun.i > noun.sent.start and is_precious(noun.nbor(-1))
    return is_behind and is_thing(noun) and noun.nbor(-1).text.islower()


def _opener(noun: Token) -> str | None:
    """The word before the noun's definite article, in lower case; None without such an article, or
    where it makes a plural ("die Wuppertaler").
    """
    position = noun.i - 1
    while position > noun.sent.start and noun.doc[position].tag_ == "ADJA":
        position -= 1
    article = noun.doc[position].lower_ if position >= noun.sent.start else ""
    is_plural = article == "die" and "Fem" not in noun.morph.get("Gender", [])
    if article not in DEFINITE_ARTICLES or is_plural:
        return None
    return noun.doc[position - 1].lower_ if position > noun.sent.start else ""
