"""Load the trained pipeline, or another German one, and add the rule components."""

from pathlib import Path

import spacy
from spacy.language import Language

from de_lorbeer import (  # noqa: F401  (they register components and attributes)
    annotator,
    expressions,
    sentences,
    separable,
)
from de_lorbeer.awards import Awards
from de_lorbeer.names import Names
from de_lorbeer.tokenizer import adapt_tokenizer

TRAINED = Path(__file__).parent / "trained"
#: What the components of a pipeline must set, and which components of spaCy's do.
_NEEDED = {"token.tag": "tagger", "token.dep": "parser", "doc.ents": "ner"}


class PipelineError(RuntimeError):
    """The language pipeline cannot be loaded; the message says what to do."""


@Language.factory("lorbeer_names")
def make_names(nlp: Language, name: str) -> Names:
    """The component that finds names of people, organisations and places."""
    return Names(nlp)


@Language.factory("lorbeer_awards")
def make_awards(nlp: Language, name: str) -> Awards:
    """The component that finds award names."""
    return Awards(nlp)


def load(name: str | None = None) -> Language:
    """The pipeline that travels in the package, or an installed German spaCy pipeline by name.

    Raises PipelineError if it is missing or lacks a tagger, parser or entity recogniser.
    """
    nlp = _load_trained(name)
    missing = [part for attribute, part in _NEEDED.items() if not _setters(nlp, attribute)]
    if nlp.lang != "de" or missing:
        lacking = f"lacks {', '.join(missing)}" if missing else f"is for '{nlp.lang}'"
        advice = f"choose a German one with {', '.join(_NEEDED.values())}"
        raise PipelineError(f"language pipeline {name or TRAINED} {lacking}; {advice}")
    adapt_tokenizer(nlp)
    nlp.add_pipe("lorbeer_sentences", before=_setters(nlp, "token.dep")[0])
    for component in ("lorbeer_expressions", "lorbeer_names", "lorbeer_awards"):
        nlp.add_pipe(component, last=True)
    return nlp


def _setters(nlp: Language, attribute: str) -> list[str]:
    """The components that set an attribute, in order."""
    return [name for name in nlp.pipe_names if attribute in nlp.get_pipe_meta(name).assigns]


def _load_trained(name: str | None) -> Language:
    try:
        return spacy.load(name or TRAINED)
    except OSError as error:
        advice = (
            f"install it with: python -m spacy download {name}"
            if name
            else "the installation is incomplete; install lorbeer again"
        )
        raise PipelineError(f"language pipeline {name or TRAINED} not found; {advice}") from error
