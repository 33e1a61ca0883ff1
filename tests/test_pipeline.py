"""The language pipeline: which one is loaded, and what is said where it cannot be."""

import pytest
import spacy
from spacy.language import Language

import de_lorbeer
from de_lorbeer import pipeline
from lorbeer.annotate import annotating


def test_rules_stand_around_the_annotator(nlp: Language) -> None:
    assert nlp.pipe_names == [
        *("lorbeer_sentences", "lorbeer_annotator"),
        *("lorbeer_expressions", "lorbeer_names", "lorbeer_awards"),
    ]


def test_missing_pipeline_says_how_to_install_it() -> None:
    with pytest.raises(de_lorbeer.PipelineError, match="spacy download de_nothing"):
        de_lorbeer.load("de_nothing")


def load_instead(monkeypatch: pytest.MonkeyPatch, other: Language) -> Language:
    monkeypatch.setattr(pipeline.spacy, "load", lambda name: other)
    return de_lorbeer.load("other")


def test_pipelines_of_other_makers_get_the_rules_too(monkeypatch: pytest.MonkeyPatch) -> None:
    other = spacy.blank("de")
    for component in ("tagger", "parser", "ner"):
        other.add_pipe(component)
    names = load_instead(monkeypatch, other).pipe_names
    assert names[:4] == ["tagger", "lorbeer_sentences", "parser", "ner"]
    assert names[4:] == ["lorbeer_expressions", "lorbeer_names", "lorbeer_awards"]


def test_pipeline_without_entities_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = spacy.blank("de")
    other.add_pipe("tagger")
    other.add_pipe("parser")
    with pytest.raises(de_lorbeer.PipelineError, match="lacks ner"):
        load_instead(monkeypatch, other)


def test_pipeline_of_another_language_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = spacy.blank("en")
    for component in ("tagger", "parser", "ner"):
        other.add_pipe(component)
    with pytest.raises(de_lorbeer.PipelineError, match="is for 'en'"):
        load_instead(monkeypatch, other)


@pytest.mark.parametrize(
    ("argument", "variable", "expected"),
    [
        pytest.param(None, None, None, id="neither"),
        pytest.param(None, "de_one", "de_one", id="variable"),
        pytest.param(None, "", None, id="empty variable"),
        pytest.param("de_two", "de_one", "de_two", id="the argument wins"),
    ],
)
def test_name_comes_from_the_argument_or_the_environment(
    argument: str | None,
    variable: str | None,
    expected: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(annotating, "_loaded", asked.append)
    monkeypatch.delenv(annotating.VARIABLE, raising=False)
    if variable is not None:
        monkeypatch.setenv(annotating.VARIABLE, variable)
    annotating.language_pipeline(argument)
    assert asked == [expected]
