"""Names that a text sets in bold or italics rather than in quotation marks: "beim *Klarklang*"."""

import re
from dataclasses import replace

from de_lorbeer.award_heads import head_of, is_generic, is_other_occasion
from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.marking.mentions import with_more, with_name
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence, Trigger

NAME, AWARD = "name.emphasised", "award.emphasised"
#: The noun of a title may end a longer name: "zur „Anleitung zum Schweigen“ gekürt".
_CONFERRED_TITLE = "award.conferred-title"
_YEAR = re.compile(r"\s(?:19|20)\d\d(?:/\d\d)?$")
_NOUN_BEFORE = re.compile(r"[\w-]+(?=\s$)")
_LONGEST, _REACH = 6, 80
#: What else tells of an emphasised stretch.
_OTHERS = frozenset({"AWARD", "QUOTED", "PERSON", "DATE", "RANK", "MONEY", "ROLE"})
_CONTRACTIONS = {"beim": "bei", "zum": "zu", "zur": "zu", "vom": "von", "am": "an", "im": "in"}
_CASES = {"den": "object", "einen": "object", "unseren": "object", "des": "genitive"}

_AS_AWARD = Mention("AWARD", 0, 0, "", AWARD)
_AS_NAME = Mention("QUOTED", 0, 0, "", NAME)


def with_emphasised(analysis: Analysis) -> Analysis:
    """The analysis with names in bold or italics behind an article marked as those in quotation
    marks are, and behind a noun for awards as awards.
    """
    runs = sorted(analysis.text.emphasised)
    if not runs:
        return analysis
    sentences, at = [], 0
    for sentence in analysis.sentences:
        marked = sentence
        while at < len(runs) and runs[at][0] < sentence.end:
            name = _name(*runs[at], sentence) if runs[at][0] >= sentence.start else None
            if name is not None:
                marked = _with(marked, name)
            at += 1
        sentences.append(marked)
    return replace(analysis, sentences=tuple(sentences))


def _with(sentence: Sentence, name: Mention) -> Sentence:
    """The sentence with a name, and without what was taken for parts of an award's name."""
    if name.label != "AWARD":
        return with_more(sentence, [name])
    kept = [
        m for m in sentence.mentions if m.label != "AWARD" or not _overlap(m, name.start, name.end)
    ]
    return with_name(replace(sentence, mentions=tuple(kept)), name)


def _name(start: int, end: int, sentence: Sentence) -> Mention | None:
    """The emphasised stretch as a name, if it can be one of which nothing else tells."""
    text = _YEAR.sub("", sentence.text[start - sentence.start : end - sentence.start])
    if sentence.block.kind in HEADLINES or end > sentence.end or not _may_be_name(text):
        return None
    part = next((m for m in sentence.of("AWARD") if start <= m.start and m.end <= end), None)
    if part is not None:
        return _whole(part, start, text)
    before = sentence.text[: start - sentence.start][-_REACH:]
    kind = _kind(before)
    is_award = kind is not None and kind.label == "AWARD"
    others = [m for m in sentence.mentions if not (is_award and _is_cut(m, start, end))]
    if kind is None or any(_tells(mention, start, start + len(text)) for mention in others):
        return None
    return _mention(start, text, sentence, kind)


def _kind(before: str) -> Mention | None:
    """What a name is behind these words, with its function; None if they do not tell."""
    noun = _NOUN_BEFORE.search(before)
    head = head_of(noun[0]) if noun else None
    told = noun if noun and (head or is_generic(noun[0])) else None
    opener = cue("emphasis.opens").search(before[: told.start()] if told else before)
    if told or cue("emphasis.of-award").search(before):
        award = replace(_AS_AWARD, kind=head.kind if head else "prize")
        return replace(award, function=_function(opener))
    return replace(_AS_NAME, function=_function(opener)) if opener else None


def _function(opener: re.Match[str] | None) -> str:
    """The grammatical function of a phrase, as its first words tell it."""
    if opener is None:
        return ""
    article = (opener["article"] or "").split(" ")[0].lower()
    return opener["preposition"] or _CONTRACTIONS.get(article) or _CASES.get(article, "")


def _may_be_name(text: str) -> bool:
    """Whether words are no more than a name has, in capitals, and name no day, class or deed."""
    parts = text.split()
    if not parts or len(parts) > _LONGEST or not text[0].isupper() or text[-1] in ".:;,":
        return False
    others = words("time_nouns") | words("class_nouns") | words("not_titles")
    is_given = parts[-1].lower().endswith(tuple(words("not_conferred")))
    return not (parts[-1] in others or is_given or is_other_occasion(text))


def _whole(part: Mention, start: int, text: str) -> Mention | None:
    """The emphasised stretch as the name of an award of which only a part was recognised."""
    is_first = part.start == start
    if len(part.text) >= len(text) or not (is_first or part.rule == _CONFERRED_TITLE):
        return None
    canonical = part.canonical + text[len(part.text) :] if is_first else text
    return replace(part, start=start, end=start + len(text), text=text, canonical=canonical)


def _is_cut(mention: Mention, start: int, end: int) -> bool:
    """Whether what was taken for an award's name ends amid the stretch: "Label *Alt* & gut"."""
    return mention.label == "AWARD" and mention.start < start and mention.end < end


def _tells(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention tells what the stretch that it overlaps is."""
    if not _overlap(mention, start, end):
        return False
    is_inside = start <= mention.start and mention.end <= end
    is_whole = (mention.start, mention.end) == (start, end)
    return mention.label in _OTHERS or not is_inside or is_whole


def _overlap(mention: Mention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


def _mention(start: int, text: str, sentence: Sentence, kind: Mention) -> Mention:
    """A mention like `kind` of these words, in the clause of what stands nearest."""
    marks: list[Trigger | Mention] = [*sentence.triggers, *sentence.mentions]
    nearest = min(marks, key=lambda mark: abs(mark.start - start), default=None)
    clause = nearest.clause if nearest else 0
    return replace(
        kind, start=start, end=start + len(text), text=text, clause=clause, canonical=text
    )
