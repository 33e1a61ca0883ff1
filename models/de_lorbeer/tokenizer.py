"""Tokenisation of German press text: gender forms and web-like names stay whole."""

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

from de_lorbeer.data import words

#: spaCy's German breaks words at any colon and at a full stop before a capital; here a
#: colon before a gender ending ("Preisträger:innen") and a full stop inside a name in
#: capitals ("IN4climate.RR") hold.
COLON = r"(?<=\w):(?!(?:in|innen|r|n)\b)(?=\w)"
#: A full stop behind a year ends a sentence; behind other figures it makes an ordinal.
AFTER_YEAR = r"(?<=[12]\d{3})\."
#: A full stop behind a capital that ends a word of small letters: "Holt GmbH."
AFTER_INNER_CAPITAL = r"(?<=[a-zäöüß][A-ZÄÖÜ])\."
FULL_STOP = r"(?<=[a-zäöüß])\.(?=[A-ZÄÖÜ][a-zäöüß])"


def adapt_tokenizer(nlp: Language) -> None:
    """Change the tokenizer of a German pipeline in place."""
    kept = [
        p
        for p in nlp.Defaults.infixes or ()
        if isinstance(p, str) and ":<>=" not in p and r"\.(?=[" not in p
    ]
    infixes = compile_infix_regex([*kept, COLON, FULL_STOP, r"(?<=\w)[<>=](?=\w)"])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    suffixes = compile_suffix_regex(
        [*(nlp.Defaults.suffixes or ()), AFTER_YEAR, AFTER_INNER_CAPITAL]
    )
    nlp.tokenizer.suffix_search = suffixes.search  # type: ignore[union-attr]
    for word in words("abbreviations"):
        if " " not in word:
            nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
