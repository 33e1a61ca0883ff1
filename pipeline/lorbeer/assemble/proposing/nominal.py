"""Role nouns and headings: "Preisträgerin ist X", "Partner: Y", "Umweltpreis für Z"."""

from collections.abc import Iterator
from dataclasses import replace

from de_lorbeer.cues import cue
from lorbeer.assemble.proposing.clause_parts import stands_beside
from lorbeer.assemble.reading.affiliations import depth
from lorbeer.assemble.reading.classes import category_of
from lorbeer.assemble.reading.findings import AWARD_LABELS, Finding, Role
from lorbeer.assemble.reading.groups import attached, coordinated, homes_of, parties
from lorbeer.assemble.reading.ranks import rank_of
from lorbeer.flow import HEADLINES, Mention, Sentence
from lorbeer.records import Status


def from_nouns(sentence: Sentence, index: int) -> Iterator[Finding]:
    """The findings of role nouns, and of "AWARD für NAME" in headings and titles."""
    candidates = parties(sentence)
    for noun in sentence.of("ROLE"):
        role, _, status = noun.kind.partition("/")
        role = "recipient" if _bears_award(noun, sentence) else role
        if role in {"recipient", "presenter", "giver", "partner"}:
            yield from _bearers(sentence, index, noun, candidates, role, status)
    yield from _title_holders(sentence, index, candidates)
    is_headline = sentence.block.kind in HEADLINES
    if is_headline or cue("noun.conferral").search(sentence.text):
        yield from _awards_for(sentence, index, candidates)
    yield from _victors(sentence, index, candidates)


def _bears_award(noun: Mention, sentence: Sentence) -> bool:
    """Whether somebody bears an award: "Träger des Umweltsiegels", and not a school's "Träger"."""
    opens = cue("role.of-award").match(noun.text + sentence.text[noun.end - sentence.start :])
    return opens is not None and any(
        a.start == noun.end + opens.end() - len(noun.text) for a in sentence.of("AWARD")
    )


def _bearers(
    sentence: Sentence, index: int, noun: Mention, candidates: list[Mention], role: str, status: str
) -> Iterator[Finding]:
    bearer = _following(sentence, noun, candidates) or _preceding(sentence, noun, candidates)
    if role == "recipient":
        if cue("role.of-earlier").match(sentence.text, noun.end - sentence.start):
            return
        bearer = bearer or _subject(sentence, noun, candidates)
    if bearer is None:
        return
    award = _won(noun, sentence)
    bearers = coordinated(bearer, candidates, sentence)
    if role == "recipient" and stands_beside(bearers[-1], sentence):
        return
    if role == "recipient":
        bearers = [m for b in bearers for m in attached(b, candidates, sentence)]
    for mention in dict.fromkeys(bearers):
        yield Finding(
            _as_role(role),
            mention,
            index,
            noun,
            award,
            rank_of(mention, sentence, mention.clause) if role == "recipient" else None,
            category=category_of(mention, sentence) if role == "recipient" else None,
            status=_as_status(status),
        )


def _title_holders(sentence: Sentence, index: int, candidates: list[Mention]) -> Iterator[Finding]:
    """Who is "Unternehmerin des Jahres": "Gründer des Jahres wurde Jan Holt"; one who bears the
    title already is only called so: "Der Gründer des Jahres 2012, Jan Holt, sprach".
    """
    for award in sentence.of("AWARD"):
        before = sentence.text[: award.start - sentence.start]
        if cue("title.apposed").match(sentence.text, award.end - sentence.start):
            continue
        if award.rule == "award.of-the-year" and cue("title.borne").search(before):
            noun = replace(award, label="ROLE", kind="recipient", rule="title.holder")
            for finding in _bearers(sentence, index, noun, candidates, "recipient", ""):
                yield replace(finding, award=award)


def _won(noun: Mention, sentence: Sentence) -> Mention | None:
    """The award that a noun stands in itself ("Schützenkönig"), else the first of the sentence."""
    awards = sentence.of("AWARD")
    own = (award for award in awards if award.start <= noun.start and noun.end <= award.end)
    return next(own, next(iter(awards), None))


