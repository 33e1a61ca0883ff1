"""What the role tagger says of a candidate, as observations, and the names that only it sees."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from de_lorbeer.award_heads import head_of
from de_lorbeer.cues import cue
from de_lorbeer.data import words
from lorbeer.assemble.reading.findings import PARTY_LABELS
from lorbeer.assemble.weighing.weights import ALONE, TAGGED
from lorbeer.flow import HEADLINES, Analysis, Mention, Sentence

#: Probabilities at which an observation begins to hold; a high one holds all below it, too.
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
#: How probable the words of a name are that becomes a candidate.
LEAST_TAGGED = 0.25
_LONGEST = 12
#: How probable the words behind an award's name are that belong to it.
LEAST_REST = 0.5
#: The same of capitalised words, which go on with a name more often than not.
LEAST_CONTINUED = 0.35
#: Functions of those who do or get something, and are no part of a name before them.
_ACTING = frozenset({"subject", "object", "indirect"})
#: What may stand around a name, but is no part of it.
_MARKS = ' "„“”»«›‹*•-–.,;:!?()'
RULE = "roles"
_WORD = re.compile(r"\S+")
#: What goes on with a name: from one word in capitals to another.
_CAPITALS = re.compile(
    r" [A-ZÄÖÜ][a-zäöüß][^,.;:]*(?<=[\s&])[A-ZÄÖÜ][^\s,.;:]*| [A-ZÄÖÜ][a-zäöüß][^\s,.;:]*"
)
_CLOSING = re.compile('[“”"]')
_YEAR = re.compile(r"\s*(?:19|20)\d\d\W*$")


def tagger_says(
    mentions: Iterable[Mention], roles: Iterable[str], analysis: Analysis
) -> Iterator[str]:
    """How probably the likeliest mention plays each role, and the release has an own award."""
    if analysis.roles is None:
        return
    yield TAGGED if analysis.by_rules else ALONE
    found = list(mentions)
    for role in roles:
        best = max((analysis.roles.score(role, m.start, m.end) for m in found), default=0.0)
        yield from (f"tagged {role} {step}" for step in _STEPS if best >= step)
    yield from (f"tagged own {step}" for step in _STEPS if analysis.roles.own >= step)


def tagged_mentions(role: str, analysis: Analysis) -> Iterator[tuple[int, Mention]]:
    """(index of the sentence, mention) of every passage that the tagger sees in a role."""
    if analysis.roles is None:
        return
    sentences = analysis.sentences
    index = 0
    for passage in analysis.roles.passages(role, LEAST_TAGGED):
        while index < len(sentences) and sentences[index].end <= passage.start:
            index += 1
        if index == len(sentences) or sentences[index].start > passage.start:
            continue
        mention = _mention(sentences[index], passage.start, passage.end, role)
        if mention is None or (role == "award" and _is_of_rank(mention, sentences[index])):
            continue
        if not _is_part(mention, sentences[index]):
            yield index, mention


def _is_of_rank(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is a place or part of one: "Zweiten" of "den Zweiten Preis"."""
    return any(r.start <= mention.start and mention.end <= r.end for r in sentence.of("RANK"))


def _is_part(mention: Mention, sentence: Sentence) -> bool:
    """Whether a recognised name holds more than the tagger saw of it: "Holt" of "Jan Holt"."""
    return any(
        name.start <= mention.start
        and mention.end <= name.end
        and len(name.text) > len(mention.text)
        for name in sentence.of(*PARTY_LABELS, "AWARD")
        if name.label != "QUOTED"
    )


def _mention(sentence: Sentence, start: int, end: int, role: str) -> Mention | None:
    passage = sentence.text[start - sentence.start : end - sentence.start + 1]
    begin, text = _core(passage[: end - start])
    start += begin
    is_cut = "„" in text and not _CLOSING.search(passage)
    if not any(map(str.isalpha, text)) or len(text.split()) > _LONGEST or is_cut:
        return None
    known = next((m for m in sentence.mentions if m.text == text and m.start == start), None)
    function, clause = (known.function, known.clause) if known else ("", 0)
    return Mention("NAME", start, start + len(text), text, f"{RULE}.{role}", function, clause,
                   canonical=text)  # fmt: skip


