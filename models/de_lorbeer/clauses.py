"""Which clause each token of a sentence belongs to, from commas, conjunctions and finite verbs."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_SUBORDINATE = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_ARTICLES = frozenset({"ART", "APPRART", "PPOSAT", "PDAT"})
#: Endings of participles that stand before a noun.
_PARTICIPLES = tuple(f"{stem}e{ending}" for stem in ("t", "en", "end") for ending in ("", *"nmrs"))
#: How far an article may stand before a word, and the participle behind it.
_ATTRIBUTE_BEFORE, _ATTRIBUTE_BEHIND = 2, 7
_COMMAS = frozenset({",", ";", ":", "–", "—", "(", ")"})


def clause_ids(sentence: Span) -> dict[int, int]:
    """Token index in the Doc -> clause number.

    Stretches between commas that open with a relative or subordinating word are clauses of
    their own, up to their verb at the end ("die Anna Moll, Jan Holt und Eva Kurz gestiftet
    haben"); the other stretches continue the main clause until it has its finite verb, so
    that an embedded relative clause does not cut a subject from its verb. Behind a colon, a
    subject that commas part from its verb opens a main clause.
    """
    clauses: dict[int, int] = {}
    main, newest = 0, 0
    main_is_complete = False
    inside = 0
    stretches = _stretches(sentence)
    for at, stretch in enumerate(stretches):
        has_verb = any(token.tag_ in _FINITE for token in stretch)
        if inside:
            number = newest
            inside -= 1
        elif _is_subordinate(stretch):
            newest += 1
            number = newest
            inside = 0 if has_verb else _up_to_verb(stretches[at + 1 :])
        elif main_is_complete and (has_verb or _opens_main_clause(at, stretches)):
            newest += 1
            number = main = newest
            main_is_complete = has_verb
        else:
            number = main
            main_is_complete = main_is_complete or has_verb
        clauses.update({token.i: number for token in stretch})
    return clauses


def _opens_main_clause(at: int, stretches: Sequence[Sequence[Token]]) -> bool:
    """Whether a stretch behind a colon waits for its verb: ": Anna Moll, Wirtin in Au, wird"."""
    if at == 0 or stretches[at - 1][-1].text != ":":
        return False
    following = (stretch for stretch in stretches[at + 1 :] if not _is_subordinate(stretch))
    verb = next((s for s in following if any(token.tag_ in _FINITE for token in s)), None)
    return verb is not None and verb[0].tag_ in _FINITE


def _up_to_verb(following: Sequence[Sequence[Token]]) -> int:
    """How many stretches behind the opening of a subordinate clause belong to it: those up to the
    one that ends with its finite verb.
    """
    for at, stretch in enumerate(following):
        if _is_subordinate(stretch):
            return 0
        words = [token for token in stretch if token.text not in _COMMAS and not token.is_punct]
        if any(token.tag_ in _FINITE for token in words):
            ends = words[-1].tag_ in _FINITE and len(words) > 1
            return at + 1 if ends else 0
    return 0


def _stretches(sentence: Span) -> list[list[Token]]:
    stretches: list[list[Token]] = [[]]
    for token in sentence:
        stretches[-1].append(token)
        if token.text in _COMMAS:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def _is_subordinate(stretch: Sequence[Token]) -> bool:
    """Whether the stretch opens with "dass", "die", "wofür", or a preposition before them."""
    opening = [token for token in stretch if not token.is_quote][:2]
    if not opening:
        return False
    if opening[0].tag_ in _SUBORDINATE:
        return True
    return len(opening) == 2 and opening[0].tag_ == "APPR" and opening[1].tag_ in _SUBORDINATE


def is_in_attribute(word: Token) -> bool:
    """Whether a word stands between an article and a participle or adjective: "die im vergangenen
    Jahr gegründete Initiative", "der jährlich verliehene Preis".
    """
    sentence = word.sent
    before = word.doc[max(sentence.start, word.i - _ATTRIBUTE_BEFORE) : word.i]
    if not any(token.tag_ in _ARTICLES for token in before):
        return False
    for token in word.doc[word.i + 1 : min(sentence.end, word.i + _ATTRIBUTE_BEHIND)]:
        if token.tag_ in _FINITE or token.text in _COMMAS:
            return False
        if token.tag_ == "ADJA" and token.lower_.endswith(_PARTICIPLES):
            return True
    return False
