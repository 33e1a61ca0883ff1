"""The role tagger: how words are laid out, how passages are read off, how gold is projected."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from de_lorbeer import PipelineError
from de_lorbeer.roles import (
    KINDS,
    ROLES,
    SECTIONS,
    WEIGHTS,
    Layout,
    RoleTagger,
    layout,
    marked,
    tagger,
)
from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble.deciding import survey
from lorbeer.assemble.weighing import tagged_mentions
from lorbeer.clean import clean
from lorbeer.evaluate.facts import GoldRelease
from lorbeer.fitting.projection import project
from lorbeer.flow import Analysis
from lorbeer.load import release_from_text
from lorbeer.roles import Roles

TEXT = "Anna Moll gewinnt.\nJan Holt"
WORDS = ((0, 4), (5, 9), (10, 17), (17, 18), (19, 22), (23, 27))


def roles(inside: list[float], first: list[float] | None = None) -> Roles:
    column = np.array(inside, np.float32)
    begins = np.array(first or [0.0] * len(inside), np.float32)
    return Roles(
        starts=[start for start, _ in WORDS],
        ends=[end for _, end in WORDS],
        breaks=[True, False, False, False, True, False],
        inside={"recipient": column},
        first={"recipient": begins},
        own=1.0,
    )


@pytest.mark.parametrize(
    ("inside", "first", "found"),
    [
        pytest.param([0.9, 0.7, 0, 0, 0, 0], None, ["Anna Moll"], id="neighbours are one passage"),
        pytest.param([0, 0, 0, 0.6, 0.6, 0.6], None, [".", "Jan Holt"], id="a new block parts"),
        pytest.param(
            [0.9, 0.9, 0, 0, 0, 0],
            [0.9, 0.9, 0, 0, 0, 0],
            ["Anna", "Moll"],
            id="a first word parts",
        ),
        pytest.param([0.4, 0.4, 0.4, 0, 0, 0], None, [], id="too improbable"),
    ],
)
def test_passages(inside: list[float], first: list[float] | None, found: list[str]) -> None:
    passages = roles(inside, first).passages("recipient", 0.5)
    assert [TEXT[p.start : p.end] for p in passages] == found


def test_score_is_the_mean_of_the_words_touched() -> None:
    tagged = roles([0.9, 0.5, 0.1, 0, 0, 0])
    assert tagged.score("recipient", 0, 9) == pytest.approx(0.7)
    assert tagged.score("recipient", 6, 8) == pytest.approx(0.5)
    assert tagged.score("recipient", 9, 10) == 0


@pytest.mark.parametrize(
    ("inside", "first", "end"),
    [
        pytest.param([0.9, 0.8, 0.1, 0, 0, 0], None, 9, id="the next word belongs to it"),
        pytest.param([0.9, 0.2, 0.9, 0, 0, 0], None, 4, id="the next one does not"),
        pytest.param([0.9, 0.8, 0, 0, 0, 0], [0, 0.9, 0, 0, 0, 0], 4, id="another one begins"),
    ],
)
def test_end_of_a_whole_name(inside: list[float], first: list[float] | None, end: int) -> None:
    assert roles(inside, first).end_of("recipient", 4, 0.5) == end


def test_no_name_goes_over_the_end_of_a_block() -> None:
    assert roles([0.9] * 6).end_of("recipient", 17, 0.5) == 18


def test_layout_numbers_words_by_their_block() -> None:
    found = layout([("title", "title", 2), ("item", "list", 0), ("paragraph", "body", 1)])
    assert found.kinds.tolist() == [KINDS.index(k) for k in ("title", "title", "paragraph")]
    assert found.sections.tolist() == [SECTIONS.index(s) for s in ("title", "title", "body")]
    assert found.opens.tolist() == [1, 0, 1]


def test_tagger_reads_only_vectors_of_its_own_encoder() -> None:
    assert not tagger().reads(np.zeros((3, 96), np.float32))
    width = language_pipeline()("Anna Moll gewinnt.").tensor.shape[1]
    assert tagger().reads(np.zeros((3, width), np.float32))


def test_words_beyond_the_reach_of_convolutions_hear_of_each_other() -> None:
    """The summary of the release is added to every word."""
    filler = "Der Verein dankt allen, die gekommen sind. " * 8
    ends = ("Anna Moll gewinnt den Preis.", "Der Kuchen war gut.")
    texts = [f"{filler}{end}" for end in ends]
    found = []
    for doc in language_pipeline().pipe(texts):
        where = layout([("paragraph", "body", len(doc))])
        found.append(tagger()(doc.tensor, where, unmarked(len(doc))).inside[0])
    assert not np.allclose(*found, atol=1e-7)


def test_an_empty_release_has_no_roles() -> None:
    nothing = np.zeros(0, np.int64)
    where = Layout(nothing, nothing, nothing)
    found = tagger()(np.zeros((0, 768), np.float32), where, unmarked(0))
    assert found.inside.shape == (0, len(ROLES))


def test_half_precision_weights_are_widened() -> None:
    with np.load(WEIGHTS) as arrays:
        weights = {n: w if n == "marks" else w.astype(np.float16) for n, w in arrays.items()}
    vectors = np.ones((3, 768), np.float32)
    found = RoleTagger(weights)(vectors, layout([("item", "list", 3)]), unmarked(3))
    assert found.inside.dtype == np.float32


def unmarked(words: int) -> np.ndarray:
    return np.zeros((words, len(tagger().marks)), np.float32)


def test_marks_touch_the_words_they_stand_over() -> None:
    found = marked([("AWARD", 4, 9), ("else", 0, 3)], ["QUOTED", "AWARD"], [0, 4, 8], [3, 7, 12])
    assert found.tolist() == [[0, 0], [0, 1], [0, 1]]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    text = "# Anna Moll gewinnt\n\nAnna Moll aus Ulm erhielt am 3. Mai 2024 den Moor-Preis."
    return annotate(clean(release_from_text(text, "text.md")), language_pipeline())


def gold(**award: object) -> GoldRelease:
    return GoldRelease.model_validate(
        {"id": "one", "awards": [{"name": "Moor-Preis", "stage": "awarded", **award}]}
    )


def test_gold_is_projected_onto_every_mention(analysis: Analysis) -> None:
    honours = [{"recipients": [["Moll, Anna", "Anna Moll"]], "status": "winner"}]
    release = gold(honours=honours, regions=["Ulm"], date="2024-05-03", place="Bonn")
    projection = project(release, analysis)
    found = [(role, analysis.text.string[start:end]) for role, start, end in projection.spans]
    assert sorted(found) == [
        ("award", "Moor-Preis"),
        ("date", "3. Mai 2024"),
        ("recipient", "Anna Moll"),
        ("recipient", "Anna Moll"),
        ("region", "Ulm"),
    ]
    assert projection.unplaced == (("place", ("Bonn",)),)


def test_tagged_mentions_reproduce_the_text(analysis: Analysis) -> None:
    for role in ROLES:
        for index, mention in tagged_mentions(role, analysis):
            assert analysis.text.string[mention.start : mention.end] == mention.text
            sentence = analysis.sentences[index]
            assert sentence.start <= mention.start < mention.end <= sentence.end


def test_small_words_at_its_edges_are_no_part_of_a_tagged_name(analysis: Analysis) -> None:
    assert analysis.roles is not None
    text = analysis.text.string
    begin, end = text.index("den Moor-Preis"), text.index("Moor-Preis") + len("Moor-Preis")
    marked = [
        begin <= start and stop <= end
        for start, stop in zip(analysis.roles.starts, analysis.roles.ends, strict=True)
    ]
    sure = replace(
        analysis.roles,
        inside={**analysis.roles.inside, "award": np.array(marked, np.float32)},
        first={**analysis.roles.first, "award": np.zeros(len(marked), np.float32)},
    )
    found = [m.text for _, m in tagged_mentions("award", replace(analysis, roles=sure))]
    assert found == ["Moor-Preis"]


def test_the_model_alone_reads_without_rules() -> None:
    text = release_from_text("Anna Moll aus Ulm erhielt am 3. Mai 2024 den Moor-Preis.", "t.txt")
    analysis = annotate(clean(text), language_pipeline(), "model")
    labels = {mention.label for mention in analysis.sentences[0].mentions}
    assert analysis.roles is not None
    assert not analysis.by_rules
    assert not analysis.sentences[0].triggers
    assert {"PERSON", "DATE"} <= labels
    assert not labels & {"AWARD", "AWARD_NOUN", "ROLE"}
    assert not survey(analysis).found


def test_the_model_alone_needs_its_own_pipeline() -> None:
    text = clean(release_from_text("Anna Moll gewann.", "t.txt"))
    with pytest.raises(PipelineError, match="--extractor rules"):
        annotate(text, _other_pipeline(), "model")


def _other_pipeline() -> Language:
    other = spacy.blank("de")
    other.add_pipe("sentencizer")
    return other


def test_networks_are_averaged() -> None:
    with np.load(WEIGHTS) as arrays:
        weights = dict(arrays)
    shared = {"reaches", "marks"}
    singles = [
        RoleTagger({n: w if n in shared else w[i : i + 1] for n, w in weights.items()})
        for i in range(len(weights["out.bias"]))
    ]
    vectors = np.random.default_rng(0).normal(size=(5, 768)).astype(np.float32)
    where = layout([("item", "list", 2), ("paragraph", "body", 3)])
    mean = np.mean([single(vectors, where, unmarked(5)).inside for single in singles], axis=0)
    assert len(singles) > 1
    assert np.allclose(RoleTagger(weights)(vectors, where, unmarked(5)).inside, mean, atol=1e-5)


def test_the_weights_travel_in_the_package() -> None:
    import de_lorbeer.roles

    assert Path(de_lorbeer.roles.WEIGHTS).stat().st_size < 2_000_000
