"""The component that tags, parses and finds entities, all with one encoder."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import srsly
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc

from de_lorbeer.annotations import Annotations
from de_lorbeer.data import words
from de_lorbeer.network import FILES, Scores, TrainedNetwork
from de_lorbeer.trees import best_heads
from de_lorbeer.windows import Window, batches, windows

_ASSIGNS = (
    *("token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head"),
    *("token.is_sent_start", "doc.sents", "doc.ents", "token.ent_iob", "token.ent_type"),
    "doc.tensor",
)


class Annotator:
    """Sets tags, parts of speech, morphology, lemmas, dependencies, sentences and entities.

    Sentence starts that are set beforehand (`Token.is_sent_start`) are kept.
    """

    def __init__(self, name: str) -> None:
        """An annotator without a network, until `from_disk` or `from_bytes` brings it."""
        self.name = name
        self.network: TrainedNetwork | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate many documents; windows of `batch_size` documents share batches."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        network = self.network
        if network is None:
            raise RuntimeError(f"component '{self.name}' has no network: load a trained pipeline")
        found = [w for i, doc in enumerate(docs) for w in windows(doc, i, network.subwords)]
        annotations = [Annotations(doc) for doc in docs]
        for batch in batches(found):
            for window, scores in zip(batch, network.scores(batch), strict=True):
                _read_words(network, window, scores, annotations[window.doc])
                annotations[window.doc].vectors(window.tokens, scores.vectors)
                _read_spans(network, window, scores, annotations[window.doc])
        for one in annotations:
            one.write()

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the network's files to a folder."""
        folder = util.ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.network.files.items() if self.network else ():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "Annotator":
        """Read what `to_disk` wrote."""
        folder = util.ensure_path(path)
        self.network = TrainedNetwork({name: (folder / name).read_bytes() for name in FILES})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The network's files as one string of bytes."""
        return bytes(srsly.msgpack_dumps(self.network.files if self.network else {}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Annotator":
        """Read what `to_bytes` wrote."""
        files = srsly.msgpack_loads(data)
        self.network = TrainedNetwork(files) if files else None
        return self


def _read_words(
    network: TrainedNetwork, window: Window, scores: Scores, annotations: Annotations
) -> None:
    """Tags, parts of speech, morphology and lemmas of a window."""
    labels, doc = network.labels, annotations.doc
    words = [doc[i].text for i in window.tokens]
    pos = [labels.pos[i] for i in scores.pos.tolist()]
    lemmas = network.lemmatizer(words, pos, scores.rules)
    tags, bundles = scores.tags.tolist(), scores.bundles.tolist()
    for i, tag, kind, bundle, lemma in zip(window.tokens, tags, pos, bundles, lemmas, strict=True):
        annotations.word(i, labels.tags[tag], kind, labels.bundles[bundle], lemma)


def _read_spans(
    network: TrainedNetwork, window: Window, scores: Scores, annotations: Annotations
) -> None:
    """Sentences, dependencies and entities of a window."""
    tokens = window.tokens
    starts = sentence_starts(annotations.doc, tokens, scores)
    heads = _heads(scores, starts, len(tokens))
    deps = network.dependency_labels(scores, heads)
    for i, head, dep in zip(tokens, heads, deps, strict=True):
        annotations.arc(i, tokens[head - 1] if head else i, dep)
    for start, end, label in network.entity_tags.spans(scores.ents, starts):
        inner = tokens[start:end]
        while label == "PER" and inner and annotations.doc[inner[0]].text in _titles():
            inner = inner[1:]
        if inner:
            annotations.entity(inner, label)


@cache
def _titles() -> frozenset[str]:
    """Abbreviated titles ("Prof.", "Dr."): they are no part of a person's name."""
    return frozenset(title for title in words("person_titles") if title.endswith("."))


def sentence_starts(doc: Doc, tokens: Sequence[int], scores: Scores) -> list[int]:
    """Places in the window, 0 left out, where a sentence starts."""
    starts = []
    for place, i in enumerate(tokens[1:], start=1):
        preset = doc[i].is_sent_start
        if preset or (preset is None and scores.starts[place] > 0):
            starts.append(place)
    return starts


def _heads(scores: Scores, starts: Sequence[int], words: int) -> list[int]:
    """Heads within the window, counted from 1; sentence by sentence."""
    heads: list[int] = []
    for start, end in pairwise([0, *starts, words]):
        rows = slice(start + 1, end + 1)
        own = np.concatenate([scores.arcs[rows, :1], scores.arcs[rows, rows]], axis=1)
        np.fill_diagonal(own[:, 1:], -np.inf)
        heads.extend(head + start if head else 0 for head in best_heads(own))
    return heads


@Language.factory("lorbeer_annotator", assigns=_ASSIGNS)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """The component as pipelines make it."""
    return Annotator(name)
