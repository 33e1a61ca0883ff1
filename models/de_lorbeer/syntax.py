"""Grammatical functions of a noun phrase: from its surface, or from the parse where that is mute.

A preposition before the phrase decides; then an article that shows its case; then the
dependency label, in Universal Dependencies or in the TIGER scheme.
"""

from spacy.tokens import Span, Token

from de_lorbeer.data import words
from de_lorbeer.shapes import opens_genitive

#: Dependency labels of both schemes -> function.
LABELS = {
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "nsubj:outer": "subject",
    "csubj": "subject",
    "csubj:pass": "subject",
    "sb": "subject",
    "sbp": "agent",
    "obl:agent": "agent",
    "obj": "object",
    "oa": "object",
    "iobj": "indirect",
    "obl:arg": "indirect",
    "da": "indirect",
    "pd": "subject",
    "ag": "genitive",
    "nmod:poss": "genitive",
}

#: Contracted prepositions -> preposition ("zum" -> "zu").
CONTRACTIONS = {
    "am": "an",
    "ans": "an",
    "im": "in",
    "ins": "in",
    "beim": "bei",
    "vom": "von",
    "zum": "zu",
    "zur": "zu",
    "fürs": "für",
    "aufs": "auf",
    "übers": "über",
}
_CHAIN = frozenset({"conj", "appos", "flat", "flat:name", "compound", "cj", "cd", "app", "nmod"})
_DATIVE_ARTICLES = frozenset({"dem", "einem", "diesem", "ihrem", "seinem", "unserem"})
_GENITIVE_ARTICLES = frozenset({"des", "eines", "dieses"})
_ACCUSATIVE_ARTICLES = frozenset({"den", "einen", "diesen", "ihren", "seinen", "unseren"})
_INSIDE = frozenset(
    {"ADJA", "ADV", "ADJD", "CARD", "NN", "NE", "PPOSAT", "ART", "PIAT", "PDAT", "TRUNC"}
)
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
#: Prepositions before disciplines and classes.
_IN_CLASSES = frozenset({"in", "bei", "über"})


def function(span: Span) -> str:
    """`subject`, `object`, `indirect`, `genitive`, `agent`, a preposition, or ""."""
    opener = _opener(span)
    if opener is not None and opener.tag_ in _PREPOSITIONS:
        preposition = CONTRACTIONS.get(opener.lower_, opener.lower_)
        return _from_parse(span) if _opens_class(preposition, opener, span) else preposition
    if opener is not None and opener.tag_ in {"ART", "PPOSAT", "PDAT"}:
        word = opener.lower_
        if word in _DATIVE_ARTICLES:
            return "indirect"
        if word in _GENITIVE_ARTICLES:
            return "genitive"
        if word in _ACCUSATIVE_ARTICLES and "Plur" not in span.root.morph.get("Number", []):
            return "object"
        if word == "der" and not opens_genitive(opener, span[0]):
            return "subject"
        if word == "der" and "Gen" in span.root.morph.get("Case", []):
            return "genitive" if _follows_noun(opener) else "indirect"
    return _from_parse(span)


def _follows_noun(article: Token) -> bool:
    """Whether a genitive can begin here: behind a noun, not "verlieh der Kornbank GmbH"."""
    if article.i == article.sent.start:
        return False
    before = article.nbor(-1)
    return before.pos_ not in {"VERB", "AUX", "ADV", "PRON"} and not before.is_punct


def _opener(span: Span) -> Token | None:
    """The preposition or article that opens the noun phrase around the span."""
    sentence = span.sent
    article = None
    position = span.start - 1
    while position >= sentence.start and span.start - position <= 8:
        token = span.doc[position]
        if token.tag_ in _PREPOSITIONS:
            return token
        if article is not None:
            return article
        if token.tag_ in {"ART", "PPOSAT", "PDAT"}:
            article = token
        elif not _is_inside(token, span.start - position):
            return None
        position -= 1
    return article


def _is_inside(token: Token, distance: int) -> bool:
    """Whether a token can stand between the opener and the span; a noun only close to the span."""
    if token.tag_ == "NN":
        return distance <= 4 and token.text not in words("time_nouns")
    return token.tag_ in _INSIDE or token.is_quote


def _opens_class(preposition: str, opener: Token, span: Span) -> bool:
    """Whether a preposition only opens the discipline or class before a person's name: "im Einzel
    Anna Moll", "bei den Damen Anna Moll".
    """
    if span.label_ != "PERSON" or preposition not in _IN_CLASSES:
        return False
    between = span.doc[opener.i + 1 : span.start]
    classes = words("class_nouns") | words("disciplines")
    return any(token.text in classes for token in between)


def _from_parse(span: Span) -> str:
    token = span.root
    for _ in range(4):
        if token.dep_ in LABELS:
            return LABELS[token.dep_]
        if token.dep_ not in _CHAIN or token.head is token:
            return ""
        token = token.head
    return ""
