"""The recipe's readers: what becomes of the corpora's lines. (Training itself needs PyTorch.)"""

from pathlib import Path

import pytest

pytest.importorskip("recipe", reason="the recipe is only in the repository")

from recipe import entities, morphology, store, treebank
from recipe.card import written
from recipe.collection import collect_labels
from recipe.encoding import Encoder
from recipe.labels import Labels
from recipe.sentence import Sentence

TREE = """\
# sent_id = dev-s1
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tIn\tin\tADP\tAPPR\t_\t3\tcase\t_\t_
2\tdem\tder\tDET\tART\tCase=Dat|Gender=Masc\t3\tdet\t_\t_
3\tHof\tHof\tNOUN\tNN\tCase=Dat|Gender=Masc\t4\tobl\t_\t_
4\tspielt\tspielen\tVERB\tVVFIN\tMood=Ind\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t$.\t_\t4\tpunct\t_\t_

"""
UNIMORPH = """\
# sent_id = train-s1
1\tIn\tin\t_\t_\tADP\t_\t_\t_\t_
2\tdem\tder\t_\t_\tDET;DAT;MASC;NEUT;SG\t_\t_\t_\t_
3\tHof\tHof|hof\t_\t_\tN;DAT;SG\t_\t_\t_\t_

# sent_id = test-s7
1\tNein\tnein\t_\t_\tADV\t_\t_\t_\t_

"""
ENTITIES = "Anna\tI-PER\nMoll\tI-PER\nliest\tO\nFaust\tI-MISC\n\nUlm\tB-LOCderiv\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def test_contractions_become_one_word(file: Path) -> None:
    file.write_text(TREE, "utf-8")
    (sentence,) = treebank.read_sentences(file, "gsd", frozenset({"Case"}))
    assert sentence.words == ["Im", "Hof", "spielt", "."]
    assert sentence.heads == [2, 3, 0, 3]
    assert sentence.tags == ["APPRART", "NN", "VVFIN", "$."]
    assert sentence.feats and sentence.feats[0] == {"Case": "Dat", "Gender": "Masc"}


def test_unimorph_says_what_is_certain_and_spares_test_sentences(file: Path) -> None:
    file.write_text(UNIMORPH, "utf-8")
    (sentence,) = morphology.read_unimorph(file)
    assert sentence.words == ["Im", "Hof"]
    assert sentence.lemmas == ["in", "Hof"]
    assert sentence.pos == [("ADP",), ("NOUN",)]
    assert sentence.feats == [{"Case": "Dat", "Number": "Sing"}, {"Case": "Dat", "Number": "Sing"}]


def test_copies_are_known_however_they_are_tokenised() -> None:
    assert morphology.key(["In", "dem", "Hof"]) == morphology.key(["Im", "Hof"])


def test_misc_of_other_corpora_is_not_taught(file: Path) -> None:
    file.write_text(ENTITIES, "utf-8")
    sentence, derived = entities.read_sentences(file, "wikiner", 0, 1, misc=False)
    assert sentence.ents == ["B-PER", "I-PER", "O", "O"]
    assert derived.ents == ["O"]
    with_misc, _ = entities.read_sentences(file, "gsd", 0, 1, misc=True)
    assert with_misc.ents == ["B-PER", "I-PER", "O", "B-MISC"]


def test_labels_come_back_as_they_were_saved(file: Path, tmp_path: Path) -> None:
    file.write_text(TREE * 2, "utf-8")
    labels = collect_labels(treebank.read_sentences(file, "gsd", frozenset({"Case"})))
    labels.save(tmp_path / "labels.json")
    assert Labels.load(tmp_path / "labels.json") == labels
    assert labels.bundles == ["", "Case=Dat|Gender=Masc", "Mood=Ind"]
    assert labels.ents[:3] == ["O", "B-PER", "I-PER"]


def pieces(word: str) -> list[int]:
    """Two letters a subword."""
    return [ord(word[i]) for i in range(0, len(word), 2)]


def encoder(file: Path) -> Encoder:
    file.write_text(TREE * 2, "utf-8")
    sentences = treebank.read_sentences(file, "gsd", frozenset({"Case"}))
    return Encoder(collect_labels(sentences), pieces)


def test_sentences_become_numbers(file: Path) -> None:
    encode = encoder(file)
    (sentence, _) = treebank.read_sentences(file, "gsd", frozenset({"Case"}))
    encoded = encode(sentence)
    labels = encode.labels
    assert encoded.sizes.tolist() == [1, 2, 3, 1]
    heads = encoded.codes[:, store.CODES.index("heads")]
    assert heads.tolist() == [2, 3, 0, 3]
    tags = encoded.codes[:, store.CODES.index("tags")]
    assert [labels.tags[i] for i in tags] == ["APPRART", "NN", "VVFIN", "$."]
    assert not encoded.allowed[:, store.ALLOWED.index("ents")].any()
    case = list(labels.features).index("Case")
    mood = list(labels.features).index("Mood")
    told = [labels.features["Case"][i] for i in encoded.feats[:, case]]
    assert told == ["Dat", "Dat", "", ""]
    assert encoded.feats[:, mood].tolist()[:2] == [-1, -1]


def test_o_may_be_misc_where_misc_is_not_marked(file: Path) -> None:
    encode = encoder(file)
    ents = encode.labels.ents
    one = encode(Sentence(["Faust"], "wikiner", ents=["O"], misc=False))
    allowed = int(one.allowed[0, store.ALLOWED.index("ents")])
    assert {ents[i] for i in range(len(ents)) if allowed >> i & 1} == {"O", "B-MISC", "I-MISC"}
    other = encode(Sentence(["Faust"], "gsd", ents=["O"], misc=True))
    assert int(other.allowed[0, store.ALLOWED.index("ents")]) == 1 << ents.index("O")


def test_groups_come_back_as_they_were_saved(file: Path, tmp_path: Path) -> None:
    encode = encoder(file)
    group = encode.group(list(treebank.read_sentences(file, "gsd", frozenset({"Case"}))))
    without_stop, capitals = group.variants[0]
    assert len(without_stop.sizes) == 3
    assert capitals.codes[:, store.CODES.index("lemmas")].tolist() == [store.IGNORE] * 4
    store.save(tmp_path / "groups.npz", {"gsd": group})
    found = store.read(tmp_path / "groups.npz")["gsd"]
    assert len(found.sentences) == 2
    assert {n: len(some) for n, some in found.variants.items()} == {0: 2, 1: 1}
    for name in ("pieces", "sizes", "codes", "allowed", "feats"):
        saved, read = getattr(without_stop, name), getattr(found.variants[0][0], name)
        assert saved.tolist() == read.tolist()
    assert found.sentences[1].bounded


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [("uas", 0.8765, "87.6"), ("words_per_second", 4321.0, "4,321"), ("ents_count", 7, "7")],
)
def test_figures_are_written_for_readers(name: str, value: float, expected: str) -> None:
    assert written(name, value) == expected
