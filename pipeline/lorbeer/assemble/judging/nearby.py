"""Which award is meant where a finding names none of its release: by what stands around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from de_lorbeer.award_heads import head_of
from de_lorbeer.cues import cue
from lorbeer.assemble.reading.awards import Cluster
from lorbeer.assemble.reading.findings import Finding
from lorbeer.flow import LISTED, Analysis, Mention, Sentence

#: An award is close so many sentences before; a heading or a line that ends in a colon, so many.
_CLOSE, _BELOW_HEADING = 3, 25
#: The kind of nouns that may stand for any award.
_ANY_KIND = "prize"


@dataclass(frozen=True)
class _Place:
    """Where a finding stands; `is_followed`: the next sentence honours somebody else; `named` are
    (index of a sentence, position of the award that it names).
    """

    finding: Finding
    is_followed: bool
    named: tuple[tuple[int, int], ...]
    groups: Sequence[Cluster]
    analysis: Analysis

    @property
    def index(self) -> int:
        return self.finding.sentence

    @property
    def sentence(self) -> Sentence:
        return self.analysis.sentences[self.index]

    def last(self, fits: Callable[[int], bool]) -> int | None:
        """The award named last, here or above, in a sentence that fits."""
        above = [(-i, position) for i, position in self.named if i <= self.index and fits(i)]
        return min(above)[1] if above else None


class Nearby:
    """The awards of one release and where they are named, looked up once for all findings."""

    def __init__(
        self, found: Sequence[Finding], groups: Sequence[Cluster], analysis: Analysis
    ) -> None:
        self._groups, self._analysis = groups, analysis
        self._named = tuple(
            (index, position)
            for position, cluster in enumerate(groups)
            for index in cluster.sentences
            if not cue("award.elsewhere").search(analysis.sentences[index].text)
        )
        self._present = tuple(
            at for at in self._named if not cue("award.to-come").search(_text(at, analysis))
        )
        self._honoured: dict[int, set[str]] = {}
        for finding in found:
            if finding.role == "recipient":
                self._honoured.setdefault(finding.sentence, set()).add(finding.party.text)

    def position(self, finding: Finding) -> int:
        """Position in `groups` of the award that a finding without one belongs to.

        A reader knows the awards named so far: of these it is the nearest one, else the likeliest;
        the main one where none is named yet. One to come is taken where there is no other.
        """
        next_honoured = self._honoured.get(finding.sentence + 1, set())
        is_followed = bool(next_honoured - {finding.party.text})
        for named in (self._present, self._named):
            place = _Place(finding, is_followed, named, self._groups, self._analysis)
            position = next((at for way in _WAYS if (at := way(place)) is not None), None)
            if position is not None:
                return position
        return 0


def _text(named: tuple[int, int], analysis: Analysis) -> str:
    return analysis.sentences[named[0]].text


def _by_kind(place: _Place) -> int | None:
    """The only award of the kind that the sentence speaks of: "das Stipendium"."""
    for noun in place.sentence.of("AWARD_NOUN"):
        kind = _kind(noun)
        same = [i for i, group in enumerate(place.groups) if kind == _kind(group.best)]
        if kind not in {"", _ANY_KIND} and len(same) == 1:
            return same[0]
    return None


def _kind(award: Mention) -> str:
    if award.kind:
        return award.kind
    heads = (head.kind for word in award.text.split() if (head := head_of(word)))
    return next(heads, "")


def _in_block(place: _Place) -> int | None:
    """The one named last before in the same paragraph."""
    block = place.sentence.block
    return place.last(lambda index: place.analysis.sentences[index].block == block)


def _told_next(place: _Place) -> int | None:
    """The one that the next sentence of the paragraph names, if it names nobody else for it."""
    following = place.index + 1
    if place.is_followed:
        return None
    return next(
        (
            position
            for index, position in place.named
            if index == following and place.analysis.sentences[index].block == place.sentence.block
        ),
        None,
    )


def _in_list(place: _Place) -> int | None:
    """The one named last in the same list or table."""
    kind = place.sentence.block.kind
    if kind not in LISTED:
        return None
    opening = next(
        (i for i in _upward(place) if place.analysis.sentences[i].block.kind != kind), -1
    )
    return place.last(lambda index: index > opening)


def _headed(place: _Place) -> int | None:
    """The one in the nearest heading, or line that ends in a colon, that names one."""
    return place.last(
        lambda index: (
            place.index - index <= _BELOW_HEADING and _leads(place.analysis.sentences[index])
        )
    )


def _close(place: _Place) -> int | None:
    """The one named close before in the same section."""
    sentences = place.analysis.sentences
    heading = next((i for i in _upward(place) if sentences[i].block.kind == "heading"), 0)
    return place.last(lambda index: index >= max(heading, place.index - _CLOSE))


def _known(place: _Place) -> int | None:
    """The likeliest of those named so far."""
    known = [(position, index) for index, position in place.named if index <= place.index]
    return min(known)[0] if known else None


def _upward(place: _Place) -> Iterator[int]:
    return iter(range(place.index, -1, -1))


def _leads(sentence: Sentence) -> bool:
    """Whether what follows belongs to a sentence: a heading, or a line that ends in a colon."""
    return sentence.block.kind == "heading" or sentence.text.rstrip().endswith(":")


_WAYS = (_by_kind, _in_block, _told_next, _in_list, _headed, _close, _known)
