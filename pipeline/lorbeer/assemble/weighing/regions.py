"""Places that may be regions of an award or of its winners, and what is observed of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from de_lorbeer.cues import cue
from lorbeer.assemble.reading.origins import tells_origin, tells_where_held
from lorbeer.assemble.weighing.observations import observe, step, whole
from lorbeer.assemble.weighing.overview import Overview
from lorbeer.assemble.weighing.tagged import tagger_says
from lorbeer.flow import Analysis, Mention, Sentence
from lorbeer.values.regions import canonical_region, is_region, region_of_adjective

#: Prepositions and functions in which a place says where a party is or works.
_LOCAL = frozenset({"in", "aus", "für", "im", "genitive", "von", "bei"})


@dataclass(frozen=True)
class RegionCandidate:
    """A place under its canonical name, with its mentions (each with its sentence's index)."""

    name: str
    mentions: tuple[tuple[int, Mention], ...]


def region_candidates(analysis: Analysis) -> list[RegionCandidate]:
    """Every place that the release names, in order of its first mention; not those that only tell
    where entrants come from, nor those of addresses or in the names of organisations.
    """
    places: dict[str, list[tuple[int, Mention]]] = {}
    for index, sentence in enumerate(analysis.sentences):
        if sentence.block.section == "contact":
            continue
        for mention in sentence.of("PLACE"):
            if tells_origin(mention, sentence) or _is_no_area(mention.text):
                continue
            if _is_part(mention, sentence):
                continue
            name, _, _ = canonical_region(mention.text)
            places.setdefault(name, []).append((index, mention))
    return [
        RegionCandidate(name, tuple(mentions))
        for name, mentions in places.items()
        if not all(tells_where_held(m, analysis.sentences[index]) for index, m in mentions)
    ]


def _is_part(mention: Mention, sentence: Sentence) -> bool:
    """Whether a place is part of an address or of a name of which the recogniser saw no more: "das
    Labor Ulm". The noun before it that ends an award's name is no reason.
    """
    before = sentence.text[: mention.start - sentence.start]
    if cue("region.postcode").search(before):
        return True
    noun = cue("region.noun-before").search(before)
    if noun is None or cue("region.area-noun").search(before):
        return False
    start = sentence.start + noun.start()
    return not any(a.start <= start < a.end for a in sentence.of("AWARD", "AWARD_NOUN"))


def _is_no_area(text: str) -> bool:
    """Whether a supposed place is a word like "Ulmer", a street, or the code of a class: "M16"."""
    is_other = region_of_adjective(text) is not None or any(
        cue(rule).search(text) for rule in ("region.street", "region.code")
    )
    return not is_region(text) and is_other


def region_features(candidate: RegionCandidate, overview: Overview) -> set[str]:
    """What is observed of a place."""
    features = set(_in_release(candidate, overview))
    for index, mention in candidate.mentions:
        features.update(observe(mention, index, overview.analysis))
        features.update(_around(mention, overview.analysis.sentences[index]))
    mentions = (mention for _, mention in candidate.mentions)
    features.update(tagger_says(mentions, ("region", "place", "recipient"), overview.analysis))
    return features


def _around(mention: Mention, sentence: Sentence) -> Iterator[str]:
    """The names that a place is part of, and whether it stands by a ceremony."""
    for label in ("ORGANISATION", "AWARD", "PERSON"):
        if any(n.start <= mention.start and mention.end <= n.end for n in sentence.of(label)):
            yield f"inside {label}"
    if sentence.of("DATE") and any(t.meaning in {"confer", "present"} for t in sentence.triggers):
        yield "by a ceremony"


def _in_release(candidate: RegionCandidate, overview: Overview) -> Iterator[str]:
    analysis, recipients = overview.analysis, overview.recipients
    indices = {index for index, _ in candidate.mentions}
    known = is_region(candidate.name)
    yield f"kind {canonical_region(candidate.name)[1] if known else 'unknown'}"
    yield f"mentions {step(len(indices))}"
    yield from whole(indices, analysis)
    if candidate.name == analysis.text.place:
        yield "place of the release"
    if overview.honouring & indices:
        yield "beside honour"
    if any(_is_beside(recipients, analysis.sentences[index]) for index in indices):
        yield "beside recipient"
    if any(
        mention.function in _LOCAL and _is_beside(recipients, analysis.sentences[index])
        for index, mention in candidate.mentions
    ):
        yield "local beside recipient"
    if candidate.name in recipients:
        yield "found recipient"
    if any(candidate.name in name for name in recipients if name != candidate.name):
        yield "inside recipient"


def _is_beside(recipients: Collection[str], sentence: Sentence) -> bool:
    return any(name in sentence.text for name in recipients)
