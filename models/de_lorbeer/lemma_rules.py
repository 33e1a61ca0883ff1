"""Lemmas as rules on the form: which infix goes, how much is cut off, what is added, which case.

"ausgezeichnet" -> "auszeichnen" is `l,ge,1,en`: small letters, without "ge", one letter less,
"en" added.
"""

from functools import lru_cache

#: What stands inside a participle or infinitive and not in its lemma.
_INFIXES = ("", "ge", "zu")
#: Written for a lemma that is the form as it stands.
SAME = "k,,0,"


@lru_cache(maxsize=100_000)
def apply(rule: str, form: str) -> str:
    """The lemma that a rule makes of a form; the form itself where the rule does not fit."""
    case, infix, cut, added = rule.split(",", 3)
    stem = _without(form if case == "k" else form.lower(), infix)
    if stem is None or int(cut) > len(stem) or not (lemma := stem[: len(stem) - int(cut)] + added):
        return form
    return lemma[:1].upper() + lemma[1:] if case == "t" else lemma


def rule_for(form: str, lemma: str) -> str:
    """The shortest rule that makes the lemma of the form."""
    if form == lemma:
        return SAME
    case = _case(form, lemma)
    source, target = (form, lemma) if case == "k" else (form.lower(), lemma.lower())
    choices = []
    for infix in _INFIXES:
        stem = _without(source, infix)
        if stem is not None:
            shared = _shared(stem, target)
            cost = 2 * len(stem) - 2 * shared + len(target) + len(infix)
            choices.append((cost, f"{case},{infix},{len(stem) - shared},{target[shared:]}"))
    return min(choices)[1]


def _case(form: str, lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    if lemma[1:] == lemma[1:].lower() and form[1:] == form[1:].lower():
        return "t"
    return "k"


def _without(form: str, infix: str) -> str | None:
    """The form less the first occurrence of an infix; None if it has none."""
    if not infix:
        return form
    before, found, after = form.partition(infix)
    return before + after if found and after else None


def _shared(first: str, second: str) -> int:
    """Length of the beginning that two words share."""
    length = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        length += 1
    return length