def _core(text: str) -> tuple[int, str]:
    """(where it begins, the text) less marks and small words at its edges: "oder den Anker der"."""
    found = list(_WORD.finditer(text))
    while found and _is_small(found[0][0]):
        del found[0]
    while found and _is_small(found[-1][0]):
        del found[-1]
    core = text[found[0].start() : found[-1].end()] if found else ""
    begin = found[0].start() if found else 0
    return begin + len(core) - len(core.lstrip(_MARKS)), core.strip(_MARKS)


def _is_small(word: str) -> bool:
    """Whether a word, marks aside, can neither begin nor end a name."""
    core = word.strip(_MARKS)
    return not any(map(str.isalnum, core)) or core in words("function_words")


def continued_name(best: Mention, mentions: Iterable[Mention], analysis: Analysis) -> Mention:
    """An award's whole name where it stands; where that ends with an award noun, with the words in
    capitals that go on with it elsewhere, by the tagger: "Regionalwettbewerb Junge Stimmen".
    """
    whole = whole_name(best, analysis)
    if cue("award.purpose").match(whole.text.removeprefix(f"{best.text} ")):
        whole = whole_name(_told_below(best, mentions, analysis), analysis)
    ends_in_noun = head_of(best.text.split()[-1]) and not best.text.isupper()
    if analysis.roles is None or whole != best or not ends_in_noun:
        return whole
    string = analysis.text.string
    for mention in (best, *mentions):
        if mention.canonical != best.canonical:
            continue
        end = analysis.roles.end_of("award", mention.end, LEAST_CONTINUED)
        rest = _rest(string[mention.end : end])
        if _CAPITALS.fullmatch(rest) and len(f"{mention.text}{rest}".split()) <= _LONGEST:
            return _with_rest(mention, rest)
    return best


def _told_below(best: Mention, mentions: Iterable[Mention], analysis: Analysis) -> Mention:
    """The mention of a name below the headlines, where "für" often tells who gets it, or why."""
    headlines = [s for s in analysis.sentences if s.block.kind in HEADLINES]
    same = (m for m in (best, *mentions) if m.text == best.text)
    return next((m for m in same if not any(h.start <= m.start < h.end for h in headlines)), best)


def whole_name(award: Mention, analysis: Analysis) -> Mention:
    """A bare award noun with what the tagger takes for the rest of its name: "Preis für X"; not
    with somebody who does or gets something: "den Chorpreis der Chor Halle".
    """
    if analysis.roles is None or len(award.text.split()) > 1:
        return award
    end = analysis.roles.end_of("award", award.end, LEAST_REST)
    rest = _rest(analysis.text.string[award.end : end])
    if not any(map(str.isalpha, rest)) or len(f"{award.text}{rest}".split()) > _LONGEST:
        return award
    if any(
        award.end <= mention.start < award.end + len(rest)
        and mention.function in _ACTING
        and cue("name.article").search(analysis.text.string[award.end : mention.start])
        for sentence in analysis.sentences
        for mention in sentence.of(*PARTY_LABELS)
    ):
        return award
    return _with_rest(award, rest)


def _rest(behind: str) -> str:
    """What goes on with a name, less a year, small words and marks at its end."""
    rest = _YEAR.sub("", behind)
    last = next((w for w in reversed(list(_WORD.finditer(rest))) if not _is_small(w[0])), None)
    return rest[: last.end()].rstrip(_MARKS) if last else ""


def _with_rest(award: Mention, rest: str) -> Mention:
    return replace(
        award,
        end=award.end + len(rest),
        text=award.text + rest,
        canonical=award.canonical + rest,
        rule=f"{RULE}.award",
    )
