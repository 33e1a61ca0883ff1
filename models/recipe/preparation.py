"""Everything that training starts from: sentences, labels, subwords, the pretrained network."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch

from de_lorbeer.subwords import Subwords
from recipe.batches import UNKNOWN, Encoder
from recipe.corpora import Corpora, read_corpora
from recipe.labels import Labels
from recipe.lexicon import collect
from recipe.network import Network, Sizes, pretrained_network
from recipe.vocabulary import kept_rows, lexicon_words
from recipe.weights import read_pretrained

LEXICON = "lexicon.json"
PACKAGE = Path(__file__).parents[1] / "de_lorbeer"


@dataclass(frozen=True)
class Prepared:
    """What the steps of the recipe share; `pieces` are (subword, log probability) by id."""

    corpora: Corpora
    labels: Labels
    pieces: list[tuple[str, float]]
    network: Network

    @property
    def encoder(self) -> Encoder:
        """Makes tensors of sentences."""
        return Encoder(self.labels, Subwords(self.pieces, UNKNOWN))


def prepare(data: Path, weights: Path, work: Path) -> Prepared:
    """Read the data and the pretrained weights; write labels and subwords to `work`."""
    corpora = read_corpora(data)
    labels = Labels.collect(corpora.sentences)
    labels.save(work / "labels.json")
    save_lexicon(corpora, data, work)
    source = read_pretrained(weights)
    words = [word for sentence in corpora.sentences for word in sentence.words]
    rows = kept_rows(source, [*words, *lexicon_words(PACKAGE)])
    pieces = [(source.pieces[row], round(float(source.scores[row]), 3)) for row in rows]
    (work / "subwords.json").write_text(json.dumps(pieces, ensure_ascii=False), encoding="utf-8")
    network = pretrained_network(sizes(labels, len(rows)), source, rows)
    return Prepared(corpora, labels, pieces, network)


def save_lexicon(corpora: Corpora, data: Path, work: Path) -> None:
    """Write the lexicon of lemmas to `work`."""
    lexicon = collect(corpora.sentences, data)
    (work / LEXICON).write_text(json.dumps(lexicon, ensure_ascii=False), encoding="utf-8")


def sizes(labels: Labels, vocabulary: int) -> Sizes:
    """The sizes of a network with these labels."""
    return Sizes(
        tags=len(labels.tags),
        pos=len(labels.pos),
        feats=len(labels.feats),
        lemmas=len(labels.lemmas),
        ents=len(labels.ents),
        deps=len(labels.deps),
        vocabulary=vocabulary,
    )


def trained_network(
    work: Path, checkpoint: Path
) -> tuple[Network, Labels, list[tuple[str, float]]]:
    """The network of a checkpoint, with its labels and subwords as `prepare` wrote them."""
    labels = Labels.load(work / "labels.json")
    pieces = [
        (piece, score)
        for piece, score in json.loads((work / "subwords.json").read_text(encoding="utf-8"))
    ]
    network = Network(sizes(labels, len(pieces)))
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    return network.eval(), labels, pieces
