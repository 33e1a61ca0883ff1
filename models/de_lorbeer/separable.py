"""Separable verbs: the full lemma of a verb whose particle stands apart.

`token._.verb_lemma` of "zeichnete" in "Die Jury zeichnete sie aus." is "auszeichnen"; of a verb
without such a particle it is the lemma, and of any other word "".
"""

from spacy.tokens import Token

#: The label of a separated particle in Universal Dependencies and in the TIGER scheme.
_PARTICLE_LABELS = frozenset({"compound:prt", "svp"})
_VERBS = frozenset({"VERB", "AUX"})


def verb_lemma(token: Token) -> str:
    """The verb's lemma with its separated particle in front; "" if the word is no verb."""
    if token.pos_ not in _VERBS and not token.tag_.startswith("V"):
        return ""
    for child in token.children:
        if child.tag_ == "PTKVZ" or child.dep_ in _PARTICLE_LABELS:
            particle = child.lower_
            return token.lemma_ if token.lemma_.startswith(particle) else particle + token.lemma_
    return token.lemma_


Token.set_extension("verb_lemma", getter=verb_lemma, force=True)
