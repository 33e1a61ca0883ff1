"""Read a text block by block; what is found becomes plain data, its offsets counted in the text."""

import os
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from de_lorbeer import assertion, award_names, frames, role_nouns, spans, syntax
from de_lorbeer.clauses import clause_ids, is_in_attribute
from de_lorbeer.data import words
from de_lorbeer.pipeline import PipelineError, load
from lorbeer.annotate.tagging import tagged
from lorbeer.flow import Analysis, Block, Extractor, Mention, Sentence, Text, Trigger

#: Blocks annotated together; more cost memory and gain no speed.
BATCH = 64
#: Names the language pipeline where no argument does.
VARIABLE = "LORBEER_LANGUAGE_PIPELINE"
#: "K.", "jun.", "Chr." keep their stop, "Beil." does not.
_LONGEST_INITIALS = 4
_NAMED = frozenset({"ORGANISATION", "PERSON", "NAME"})
#: What names an award or stands for one beside the verb that tells of it.
_WON = frozenset({"AWARD", "AWARD_NOUN", "RANK"})


def language_pipeline(name: str | None = None) -> Language:
    """The language pipeline of that name, loaded once; without a name, that of the variable.

    Raises `de_lorbeer.PipelineError`.
    """
    return _loaded(name or os.environ.get(VARIABLE) or None)


@cache
def _loaded(name: str | None) -> Language:
    return load(name)


def annotate(text: Text, nlp: Language, extractor: Extractor = "both") -> Analysis:
    """Sentences with their mentions and triggers, offsets counted in `text.string`.

    With `extractor` "both", the role tagger reads the text, too, if the pipeline has its vectors;
    with "model", what rules say reaches it as marks only. Raises `de_lorbeer.PipelineError` for
    "model" without such vectors.
    """
    docs = list(nlp.pipe((text.of(block) for block in text.blocks), batch_size=BATCH))
    sentences = [
        _sentence(sent, block, marked)
        for block, doc in zip(text.blocks, docs, strict=True)
        for marked in [spans.found(doc)]
        for sent in _sentences(doc)
    ]
    roles = None if extractor == "rules" else tagged(text, docs, sentences)
    analysis = Analysis(text, tuple(sentences), roles)
    if extractor != "model":
        return analysis
    if roles is None and sentences:
        raise PipelineError(
            "the role tagger reads the language pipeline that comes along: leave out "
            "--language-pipeline, or choose --extractor rules"
        )
    return analysis.without_rules()


def _sentences(doc: Doc) -> Iterator[Span]:
    yield from (sent for sent in doc.sents if sent.text.strip())


def _sentence(sent: Span, block: Block, marked: Sequence[Span]) -> Sentence:
    """A sentence of a block in which all those spans are marked."""
    shift = block.start
    clauses = clause_ids(sent)
    inside = [span for span in marked if sent.start <= span.start < sent.end]
    mentions = [
        _mention(span, shift, clauses.get(span.root.i, 0))
        for span in [*inside, *_role_nouns(sent, inside)]
    ]
    triggers = tuple(_trigger(found, shift) for found in frames.triggers(sent))
    telling = {t.clause for t in triggers} & {m.clause for m in mentions if m.label in _WON}
    told = [t.start - shift for t in triggers if t.clause in telling]
    won = [m.start - shift for m in mentions if m.label in _WON]
    return Sentence(
        start=sent.start_char + shift,
        end=sent.end_char + shift,
        text=sent.text,
        block=block,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))),
        triggers=triggers,
        assertions=tuple(dict.fromkeys(_assertions(sent, clauses, telling, told, won))),
    )


def _assertions(
    sent: Span,
    clauses: dict[int, int],
    telling: Collection[int],
    told: Collection[int],
    won: Collection[int],
) -> Iterator[tuple[str, str]]:
    """(assertion, rule id) of the cues, less those in clauses that hang on one that tells of an
    award ("Der Preis geht an Jan Holt, der vor drei Jahren nach Ulm kam"), and the past behind it.

    `told` are the offsets of the verbs that tell of an award, `won` those of awards and places.
    """
    for name, rule, offset in assertion.cues(sent.text):
        word = next((t for t in sent if t.idx + len(t) > sent.start_char + offset), sent.root)
        clause = clauses.get(word.i, 0)
        opens = sent.start_char + max(sent.text.rfind(mark, 0, offset) for mark in ",;")
        is_past_behind = name == "past" and any(start < opens for start in told)
        is_before_colon = name == "negated" and _leads_to(offset, [*told, *won], sent)
        if is_past_behind or is_before_colon or is_in_attribute(word):
            continue
        if not telling or clause in telling or clause < min(telling):
            yield name, rule


def _leads_to(offset: int, told: Collection[int], sent: Span) -> bool:
    """Whether a colon parts a cue from what tells of an award: "Keiner ahnte es: Wir siegen"."""
    colon = sent.text.find(":", offset)
    return colon >= 0 and bool(told) and min(told) > sent.start_char + colon


def _role_nouns(sent: Span, marked: Sequence[Span]) -> list[Span]:
    """The nouns for roles, less those that are part of an award's name."""
    named = {token.i for span in marked if span.label_ == "AWARD" for token in span}
    return [
        noun
        for noun in role_nouns.find(sent)
        if noun.start not in named or noun.id_ == role_nouns.CHAMPION
    ]


def _mention(span: Span, shift: int, clause: int) -> Mention:
    is_award = span.label_ == "AWARD"
    text = _without_stop(span)
    return Mention(
        label=span.label_,
        start=span.start_char + shift,
        end=span.start_char + shift + len(text),
        text=text,
        rule=span.id_,
        function=syntax.function(span),
        clause=clause,
        kind=award_names.kind(span) if is_award else role_nouns.role(span),
        canonical=award_names.canonical(span) if is_award else text,
    )


def _without_stop(span: Span) -> str:
    """The text of a span without what closes the sentence, where one token holds both: "GmbH." """
    if span.label_ == "URL":
        return span.text.rstrip(".,;:!?)")
    last = span[-1].text
    is_form = span.label_ in _NAMED and last[:-1] in words("legal_forms")
    is_surname = span.label_ == "PERSON" and len(span) > 1 and len(last) > _LONGEST_INITIALS
    return span.text[:-1] if last.endswith(".") and (is_form or is_surname) else span.text


def _trigger(found: frames.Trigger, shift: int) -> Trigger:
    start = found.token.idx + shift
    return Trigger(
        meaning=found.frame.meaning,
        start=start,
        end=start + len(found.token.text),
        text=found.token.text,
        rule=f"{found.frame.id}.{found.voice}",
        clause=found.clause,
        roles=found.roles(),
        needs=found.frame.needs,
    )