def _as_role(role: str) -> Role:
    roles: dict[str, Role] = {r: r for r in ("recipient", "presenter", "giver", "partner")}
    return roles[role]


def _as_status(status: str) -> Status:
    return "nominee" if status == "nominee" else "winner"


def _following(sentence: Sentence, noun: Mention, candidates: list[Mention]) -> Mention | None:
    after = [c for c in candidates if c.start >= noun.end]
    for candidate in after[:2]:
        is_winner = noun.kind.startswith("recipient")
        if is_winner and names_award(noun, candidate, sentence):
            continue
        between = sentence.text[noun.end - sentence.start : candidate.start - sentence.start]
        is_linked = is_winner and bool(cue("role.linked").search(between))
        if candidate.label == "PLACE" and not is_linked:
            continue
        if cue("between.role-and-bearer").fullmatch(between):
            return candidate
    return None


def names_award(noun: Mention, candidate: Mention, sentence: Sentence) -> bool:
    """Whether a name right behind "Gewinner des" is what was won."""
    between = sentence.text[noun.end - sentence.start : candidate.start - sentence.start]
    return candidate.start >= noun.end and bool(cue("between.winner-and-award").fullmatch(between))


def _preceding(sentence: Sentence, noun: Mention, candidates: list[Mention]) -> Mention | None:
    """The name in front of which a noun tells something, less where its bearer comes from: "Jan
    Holt vom TV Au ist Sieger", "Anna Moll aus Ulm gehört zu den Gewinnern".
    """
    homes = homes_of(candidates, sentence).values()
    before = [c for c in candidates if c.end <= noun.start and c not in homes]
    before = [c for c in before if depth(c, sentence) <= depth(noun, sentence)]
    if before and cue("between.bearer-and-role").fullmatch(
        sentence.text[before[-1].end - sentence.start : noun.start - sentence.start]
    ):
        return before[-1]
    return None


def _subject(sentence: Sentence, noun: Mention, candidates: list[Mention]) -> Mention | None:
    """The only subject in front, of which the noun is predicated: "Der TV Au hat gewonnen und ist
    Meister"; not where the clause confers something on another.
    """
    if not cue("role.predicate").search(sentence.text[: noun.start - sentence.start]):
        return None
    if any(t.roles.get("object") == "recipient" for t in sentence.triggers):
        return None
    subjects = [
        c
        for c in candidates
        if c.function == "subject" and c.end <= noun.start and depth(c, sentence) == 0
    ]
    return subjects[0] if len(subjects) == 1 else None


def _awards_for(sentence: Sentence, index: int, candidates: list[Mention]) -> Iterator[Finding]:
    for award in sentence.of(*AWARD_LABELS, "RANK"):
        for candidate in candidates:
            between = sentence.text[award.end - sentence.start : candidate.start - sentence.start]
            if candidate.start < award.end or not cue("between.award-and-recipient").fullmatch(
                between
            ):
                continue
            for mention in coordinated(candidate, candidates, sentence):
                yield Finding(
                    "recipient",
                    mention,
                    index,
                    replace(award, rule="award.for"),
                    award if award.label == "AWARD" else None,
                    award if award.label == "RANK" else None,
                )


def _victors(sentence: Sentence, index: int, candidates: list[Mention]) -> Iterator[Finding]:
    """Whose victory a sentence tells of, or who is congratulated on it: "den Sieg des TV Au beim
    Hallenpokal", "Glückwunsch an Anna Moll zum Hallenpokal".
    """
    for party in candidates if sentence.of("AWARD") else ():
        before = sentence.text[: party.start - sentence.start]
        for rule in ("noun.victory", "noun.congratulation"):
            if (match := cue(rule).search(before)) is not None:
                start = sentence.start + match.start()
                noun = match[0].split()[0]
                source = Mention("ROLE", start, start + len(noun), noun, rule)
                group = coordinated(party, candidates, sentence)
                for other in group if rule == "noun.congratulation" else [party]:
                    yield Finding("recipient", other, index, source, sentence.of("AWARD")[0])
