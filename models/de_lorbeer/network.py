"""The trained network: its graph for onnxruntime, its labels, and how to run it."""

import io
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from de_lorbeer.entity_tags import EntityTags
from de_lorbeer.lemmas import Lemmatizer
from de_lorbeer.subwords import Subwords
from de_lorbeer.windows import Window, feeds

Floats = NDArray[np.float32]
_UNKNOWN = 3
GRAPH, _LABELS, _DEPS = "network.onnx", "labels.json", "deps.npy"
#: The files of a trained network: its graph, its labels, the weights of dependency labels.
FILES = (GRAPH, _LABELS, _DEPS)
_ERRORS_ONLY = 3


@dataclass(frozen=True)
class Labels:
    """Label lists in the order of the network's scores."""

    tags: list[str]
    pos: list[str]
    bundles: list[str]
    lemmas: list[str]
    ents: list[str]
    deps: list[str]


@dataclass(frozen=True)
class Scores:
    """What the network says of the words of one window; the root is 0 in those of arcs and labels.

    `vectors`: (words, width), what the encoder made of each word.
    """

    tags: NDArray[np.int64]
    pos: NDArray[np.int64]
    bundles: NDArray[np.int64]
    rules: Floats
    starts: Floats
    ents: Floats
    arcs: Floats
    label_dep: Floats
    label_head: Floats
    vectors: Floats


class TrainedNetwork:
    """Scores windows of words."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Take the contents of the files of a trained network, by name."""
        self.files = files
        found = json.loads(files[_LABELS])
        self.subwords = Subwords(((piece, score) for piece, score in found["subwords"]), _UNKNOWN)
        self.labels = Labels(**{name: found[name] for name in Labels.__annotations__})
        self.lemmatizer = Lemmatizer(self.labels.lemmas, found["lexicon"])
        self.entity_tags = EntityTags(self.labels.ents)
        weights = np.load(io.BytesIO(files[_DEPS])).astype(np.float32)
        self._label_width = weights.shape[0]
        self._label_weights = weights.reshape(self._label_width, -1)
        self._session: tuple[int, onnxruntime.InferenceSession] | None = None

    def scores(self, batch: Sequence[Window]) -> list[Scores]:
        """The scores of each window of a batch."""
        session = self._own_session()
        names = [output.name for output in session.get_outputs()]
        out = dict(zip(names, session.run(names, feeds(batch)), strict=True))
        return [self._of_window(out, row, len(w.tokens)) for row, w in enumerate(batch)]

    def dependency_labels(self, scores: Scores, heads: Sequence[int]) -> list[str]:
        """The label of each word's arc to its head; heads count from 1, 0 is the root."""
        size = self._label_width - 1
        dep, head = _with_one(scores.label_dep[1:]), _with_one(scores.label_head[list(heads)])
        mixed = (dep @ self._label_weights).reshape(len(heads), -1, size + 1)
        table = np.einsum("nlj,nj->nl", mixed, head)
        table[:, self.labels.deps.index("root")] = -np.inf
        found = [self.labels.deps[i] for i in table.argmax(1)]
        return [label if head else "ROOT" for label, head in zip(found, heads, strict=True)]

    @staticmethod
    def _of_window(out: dict[str, Any], row: int, words: int) -> Scores:
        inner = slice(1, words + 1)
        return Scores(
            tags=out["tags"][row, inner],
            pos=out["pos"][row, inner],
            bundles=out["bundles"][row, inner],
            rules=out["lemmas"][row, inner],
            starts=out["sents"][row, inner, 0],
            ents=out["ents"][row, inner],
            arcs=out["arcs"][row, : words + 1, : words + 1],
            label_dep=out["label_dep"][row, : words + 1],
            label_head=out["label_head"][row, : words + 1],
            vectors=out["vectors"][row, inner],
        )

    def _own_session(self) -> onnxruntime.InferenceSession:
        """The session, made when it is first needed.

        Raises RuntimeError in a process forked afterwards: there onnxruntime would wait for
        threads that the fork has not brought along.
        """
        if self._session is None:
            options = onnxruntime.SessionOptions()
            options.log_severity_level = _ERRORS_ONLY
            # Threads that wait actively for the next run take the core from all else.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            providers = ["CPUExecutionProvider"]
            session = onnxruntime.InferenceSession(self.files[GRAPH], options, providers=providers)
            self._session = (os.getpid(), session)
        if self._session[0] != os.getpid():
            raise RuntimeError(
                "onnxruntime does not survive a fork; it uses all cores by itself, so leave out "
                "n_process, or fork before the first text is annotated"
            )
        return self._session[1]


def _with_one(table: Floats) -> Floats:
    return np.concatenate([table, np.ones((len(table), 1), np.float32)], 1)
