"""Awards called after what is handed over: "verlieh den Umweltigel", "mit der Lesefeder geehrt".

The noun alone is none: only what a verb of giving or getting has beside it, with an article.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from de_lorbeer.data import patterns, words
from de_lorbeer.shapes import ends_with_any

#: Functions in which a frame takes an award.
_FUNCTIONS = ("object", "mit")
_GIVING = frozenset({"confer", "present", "receive"})
_ARTICLES = frozenset({"der", "die", "das", "den", "dem"})


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Verb form -> the functions in which its frame takes an award: "object", "mit"."""
    forms: dict[str, set[str]] = {}
    for row in patterns("frames"):
        if row["meaning"] not in _GIVING:
            continue
        functions = {f for f in _FUNCTIONS if row["roles"].get(f) == "award"}
        for key in ("finite", "participle", "infinitive"):
            for form in row.get(key, "").split():
                forms.setdefault(form, set()).update(functions)
    return {form: frozenset(functions) for form, functions in forms.items() if functions}


def find_emblems(doc: Doc) -> Iterator[Span]:
    """Yield AWARD spans of compounds with an emblem in a sentence whose verb gives or gets one."""
    for token in doc:
        if not _is_emblem(token):
            continue
        functions = {f for word in token.sent for f in _forms().get(word.lower_, frozenset())}
        opener = _opener(token)
        if opener is not None and (
            "object" in functions or ("mit" in functions and opener == "mit")
        ):
            yield Span(doc, token.i, token.i + 1, "AWARD", span_id="award.emblem")


def _is_emblem(token: Token) -> bool:
    others = words("not_emblems")
    return (
        token.tag_ in {"NN", "NE"}
        and token.lower_ not in others
        and ends_with_any(token.text, others) is None
        and ends_with_any(token.text, words("emblem_nouns")) is not None
    )


def _opener(noun: Token) -> str | None:
    """The word before the noun's definite article, in lower case; None without such an article, or
    where it makes a plural ("die Wuppertaler").
    """
    position = noun.i - 1
    while position > noun.sent.start and noun.doc[position].tag_ == "ADJA":
        position -= 1
    article = noun.doc[position].lower_ if position >= noun.sent.start else ""
    is_plural = article == "die" and "Fem" not in noun.morph.get("Gender", [])
    if article not in _ARTICLES or is_plural:
        return None
    return noun.doc[position - 1].lower_ if position > noun.sent.start else ""
