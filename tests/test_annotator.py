"""The annotator: ordinary spaCy annotations, the same however texts are batched."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from de_lorbeer.pipeline import TRAINED

TEXTS = [
    "Der Kulturpreis der Stadt Celle ging am 3. Mai 2024 an Prof. Dr. Anna Moll aus Bremen.",
    "Die Volkswagen AG gratuliert.\n\nJan Holt lebt in Oldenburg.",
    "Gewinner",
    "",
    "  \n",
    "Das Niedersächsische Ministerium für Wissenschaft und Kultur zeichnete sie aus. " * 20,
]


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(TRAINED)


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            *(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_, t.head.i),
            *(t.is_sent_start, t.ent_iob_, t.ent_type_),
        )
        for t in doc
    ]


def test_everything_is_annotated(bare: Language) -> None:
    doc = bare(TEXTS[0])
    for attribute in ("TAG", "POS", "LEMMA", "MORPH", "DEP", "ENT_IOB", "SENT_START"):
        assert doc.has_annotation(attribute), attribute
    assert all(token.tag_ and token.pos_ and token.lemma_ and token.dep_ for token in doc)


def test_batches_change_nothing(bare: Language) -> None:
    alone = [annotations(bare(text)) for text in TEXTS]
    together = [annotations(doc) for doc in bare.pipe(TEXTS)]
    assert alone == together == [annotations(doc) for doc in bare.pipe(TEXTS, batch_size=2)]


def test_entities_are_where_the_text_has_them(bare: Language) -> None:
    text = TEXTS[1]
    found = [(ent.text, ent.label_, ent.start_char) for ent in bare(text).ents]
    names = [("Volkswagen AG", "ORG"), ("Jan Holt", "PER"), ("Oldenburg", "LOC")]
    assert found == [(name, label, text.index(name)) for name, label in names]


def test_every_sentence_has_one_root(bare: Language) -> None:
    for doc in bare.pipe(TEXTS):
        for sentence in doc.sents:
            assert [token.dep_ for token in sentence if token.head is token].count("ROOT") <= 1
            assert all(token.head.sent.start == sentence.start for token in sentence)


def test_preset_sentence_starts_are_kept(bare: Language) -> None:
    doc = bare.make_doc("Anna siegte in Ulm. Jan auch.")
    for token in doc:
        token.is_sent_start = token.i in {0, 2}
    for _, component in bare.pipeline:
        doc = component(doc)
    assert [sentence.start for sentence in doc.sents] == [0, 2]


def test_bytes_and_folder_bring_the_same_pipeline(bare: Language, tmp_path: Path) -> None:
    bare.to_disk(tmp_path)
    again = spacy.blank("de")
    again.add_pipe("lorbeer_annotator")
    again.from_bytes(bare.to_bytes())
    expected = annotations(bare(TEXTS[0]))
    assert annotations(spacy.load(tmp_path)(TEXTS[0])) == expected
    assert annotations(again(TEXTS[0])) == expected


def test_without_a_network_it_says_so() -> None:
    empty = spacy.blank("de")
    empty.add_pipe("lorbeer_annotator")
    with pytest.raises(RuntimeError, match="no network"):
        empty("Anna")


def test_training_libraries_are_not_needed() -> None:
    """Whatever is installed here, nothing of the running pipeline imports PyTorch or ONNX."""
    for path in TRAINED.parent.glob("*.py"):
        source = path.read_text("utf-8")
        assert "import torch" not in source
        assert "import onnx\n" not in source
