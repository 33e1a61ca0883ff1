"""Further awards: less probable ones that share a release's winners with the awards found."""

from dataclasses import replace

import numpy as np
import pytest

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble.judging.further import with_further
from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.awards import Cluster, Judged, clusters
from lorbeer.clean import clean
from lorbeer.flow import Mention, Text
from lorbeer.load import release_from_text

FIRST = "Vereinsabend in Talheim\n\nAnna Moll erhielt die Torf-Medaille.\n\n"


def document(text: str) -> Text:
    return clean(release_from_text(text, "t.txt"))


def further(text: str, chance: float) -> list[str]:
    """The awards beside the one named first, all others as probable as told."""
    read, found = propose(annotate(document(text), language_pipeline(), "rules"))
    named = sorted(clusters(read), key=lambda cluster: cluster.best.start)
    own, others = Judged(named[0], 0.9), [Judged(cluster, chance) for cluster in named[1:]]
    held = with_further([own], [own, *others], found, read)
    return [award.cluster.best.canonical for award in held[1:]]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        pytest.param("Jan Holt bekam den Deichpreis.", ["Deichpreis"], id="another winner"),
        pytest.param("Im Saal hing der Deichpreis.", [], id="nobody wins it"),
        pytest.param("Jan Holt bekam den Publikumspreis.", [], id="a prize within an award"),
        pytest.param("Jan Holt bekam den Preis.", [], id="a bare noun"),
        pytest.param(
            "Jan Holt bekam den Preis und fährt im Mai zum Deichpokal.", [], id="a contest to come"
        ),
        pytest.param(
            "Im Jahr 2009 hatte Jan Holt den Deichpreis erhalten.", [], id="an earlier award"
        ),
    ],
)
def test_awards_that_share_the_winners(behind: str, found: list[str]) -> None:
    assert further(FIRST + behind, 0.4) == found


def test_an_improbable_award_is_none() -> None:
    assert further(FIRST + "Jan Holt bekam den Deichpreis.", 0.2) == []


def test_an_award_that_leaves_nobody_to_the_first_one_is_none() -> None:
    text = "Torf-Medaille in Talheim\n\nEs war voll.\n\nJan Holt bekam den Deichpreis."
    assert further(text, 0.4) == []


def test_awards_of_one_paragraph_need_a_stronger_sign() -> None:
    assert further(FIRST.rstrip() + " Jan Holt bekam den Deichpreis.", 0.4) == []


@pytest.mark.parametrize(
    ("behind", "sure", "found"),
    [
        pytest.param("wurde verliehen.", 0.9, ["Laternenkanne"], id="given"),
        pytest.param("wurde verliehen.", 0.2, [], id="unsure"),
        pytest.param("stand bereit.", 0.9, [], id="not given"),
        pytest.param("wurde verliehen.\n\n## Laternenkanne", 0.9, [], id="a headline"),
    ],
)
def test_names_that_a_verb_says_are_given(behind: str, sure: float, found: list[str]) -> None:
    text = f"{FIRST}Die Laternenkanne {behind}\n\nDen Preis bekam Jan Holt."
    read, findings = propose(annotate(document(text), language_pipeline()))
    assert read.roles is not None
    tagged = np.full_like(read.roles.inside["award"], sure)
    roles = replace(read.roles, inside={**read.roles.inside, "award": tagged})
    kettle = "Laternenkanne"
    named = [i for i, s in enumerate(read.sentences) if kettle in s.text]
    starts = [s.start + s.text.index(kettle) for s in (read.sentences[i] for i in named)]
    mentions = [
        Mention("AWARD", at, at + 13, kettle, "roles.award", "subject", canonical=kettle)
        for at in starts
    ]
    own = Judged(clusters(read)[0], 0.9)
    other = Judged(Cluster(mentions, named, 1.0), 0.2)
    held = with_further([own], [own, other], findings, replace(read, roles=roles))
    assert [award.cluster.best.text for award in held[1:]] == found
