"""Turn the data folder into what the learning starts from: numbers, labels, pretrained weights."""

import json
import logging
from pathlib import Path

import torch

from de_lorbeer.subwords import Subwords
from recipe import store
from recipe.batches import UNKNOWN
from recipe.collection import collect_labels
from recipe.corpora import HELD_OUT, Corpora, read_corpora
from recipe.encoding import Encoder
from recipe.labels import Labels
from recipe.lexicon import collect
from recipe.network import Network, pretrained_state, sizes_of
from recipe.vocabulary import kept_rows, lexicon_words
from recipe.weights import read_pretrained

LEXICON = "lexicon.json"
COUNTS = "counts.json"
PACKAGE = Path(__file__).parents[1] / "de_lorbeer"

logger = logging.getLogger(__name__)


def prepare(data: Path, weights: Path, texts: Path | None, work: Path) -> None:
    """Fill the work folder: labels, subwords, lexicon, sentences, the pretrained encoder."""
    corpora = read_corpora(data, texts)
    (work / COUNTS).write_text(json.dumps(_counts(corpora), indent=1), encoding="utf-8")
    labels = collect_labels(corpora.sentences)
    labels.save(work / "labels.json")
    save_lexicon(corpora, data, work)
    source = read_pretrained(weights)
    words = [word for sentence in corpora.sentences for word in sentence.words]
    rows = kept_rows(source, [*words, *lexicon_words(PACKAGE)])
    pieces = [(source.pieces[row], round(float(source.scores[row]), 3)) for row in rows]
    (work / "subwords.json").write_text(json.dumps(pieces, ensure_ascii=False), encoding="utf-8")
    state = {name: tensor.half() for name, tensor in pretrained_state(source, rows).items()}
    torch.save(state, work / "pretrained.pt")
    encoder = Encoder(labels, Subwords(pieces, UNKNOWN))
    for name, groups in (("sentences", corpora.train), ("held_out", corpora.held_out)):
        encoded = {group: encoder.group(sentences) for group, sentences in groups.items()}
        store.save(work / f"{name}.npz", encoded)


def save_lexicon(corpora: Corpora, data: Path, work: Path) -> None:
    """Write the lexicon of lemmas to `work`."""
    lexicon = collect(corpora.sentences, data)
    (work / LEXICON).write_text(json.dumps(lexicon, ensure_ascii=False), encoding="utf-8")


def _counts(corpora: Corpora) -> dict[str, int]:
    """`<group>_train` and `<group>_held_out`: sentences; all of one, some of the other."""
    train = {f"{name}_train": len(group) for name, group in corpora.train.items()}
    held = {f"{name}_held_out": len(group) for name, group in corpora.held_out.items()}
    learned = {f"{name}_train": train[f"{name}_train"] + held[f"{name}_held_out"]
               for name in HELD_OUT}  # fmt: skip
    return {"texts_train": 0} | train | learned | held


def trained_network(work: Path) -> tuple[Network, Labels, list[tuple[str, float]]]:
    """The network that learning made, its labels, and its subwords by id."""
    labels = Labels.load(work / "labels.json")
    pieces = [
        (piece, score)
        for piece, score in json.loads((work / "subwords.json").read_text(encoding="utf-8"))
    ]
    state = torch.load(work / "network.pt", weights_only=True)
    network = Network(sizes_of(labels, len(pieces)))
    network.load_state_dict({key: tensor.float() for key, tensor in state.items()})
    return network.eval(), labels, pieces
