"""What makes a sentence report nothing of its own: denials, suppositions, the past."""

from lorbeer.flow import Sentence

_WEAK = frozenset({"past", "negated", "hypothetical"})


def is_weak(sentence: Sentence) -> bool:
    """Whether a sentence reports nothing of its own: denied, supposed, or of the past."""
    return any(assertion in _WEAK for assertion, _ in sentence.assertions)


def weaknesses(sentence: Sentence) -> list[str]:
    """What makes a sentence weak, each with its rule: "past (past.former)"."""
    return [
        f"{assertion} ({rule})" for assertion, rule in sentence.assertions if assertion in _WEAK
    ]
